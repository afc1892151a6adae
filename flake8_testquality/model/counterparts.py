"""Counterparts: methods that the case finds by a name it makes of the test's, and runs beside it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

from flake8_testquality.model.callees import Unit
from flake8_testquality.model.names import is_self

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

# What stands before and behind the computed part of a name.
_Frame: TypeAlias = "tuple[str, str]"


def counterparts(test: Test) -> Iterator[Unit]:
    """The methods that `getattr(self, "_" + name)` in a method of the test's class or its bases means for the test."""
    if test.cls is None:
        return
    line = test.cls.lineage
    for home, node in line.classes:
        for before, behind in home.fact(_frames).get(node, ()) if home.says("getattr") else ():
            found = line.method(f"{before}{test.name}{behind}")
            if found is not None:
                yield found[0], found[0].scope_by_node[found[1]], (test.module, test.cls.node)


def _frames(module: Module) -> dict[ast.AST, list[_Frame]]:
    """For each class of a file, what its methods put around a name that they look up on self."""
    found: dict[ast.AST, list[_Frame]] = {}
    for scope in module.scopes:
        cls = scope.parent
        if not scope.is_function or cls is None or not cls.is_class:
            continue
        for call in scope.calls:
            if isinstance(call.func, ast.Name) and call.func.id == "getattr" and len(call.args) > 1:
                frame = _frame(call.args[1]) if is_self(call.args[0]) else None
                if frame is not None:
                    found.setdefault(cls.node, []).append(frame)
    return found


def _frame(node: ast.expr) -> _Frame | None:
    """The constant text around the one computed part of a name, None where there is none."""
    parts = node.values if isinstance(node, ast.JoinedStr) else _summands(node)
    texts = [part.value if isinstance(part, ast.Constant) and isinstance(part.value, str) else None for part in parts]
    if texts.count(None) != 1 or len(texts) == 1:
        return None
    place = texts.index(None)
    return "".join(text or "" for text in texts[:place]), "".join(text or "" for text in texts[place:])


def _summands(node: ast.expr) -> list[ast.expr]:
    parts: list[ast.expr] = []
    while isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        parts.insert(0, node.right)
        node = node.left
    return [node, *parts]
