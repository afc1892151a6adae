"""TQ318."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope

ONE = frozenset({"call_args", "await_args"})
LISTS = frozenset({"call_args_list", "await_args_list"})


@rule(
    code="TQ318",
    profile="strict",
    message="`{text}` counts on the layout of the call: use .args or .kwargs, or assert_called_with",
    bad='''
        from unittest import mock

        from billing import notify


        def test_customer_is_told():
            send = mock.Mock()
            notify("ada", send)
            assert send.call_args[0][1] == "paid"  # TQ318
    ''',
    good='''
        from unittest import mock

        from billing import notify


        def test_customer_is_told():
            send = mock.Mock()
            notify("ada", send)
            send.assert_called_once_with("ada", "paid")
    ''',
)
def positional_call_args(module: Module, _: Module) -> Iterator[Finding]:
    """`[0]` and `[1]` of a recorded call hide which are the arguments and which the keywords.

    Allowed: `.args` and `.kwargs`, unpacking `args, kwargs = mock.call_args`.
    """
    lines = [number for number, line in enumerate(module.source.lines, 1) if "l_args" in line or "t_args" in line]
    if not lines:
        return
    for scope in module.scopes:
        node: Any = scope.node
        if not scope.is_function or not any(node.lineno <= line <= node.end_lineno for line in lines):
            continue
        for part in scope.own(ast.Subscript):
            if _index(part) in (-2, -1, 0, 1) and _is_record(part.value, scope, module):
                yield Finding(part, text=module.text(part))


def _index(node: ast.Subscript) -> int | None:
    index, sign = node.slice, 1
    if isinstance(index, ast.UnaryOp) and isinstance(index.op, ast.USub):
        index, sign = index.operand, -1
    return sign * index.value if isinstance(index, ast.Constant) and isinstance(index.value, int) else None


def _is_record(node: ast.expr, scope: Scope, module: Module) -> bool:
    """Whether an expression is one recorded call of a mock, by its name or by the one place that names it."""
    if isinstance(node, ast.Name):
        found = module.names.lookup(node.id, scope)
        value = found[1][0].value if found and len(found[1]) == 1 else None
        return value is not None and not isinstance(value, ast.Name) and _is_record(value, scope, module)
    if isinstance(node, ast.Attribute):
        return node.attr in ONE
    listed = node.value if isinstance(node, ast.Subscript) and not isinstance(node.slice, ast.Slice) else None
    return isinstance(listed, ast.Attribute) and listed.attr in LISTS
