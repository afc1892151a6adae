"""Awaited calls: loops that only end when a function of the test has been called by the code that was given it."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_testquality.model.names import last_name
from flake8_testquality.model.scopes import flat

if TYPE_CHECKING:
    from flake8_testquality.model.tests import Test


def waits_to_be_called(test: Test) -> bool:
    """Whether a test goes round until a function that it hands over, and never calls itself, has set a name of its."""
    loops = test.scope.statements.get(ast.While)
    if not loops:
        return False
    called = {last_name(call.func) for call in test.scope.calls}
    changed = {
        name
        for scope in test.scopes
        if scope is not test.scope and getattr(scope.node, "name", None) not in called
        for statement in scope.statements.get(ast.Nonlocal, ())
        for name in statement.names
    }
    return bool(changed) and any(_ends_with(loop) & changed for loop in loops)


def _ends_with(loop: ast.While) -> set[str]:
    """The names of which each must be true before a loop ends; none where it may end otherwise."""
    inner = flat(loop.body)
    leaving = [item for item in inner if isinstance(item, ast.Break | ast.Return)]
    if isinstance(loop.test, ast.UnaryOp) and isinstance(loop.test.op, ast.Not):
        return {loop.test.operand.id} if isinstance(loop.test.operand, ast.Name) and not leaving else set()
    if not isinstance(loop.test, ast.Constant) or not loop.test.value or len(leaving) != 1:
        return set()
    return {
        item.test.id
        for item in loop.body
        if isinstance(item, ast.If) and isinstance(item.test, ast.Name) and leaving[0] in item.body
    }
