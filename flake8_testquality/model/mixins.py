"""Mixins: classes that call a method above them which nothing in sight has, so that they work only beside others."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

_OF_EVERY_OBJECT = frozenset(dir(object)) | {"__init_subclass__", "__set_name__", "__post_init__"}


def leans_on_more(classes: Sequence[tuple[Module, ast.ClassDef]]) -> bool:
    """Whether a class of a lineage calls a method of `super()` that neither the others nor every object has."""
    for module, node in classes:
        if module.says("super("):
            others = [home.bindings(home.scope_by_node[cls]) for home, cls in classes if cls is not node]
            for name in _handed_on(module, node):
                if name not in _OF_EVERY_OBJECT and not any(name in bound for bound in others):
                    return True
    return False


def _handed_on(module: Module, node: ast.ClassDef) -> Iterator[str]:
    """The methods that a class calls on `super()`."""
    speaking = {scope for scope, _ in module.calls.of("super")}
    for scope in module.scope_by_node[node].children:
        for call in scope.calls if scope.is_function and scope in speaking else ():
            above = call.func.value if isinstance(call.func, ast.Attribute) else None
            if isinstance(above, ast.Call) and isinstance(above.func, ast.Name) and above.func.id == "super":
                yield call.func.attr  # type: ignore[attr-defined]
