"""Containers: which expressions make a mutable one, and what changes one in place."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.scopes import Scope

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

# Source: the methods of list, dict, set, bytearray, deque, Counter and OrderedDict that change the object.
MUTATORS = frozenset(
    [
        "append", "extend", "insert", "remove", "pop", "clear", "sort", "reverse", "update", "setdefault",
        "popitem", "add", "discard", "appendleft", "extendleft", "popleft", "rotate", "move_to_end",
        "subtract", "intersection_update", "difference_update", "symmetric_difference_update",
    ]
)
_DISPLAYS = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
_MAKERS = frozenset(
    [
        "builtins.list", "builtins.dict", "builtins.set", "builtins.bytearray", "collections.defaultdict",
        "collections.deque", "collections.OrderedDict", "collections.Counter",
    ]
)


def makes_container(module: Module, node: ast.expr | None, scope: Scope) -> bool:
    """Whether an expression gives a new mutable container: a display, a comprehension, `list()`, `defaultdict(...)`."""
    if isinstance(node, _DISPLAYS):
        return True
    return isinstance(node, ast.Call) and module.resolve(node.func, scope) in _MAKERS


def bare(node: ast.expr) -> ast.expr:
    """What stands under subscripts: `a.b` in `a.b["c"][0]`."""
    while isinstance(node, ast.Subscript):
        node = node.value
    return node


def mutations(scope: Scope) -> Iterator[tuple[ast.expr, Any]]:
    """(what, where) for each change in place that a scope's own statements make.

    `what` is the name or chain that holds the container: item assignment and deletion, `+=`, mutating methods.
    """
    for node in scope.statements.get(ast.Assign, ()):
        for target in node.targets:
            if isinstance(target, ast.Subscript):
                yield bare(target), node
    for node in scope.statements.get(ast.AugAssign, ()):
        yield bare(node.target), node
    for node in scope.statements.get(ast.Delete, ()):
        for target in node.targets:
            if isinstance(target, ast.Subscript):
                yield bare(target), node
    for call in scope.calls:
        if isinstance(call.func, ast.Attribute) and call.func.attr in MUTATORS:
            yield bare(call.func.value), call
