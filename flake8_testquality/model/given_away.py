"""Given away: the local names of a test that a call of the product is given, or that a function inside it captures."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.supplied import OUTSIDE_FIXTURES

if TYPE_CHECKING:
    from flake8_testquality.model.bindings import Binding
    from flake8_testquality.model.shortcuts import Ground

CHAIN = frozenset({ast.Attribute, ast.Subscript, ast.Await, ast.Starred})


def is_given_away(ground: Ground, node: Any) -> bool:
    """Whether an expression reads a local name that a call of the product is given, or a function inside the test."""
    node = _starting_point(node)
    if node.__class__ is not ast.Name:
        return False
    if _stands_outside(ground, node.id):
        return ground.calls_product
    if (
        node.id in ground.places
        and any(inner.is_function or inner.children for inner in ground.scope.children)
        and ground.calls_product
    ):
        # A function inside the test may change it when the product calls it.
        return True
    return node.id in ground.given_away


def _starting_point(node: Any) -> Any:
    """What an expression begins with: `folder` in `(folder / "x").read_text()`, `x` in `len(x.items)`."""
    while (cls := node.__class__) in CHAIN or cls is ast.Call or cls is ast.BinOp:
        if cls is ast.BinOp:
            node = node.left
        elif cls is not ast.Call:
            node = node.value
        elif node.func.__class__ is ast.Name and node.args:
            node = node.args[0]
        else:
            node = node.func
    return node


def _stands_outside(ground: Ground, name: str) -> bool:
    """Whether a name is a place outside the test, such as tmp_path, or was made of one: `target = tmp_path / "x"`."""
    for _ in range(4):
        if name in OUTSIDE_FIXTURES:
            return True
        places = ground.places.get(name, ())
        value = places[0].value if len(places) == 1 else None
        root = _starting_point(value) if value is not None else None
        if root.__class__ is not ast.Name or root.id == name:
            return False
        name = root.id
    return False


def find_given_away(ground: Ground) -> set[str]:
    """The local names that a call of the product is given, save those that hold what nobody changes."""
    scope = ground.scope
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
    kept = set() if scope.children else {name for name in found if _is_constant(ground, name)}
    return found - kept - {"self", "cls"}


def _is_constant(ground: Ground, name: str) -> bool:
    """Whether a name can only hold constants, which nobody changes."""
    return all(_holds_constant(place) for place in ground.places.get(name, ()))


def _holds_constant(place: Binding) -> bool:
    """Whether a binding gives a name a constant, or one of those in a row: `total, percent = 200, 10`."""
    node = place.node
    if place.value is None and isinstance(node, ast.Assign) and isinstance(node.value, ast.Tuple):
        return all(isinstance(item, ast.Constant) for item in node.value.elts) and not any(
            isinstance(part, ast.Starred) for target in node.targets for part in getattr(target, "elts", ())
        )
    return isinstance(place.value, ast.Constant | ast.JoinedStr)
