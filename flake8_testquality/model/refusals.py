"""Refusals: blocks that await what a mock raises when it is asked for what it does not have."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.assertion_names import BLOCKS, RAISES
from flake8_testquality.model.names import last_name

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

# What unittest.mock raises for an assertion or a keyword that it does not know.
_RAISED = frozenset({"AttributeError", "RuntimeError", "TypeError"})


def is_refused(module: Module, statement: Any) -> bool:
    """Whether a statement is all that stands in a block which awaits that a mock, or a patch, refuses it."""
    if isinstance(statement, ast.With | ast.AsyncWith) and not all(_does_nothing(item) for item in statement.body):
        return False
    for above in module.enclosing(statement):
        if isinstance(above, ast.With | ast.AsyncWith):
            return above.body == [statement] and any(_awaits(module, item.context_expr) for item in above.items)
    return False


def _does_nothing(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Pass) or (
        isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    )


def _awaits(module: Module, node: ast.expr) -> bool:
    if not isinstance(node, ast.Call) or not node.args:
        return False
    is_raises = last_name(node.func) in RAISES or BLOCKS.get(module.resolve(node.func) or "") == "raises"
    first = node.args[0]
    named = first.elts if isinstance(first, ast.Tuple) else [first]
    return is_raises and any(last_name(item) in _RAISED for item in named)
