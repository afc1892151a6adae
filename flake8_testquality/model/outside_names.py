"""Names from outside: what another file of the project gives a module or class while the program runs."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

from flake8_testquality.model import disk
from flake8_testquality.model.scopes import Scope
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

# A registry sits near what it fills.
_MAX_FILES = 300
_GIVES = regex(r"\b(?:setattr|vars)\(|\.__dict__\b")
_ANY = "*"
# A class with the module that defines it, or a module itself.
Owner: TypeAlias = "tuple[Module, ast.ClassDef | None]"


def is_given_from_outside(owner: Owner, name: str) -> bool:
    """Whether product code near a first-party module or class may set an attribute of it by this name.

    `models.Order = Order`, `setattr(models, key, cls)`.
    """
    home, cls = owner
    key = ("names from outside", home.path, cls.name if cls is not None else "")
    given = home.project.once(key, lambda: frozenset(_worked_out(owner)))
    return _ANY in given or name in given or _is_assigned(owner, name)


def _near(owner: Owner, pattern: re.Pattern[str]) -> Iterator[Module]:
    """The product's modules near a module whose text holds a pattern, the module itself left out."""
    home = owner[0]
    for path in islice(home.project.modules_near(home.path), _MAX_FILES):
        text = disk.readable(path)
        if text is not None and pattern.search(text):
            other = home.project.module_at(path)
            if other is not None and other.role == "source" and other.path != home.path:
                yield other


def _worked_out(owner: Owner) -> Iterator[str]:
    """The names that files near it set by a function; a star for one that is worked out."""
    for other in _near(owner, _GIVES):
        for call in other.calls_to(("builtins.setattr", "builtins.vars")):
            if call.node.args and _is_meant(other, call.node.args[0], call.scope, owner):
                word = call.node.args[1] if len(call.node.args) > 1 else None
                yield word.value if isinstance(word, ast.Constant) and isinstance(word.value, str) else _ANY
        for node in other.nodes(ast.Attribute) if other.says(".__dict__") else ():
            if node.attr == "__dict__" and _is_meant(other, node.value, None, owner):
                yield _ANY


def _is_assigned(owner: Owner, name: str) -> bool:
    return any(
        node.attr == name and isinstance(node.ctx, ast.Store) and _is_meant(other, node.value, None, owner)
        for other in _near(owner, re.compile(rf"\.{name}\s*(?::[^=\n]*)?=[^=]"))
        for node in other.nodes(ast.Attribute)
    )


def _is_meant(other: Module, node: ast.expr, scope: Scope | None, owner: Owner) -> bool:
    """Whether an expression of a file is the module or class."""
    dotted = other.resolve(node, scope)
    found = other.find(dotted) if dotted is not None else None
    return found is not None and found[0].path == owner[0].path and found[1] is owner[1]
