"""Returned checks: comparisons and booleans that a test hands back instead of asserting them."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.checks import checks_inside
from flake8_testquality.model.decorators import all_neutral
from flake8_testquality.model.references import is_handed_over
from flake8_testquality.rule import Edit

if TYPE_CHECKING:
    from flake8_testquality.model.tests import Test

_BOOLEAN = frozenset(["isinstance", "issubclass", "hasattr", "callable", "all", "any", "bool"])
_PREDICATES = frozenset(["startswith", "endswith", "exists", "is_file", "is_dir", "issubset", "issuperset", "isdigit"])


def returned_checks(test: Test) -> list[Any]:
    """The return statements of a test that hand back a comparison or boolean which nothing else has checked."""
    found = [node for node in test.scope.statements.get(ast.Return, ()) if node.value is not None]
    found = [node for node in found if _is_boolean(test, node.value)]
    if not found or not all_neutral(test.module, test.node, patches=True):
        return []
    is_used = test.cls is None and is_handed_over(test)
    return [] if checks_inside(test) or is_used or _only_leaves(test, found) else found


def _only_leaves(test: Test, found: list[Any]) -> bool:
    """Whether a test only ever returns a plain True, ahead of its end, and hands what it finds out to a helper.

    What it gives where it goes on to its end is nothing: the True is a way out and no verdict.
    """
    is_plain = all(isinstance(node.value, ast.Constant) and node.value.value is True for node in found)
    return is_plain and test.body[-1] not in found and any(item.kind == "helper" for item in test.assertions)


def _is_boolean(test: Test, node: ast.expr) -> bool:
    if isinstance(node, ast.Constant):
        return isinstance(node.value, bool)
    if isinstance(node, ast.BoolOp):
        return any(_is_boolean(test, part) for part in node.values)
    if isinstance(node, ast.UnaryOp):
        return isinstance(node.op, ast.Not)
    if isinstance(node, ast.IfExp):
        return _is_boolean(test, node.body) and _is_boolean(test, node.orelse)
    if isinstance(node, ast.Name):
        values = [place.value for place in test.module.bindings(test.scope).get(node.id, ())]
        return bool(values) and all(_is_told(test, value, node.id) for value in values)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return node.func.attr in _PREDICATES
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _BOOLEAN:
        return test.module.resolve(node.func, test.scope) == f"builtins.{node.func.id}"
    if isinstance(node, ast.Attribute):
        return node.attr == "called"
    return isinstance(node, ast.Compare)


def _is_told(test: Test, value: ast.expr | None, name: str) -> bool:
    """Whether what a name is given is a boolean, by itself or with what the name held before: `ok and total == 3`."""
    parts = value.values if isinstance(value, ast.BoolOp) else [value]
    others = [item for item in parts if not (isinstance(item, ast.Name) and item.id == name)]
    return all(item is not None and not isinstance(item, ast.Name) and _is_boolean(test, item) for item in others)


def assert_instead(test: Test, statement: Any) -> tuple[Edit, ...]:
    """The edit that turns the last `return` of a test into an `assert`; none for a constant or an early return."""
    if isinstance(statement.value, ast.Constant) or test.body[-1] is not statement:
        return ()
    start, _ = test.module.source.range(statement)
    return (Edit(start, start + len("return"), "assert"),)
