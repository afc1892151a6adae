"""How large a test or a fixture is."""

from __future__ import annotations

import ast
from typing import Any

from flake8_testquality.model.fixtures import Fixture
from flake8_testquality.model.module import Module
from flake8_testquality.model.tests import Test

_NO_STATEMENTS = (ast.ExceptHandler, ast.match_case)
_DOCUMENTED = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def code_lines(test: Test) -> int:
    """The lines of a test's body that hold code: no docstring, comments, blank lines or decorators."""
    return _lines_of(test.module, test.body) if test.body else 0


def count_statements(fixture: Fixture) -> int:
    """The statements of a fixture, those of the functions and classes in it included, the docstrings left out."""
    scopes = list(fixture.body_scope.within())
    count = sum(
        len(found) for scope in scopes for kind, found in scope.statements.items() if kind not in _NO_STATEMENTS
    )
    documented = {scope.node for scope in scopes if isinstance(scope.node, _DOCUMENTED)}
    return count - sum(ast.get_docstring(node, clean=False) is not None for node in documented)


def _lines_of(module: Module, body: list[Any]) -> int:
    first, last = body[0], body[-1]
    start = first.decorator_list[0].lineno if getattr(first, "decorator_list", None) else first.lineno
    lines = module.source.lines[start - 1 : last.end_lineno]
    written = [number for number, line in enumerate(lines, start) if line.strip()]
    if any(lines[number - start].lstrip().startswith("#") for number in written):
        # A line that begins like a comment may stand in a string.
        comments = module.fact(_comment_lines)
        return sum(1 for number in written if number not in comments)
    return len(written)


def _comment_lines(module: Module) -> frozenset[int]:
    return frozenset(comment.line for comment in module.comments if comment.own_line)
