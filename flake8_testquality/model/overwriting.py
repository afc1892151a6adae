"""Overwriting: whether the code that a test calls gives an attribute a value of its own, whatever it held before."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.changes import Change
from flake8_testquality.model.classes import lineage
from flake8_testquality.model.scopes import FUNCTIONS, Scope

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


def is_overwritten(module: Module, change: Change) -> bool:
    """Whether product code in sight, called later in the same function, sets what a change sets and never reads it."""
    last = change.thing.rpartition(".")[2]
    for home, scope in _called_later(module, change):
        if last in home.source.text and _sets(home, scope, change.thing):
            return True
    return False


def _called_later(module: Module, change: Change) -> Iterator[tuple[Module, Scope]]:
    """The product functions that a function calls by name behind a change, and those that they call."""
    later = (call for call in change.scope.calls if call.lineno > change.node.lineno)
    for home, scope in _product_functions(module, change.scope, later):
        yield home, scope
        yield from _product_functions(home, scope, scope.calls)


def _product_functions(module: Module, scope: Scope, calls: Iterable[ast.Call]) -> Iterator[tuple[Module, Scope]]:
    for call in calls:
        dotted = module.resolve(call.func, scope)
        found = module.find(dotted) if dotted is not None else (module, module.definition(call.func, scope))
        if found is not None and isinstance(found[1], ast.ClassDef):
            found = lineage(*found).method("__init__")
        if found is not None and isinstance(found[1], FUNCTIONS) and found[0].role == "source":
            yield found[0], found[0].scope_by_node[found[1]]


def _sets(home: Module, scope: Scope, thing: str) -> bool:
    """Whether a function sets a dotted thing, as an attribute or as a global of its module, without a look at it."""
    owner, _, last = thing.rpartition(".")
    written = [target for node in scope.statements.get(ast.Assign, ()) for target in node.targets]
    if any(last in node.names for node in scope.statements.get(ast.Global, ())):
        is_own = str(home.project.path_of(owner, home.path)) == home.path
        sets = any(isinstance(target, ast.Name) and target.id == last for target in written)
        return is_own and sets and not any(
            node.id == last and isinstance(node.ctx, ast.Load) for node in scope.nodes(ast.Name)
        )
    if not any(isinstance(item, ast.Attribute) and item.attr == last for item in written):
        return False
    uses = [node for node in scope.nodes(ast.Attribute) if node.attr == last and home.resolve(node, scope) == thing]
    return bool(uses) and all(isinstance(node.ctx, ast.Store) for node in uses)
