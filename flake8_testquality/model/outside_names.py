"""Names from outside: what another file of the project gives a module while the program runs."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from flake8_testquality.model.module_texts import text_at

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

# A registry sits near the module that it fills.
_MAX_FILES = 300
_GIVES = re.compile(r"\b(?:setattr|vars)\(|\.__dict__\b")
_ANY = "*"


def is_given_from_outside(home: Module, name: str) -> bool:
    """Whether a file near a first-party module may set an attribute of it by this name: `setattr(models, key, cls)`."""
    given = home.project.once(("names from outside", home.path), lambda: frozenset(_given(home)))
    return _ANY in given or name in given


def _given(home: Module) -> Iterator[str]:
    """The names that files near a module set on it; a star for one that is worked out."""
    for path in islice(home.project.modules_near(home.path), _MAX_FILES):
        text = text_at(str(path))
        if text is not None and _GIVES.search(text):
            other = home.project.module_at(path)
            if other is not None and other.role == "source" and other is not home:
                yield from _given_by(other, home)


def _given_by(other: Module, home: Module) -> Iterator[str]:
    for call in other.calls_to(("builtins.setattr", "builtins.vars")):
        if call.node.args and _is_module(other, other.resolve(call.node.args[0], call.scope), home):
            word = call.node.args[1] if len(call.node.args) > 1 else None
            yield word.value if isinstance(word, ast.Constant) and isinstance(word.value, str) else _ANY
    if other.says(".__dict__"):
        for node in other.nodes(ast.Attribute):
            if node.attr == "__dict__" and _is_module(other, other.resolve(node.value), home):
                yield _ANY


def _is_module(other: Module, dotted: str | None, home: Module) -> bool:
    """Whether a dotted name in one file is another module."""
    return dotted is not None and str(other.project.path_of(dotted, other.path)) == home.path
