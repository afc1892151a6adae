"""Which definitions a later statement of the same scope surely takes away."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.names import Binding, target_names
from flake8_testquality.model.scopes import DEFINITIONS, Scope, descend, flat

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

# What binds a name only when a loop turns, an exception comes or a pattern fits.
_UNSURE = (ast.For, ast.AsyncFor, ast.ExceptHandler, ast.match_case)


def is_shadowed(module: Module, node: Any, scope: Scope) -> bool:
    """Whether a later statement of the same scope surely gives a definition's name to something else, or deletes it."""
    if len(module.bindings(scope).get(node.name, ())) < 2 and ast.Delete not in scope.statements:
        return False
    return shadowing(module, node, scope, is_lost=False) is not None


def shadowing(module: Module, node: Any, scope: Scope, *, is_lost: bool = True) -> ast.AST | None:
    """The statement that surely takes a definition's name away; alternatives (if/else, try) take nothing away.

    What is built from the first takes nothing away either; without `is_lost` a definition built from it does.
    """
    places = module.bindings(scope).get(node.name, ())
    if len(places) > 1:
        for place in places:
            if _replaces(module, node, place, scope, is_lost):
                return place.node
        for place in places:
            if _is_after(node, place.node) and _replaces_in_every_arm(module, node, place, scope, is_lost):
                return place.node
    for deletion in scope.statements.get(ast.Delete, ()):
        is_named = any(node.name in target_names(target) for target in deletion.targets)
        if is_named and _is_after(node, deletion) and _always_runs_after(module, node, deletion, scope):
            return deletion  # type: ignore[no-any-return]
    return None


def _replaces(module: Module, node: Any, place: Binding, scope: Scope, is_lost: bool) -> bool:
    other: Any = place.node
    if place.kind == "global" or isinstance(other, _UNSURE) or not _is_after(node, other):
        return False
    if isinstance(other, ast.AnnAssign) and other.value is None:
        return False
    if place.kind == "import" and module.block_parent(other) is not module.block_parent(node):
        return False
    if not _always_runs_after(module, node, other, scope):
        return False
    if isinstance(other, DEFINITIONS) and not is_lost:
        return True
    # built from the first: its value, or a definition's decorators, bases and defaults
    parts = descend(place.value if place.value is not None else other)
    return not any(isinstance(part, ast.Name) and part.id == node.name for part in parts)


def _replaces_in_every_arm(module: Module, node: Any, place: Binding, scope: Scope, is_lost: bool) -> bool:
    """Whether a place stands in an if or try after the definition that binds the name anew whichever way it goes."""
    for above in module.enclosing(place.node):
        if isinstance(above, ast.If | ast.Try) and _always_runs_after(module, node, above, scope):
            statements = [item for item in flat([above]) if is_lost or not isinstance(item, DEFINITIONS)]
            inner = (part for statement in statements for part in descend(statement))
            is_used = any(isinstance(part, ast.Name) and part.id == node.name for part in inner)
            return not is_used and _is_after(node, above) and _surely_binds([above], node.name)
    return False


def _surely_binds(block: list[Any], name: str, depth: int = 0) -> bool:
    """Whether running a block to its end gives a name a value."""
    for statement in block:
        if isinstance(statement, DEFINITIONS) and statement.name == name:
            return True
        if isinstance(statement, ast.Assign) and any(name in target_names(target) for target in statement.targets):
            return True
        if depth > 20:
            return False
        if isinstance(statement, ast.If):
            arms = [statement.body, statement.orelse]
        elif isinstance(statement, ast.Try):
            if _surely_binds(statement.finalbody, name, depth + 1):
                return True
            arms = [statement.body + statement.orelse, *(handler.body for handler in statement.handlers)]
        else:
            continue
        if all(_surely_binds(arm, name, depth + 1) for arm in arms):
            return True
    return False


def _is_after(first: Any, second: Any) -> bool:
    return bool((second.lineno, second.col_offset) > (first.lineno, first.col_offset))


def _always_runs_after(module: Module, first: ast.AST, second: ast.AST, scope: Scope) -> bool:
    """Whether `second` stands in the same block as `first` or in one around it."""
    home = module.block_parent(second)
    if home is scope.node:
        return True
    current = module.block_parent(first)
    while current is not None and current is not scope.node:
        if current is home:
            return _same_arm(current, first, second, module)
        current = module.block_parent(current)
    return False


def _same_arm(parent: Any, first: ast.AST, second: ast.AST, module: Module) -> bool:
    while module.block_parent(first) is not parent:
        above = module.block_parent(first)
        if above is None:
            return False
        first = above
    return any(
        first in arm and second in arm
        for field in ("body", "orelse", "finalbody", "handlers")
        if isinstance(arm := getattr(parent, field, None), list)
    )


def redefinitions(module: Module, scope: Scope) -> Iterator[tuple[Any, Any]]:
    """(first, second) for each function or class of a scope that a later definition replaces unused.

    One that is read in between is used: kept under another name, called, registered.
    """
    places = module.bindings(scope)
    if max(map(len, places.values()), default=0) < 2 and ast.Delete not in scope.statements:
        return
    for child in scope.children:
        node: Any = child.node
        if len(places.get(node.name, ())) < 2:
            continue
        later = shadowing(module, node, scope)
        if isinstance(later, DEFINITIONS) and not _is_read_between(scope, node, later):
            yield node, later


def _is_read_between(scope: Scope, first: Any, second: Any) -> bool:
    return any(
        name.id == first.name and first.lineno < name.lineno <= second.lineno and isinstance(name.ctx, ast.Load)
        for name in scope.own(ast.Name)
    )
