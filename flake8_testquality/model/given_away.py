"""Given away: the local names of a test that a call of the product is given, or that a function inside it captures."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.supplied import OUTSIDE_FIXTURES

if TYPE_CHECKING:
    from flake8_testquality.model.shortcuts import Ground

CHAIN = frozenset({ast.Attribute, ast.Subscript, ast.Await, ast.Starred})


def is_given_away(ground: Ground, node: Any) -> bool:
    """Whether an expression reads a local name that a call of the product is given, or a function inside the test."""
    while (cls := node.__class__) in CHAIN or cls is ast.Call:
        if cls is not ast.Call:
            node = node.value
        elif node.func.__class__ is ast.Name and node.args:
            node = node.args[0]
        else:
            node = node.func
    if node.__class__ is not ast.Name:
        return False
    if node.id in OUTSIDE_FIXTURES:
        return ground.calls_product
    if (
        node.id in ground.places
        and any(inner.is_function or inner.children for inner in ground.scope.children)
        and ground.calls_product
    ):
        # A function inside the test may change it when the product calls it.
        return True
    if ground.given_away is None:
        ground.given_away = _find_given_away(ground)
    return node.id in ground.given_away


def _find_given_away(ground: Ground) -> set[str]:
    scope = ground.test.scope
    if not ground.calls_product:
        return set()
    found: set[str] = set()
    for call in scope.calls:
        if not (call.args or call.keywords) or not ground.leads_out(call.func, scope, 0):
            continue
        pending: list[Any] = [*call.args, *(item.value for item in call.keywords if item.arg is not None)]
        while pending:
            node = pending.pop()
            cls = node.__class__
            if cls is ast.Name:
                found.add(node.id)
            elif cls in CHAIN:
                pending.append(node.value)
            elif cls is ast.Call:
                pending.extend(node.args)
            elif cls in (ast.List, ast.Tuple):
                pending.extend(node.elts)
            elif cls is ast.Dict:
                pending.extend(node.values)
    return found - _constants(ground, found) - {"self", "cls"}


def _constants(ground: Ground, names: set[str]) -> set[str]:
    """Those names that can only hold constants, which nobody changes."""
    places = ground.module.bindings(ground.test.scope)
    return (
        {
            name
            for name in names
            if all(isinstance(place.value, ast.Constant | ast.JoinedStr) for place in places.get(name, ()))
        }
        if not ground.test.scope.children
        else set()
    )
