"""Module fillings: the containers of a file that its own statements go on to fill while it is being loaded."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

_FILLING = frozenset({
    "append", "appendleft", "extend", "extendleft", "insert", "add", "update", "setdefault",
})  # fmt: skip


def filled_names(module: Module) -> frozenset[str]:
    """The names at the top of a file whose object gets more elements there than its binding shows; a fact."""
    found: set[str] = set()
    for call in module.scope.calls:
        func = call.func
        if isinstance(func, ast.Attribute) and func.attr in _FILLING and isinstance(func.value, ast.Name):
            found.add(func.value.id)
    for statement in module.scope.statements.get(ast.Assign, ()):
        for target in statement.targets:
            if isinstance(target, ast.Subscript) and isinstance(target.value, ast.Name):
                found.add(target.value.id)
    return frozenset(found)
