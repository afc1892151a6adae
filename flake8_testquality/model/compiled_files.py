"""Compiled files: Python that a compiler turns into something else before it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

# Source: the documentation of Cython's compiler directives, which stand in comments above the first statement.
_DIRECTIVE = regex(r"#\s*(?:cython|distutils)\s*:")


def is_compiled(module: Module) -> bool:
    """Whether the comments at a file's top give a compiler directives: what the compiler makes of it is what runs."""
    body = module.tree.body
    end = body[0].lineno - 1 if body else 0
    return any(_DIRECTIVE.match(line) for line in module.source.lines[:end])
