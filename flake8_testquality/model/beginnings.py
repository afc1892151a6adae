"""Beginnings: the fixture or the call that a chain begins at, which shows that two chains are of two things."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_testquality.model.held_words import writes
from flake8_testquality.model.names import root_name

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.tests import Test


def begin_apart(first: ast.expr, second: ast.expr, assertion: Assertion) -> bool:
    """Whether two chains surely begin at two things: at what two calls gave, on which nothing is put."""
    ends = [_beginning(side, assertion) for side in (first, second)]
    return None not in ends and ends[0] != ends[1] and not ({*ends} & assertion.test.fact(written_on))


def _beginning(node: ast.expr, assertion: Assertion) -> str | None:
    """The name at which a chain begins if that holds a fixture or what one call gave; None for all others."""
    places = assertion.module.bindings(assertion.scope)
    node = _left_end(node)
    for _ in range(5):
        if not isinstance(node, ast.Name):
            return None
        found = places.get(node.id, ())
        if len(found) != 1:
            return None
        place = found[0]
        if place.kind == "parameter":
            return node.id if node.id not in ("self", "cls") else None
        if place.value is None:
            return None
        end = _left_end(place.value)
        if isinstance(end, ast.Call):
            return node.id if _gives_anew(end, assertion) else None
        node = end
    return None


def _left_end(node: ast.expr) -> ast.expr:
    """What stands before the attributes and items of a chain."""
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Await):
        node = node.value
    return node


def _gives_anew(call: ast.Call, assertion: Assertion) -> bool:
    """Whether a call is none of the file's own functions, none on self, and no reading of a part."""
    func = call.func
    if isinstance(func, ast.Attribute):
        return func.attr not in ("get", "pop", "copy", "setdefault") and root_name(func) not in ("self", "cls")
    is_maker = isinstance(func, ast.Name) and func.id != "dict"
    return is_maker and assertion.module.definition(func, assertion.scope) is None


def written_on(test: Test) -> set[str]:
    """The names on which a test puts something."""
    return {name for scope in test.scopes for name in writes(scope)}
