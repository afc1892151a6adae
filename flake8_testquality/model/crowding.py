"""Crowding: the raises blocks of a file with more than one statement that could do what is expected of the last."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.names import last_name
from flake8_testquality.model.relations import related
from flake8_testquality.model.risk import is_raised_by_hand, is_warned_by_hand, risky_statements
from flake8_testquality.model.scopes import flat

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module

_GROUPS = frozenset({"create_task_group", "open_nursery", "TaskGroup"})
_PLATFORM = frozenset({("sys", "platform"), ("sys", "version_info"), ("os", "name")})


def crowded(module: Module) -> Iterator[tuple[Assertion, int]]:
    """(assertion, statements that could raise or warn) for each block where more than one could."""
    for assertion in related(module, "raises", "warns"):
        if assertion.block is None or assertion.name.endswith("RaisesGroup"):
            continue
        risky = risky_statements(assertion.block, module, assertion.scope)
        if len(risky) < 2 or is_raised_by_hand(risky[-1]) or _is_of_task_group(assertion):
            continue
        if _is_endless(assertion.block) or (len(risky) == 2 and _has_variant(assertion.block)):
            continue
        if not all(is_warned_by_hand(item, module, assertion.scope) for item in risky):
            yield assertion, len(risky)


def _is_of_task_group(assertion: Assertion) -> bool:
    if not any((last_name(item) or "").endswith("ExceptionGroup") for item in assertion.expected_exceptions):
        return False
    only = assertion.block[0] if assertion.block is not None and len(assertion.block) == 1 else None
    items = only.items if isinstance(only, ast.AsyncWith) else []
    opened = (item.context_expr for item in items)
    return any(last_name(part.func) in _GROUPS for part in opened if isinstance(part, ast.Call))


def _is_endless(block: list[Any]) -> bool:
    """Whether a block is one loop that nothing but an exception ends: its steps are repeated until one raises."""
    loop = block[0] if len(block) == 1 else None
    if not isinstance(loop, ast.While) or not isinstance(loop.test, ast.Constant) or not loop.test.value:
        return False
    return not any(isinstance(item, ast.Break | ast.Return) for item in flat(loop.body))


def _has_variant(block: list[Any]) -> bool:
    """Whether one step stands under a question about constants or the platform: each variant has steps of its own."""
    return any(isinstance(item, ast.If) and len(item.body) == 1 and _is_of_build(item.test) for item in block)


def _is_of_build(node: ast.expr) -> bool:
    """Whether a condition asks for constants in capitals or the platform alone."""
    if isinstance(node, ast.BoolOp):
        return all(_is_of_build(item) for item in node.values)
    if isinstance(node, ast.UnaryOp):
        return _is_of_build(node.operand)
    if isinstance(node, ast.Compare):
        node = node.left
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return node.attr.isupper() or (node.value.id, node.attr) in _PLATFORM
    return isinstance(node, ast.Name) and node.id.isupper()
