"""Received: what a test's argument holds by the fixture in sight, and what is put on its own object."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_testquality.model.mock_paths import values_at
from flake8_testquality.model.names import dotted_text
from flake8_testquality.model.returned import Given, fixture_of_argument

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope


def given_at(module: Module, node: ast.expr, scope: Scope) -> list[Given]:
    """The expressions that `cart`, an argument, or `self.cart` may stand for, each with where it stands.

    Empty where one of them is not understood, and for all other expressions.
    """
    if isinstance(node, ast.Attribute):
        path = dotted_text(node)
        placed = values_at(module, scope, path) if path is not None else []
        found = [(home, where, value) for home, where, value in placed if isinstance(value, ast.expr)]
        return found if len(found) == len(placed) else []
    known = module.names.lookup(node.id, scope) if isinstance(node, ast.Name) else None
    if not isinstance(node, ast.Name) or known is None or [place.kind for place in known[1]] != ["parameter"]:
        return []
    fixture = fixture_of_argument(module, known[0], node.id)
    if fixture is None or not fixture.is_plain_pytest:
        return []
    return [(fixture.module, fixture.body_scope, value) for value in fixture.values]


__all__ = ["Given", "given_at"]
