"""Fresh objects: what one holds that a test has made and not used yet is what goes in, where calls are given it."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_testquality.model.names import last_name

if TYPE_CHECKING:
    from flake8_testquality.model.tests import Test


def gives_held(test: Test, node: ast.expr, calls: list[ast.Call]) -> bool:
    """Whether an expression is an attribute of an object that the test makes of a class, and does nothing to before.

    Of the calls that take its elements, one gives what the test goes on with: the elements are not just looked at.
    """
    if not any(isinstance(test.module.statement_of(call), ast.Assign) for call in calls):
        return False
    if not isinstance(node, ast.Attribute) or not isinstance(node.value, ast.Name):
        return False
    name = node.value
    places = test.module.bindings(test.scope).get(name.id, [])
    made = places[0].value if len(places) == 1 else None
    if not isinstance(made, ast.Call) or not (last_name(made.func) or "")[:1].isupper():
        return False
    start = (name.lineno, name.col_offset)
    same = [item for scope in test.scopes for item in scope.own(ast.Name) if item.id == name.id]
    return not any(isinstance(item.ctx, ast.Load) and (item.lineno, item.col_offset) < start for item in same)
