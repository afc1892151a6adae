"""Operand effects: tests that show that evaluating something does something, so that no answer need be taken."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.assertions import MOCK
from flake8_testquality.model.names import is_self, root_name
from flake8_testquality.model.scopes import descend

if TYPE_CHECKING:
    from flake8_testquality.model.tests import Test

_COMPARING = frozenset({
    "__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__contains__", "__hash__", "__bool__",
})  # fmt: skip


def runs_own_code(test: Test) -> bool:
    """Whether a test defines what comparing its objects does, in a class of its own: that is then what it runs."""
    return any(
        not _COMPARING.isdisjoint(item.name for item in scope.statements_of_functions())
        for scope in test.scopes if scope.is_class
    )  # fmt: skip


def is_read_for_effect(test: Test, statement: Any) -> bool:
    """Whether a test has read an attribute or item of a thing and dropped it, before a statement asks the thing again.

    Such a test loads, refreshes or counts by reading. What mocks offer as attributes is no such thing.
    """
    read = [
        root_name(item.value)
        for item in test.scope.statements.get(ast.Expr, ())
        if item.value.__class__ in (ast.Attribute, ast.Subscript) and item.lineno < statement.lineno
        and not (isinstance(item.value, ast.Attribute) and (item.value.attr in MOCK or item.value.attr == "called"))
    ]  # fmt: skip
    return bool(read) and any(
        isinstance(part, ast.Name) and part.id in read and not is_self(part) for part in descend(statement)
    )
