"""Subtests: blocks that count as a case of their own, and whether they check anything."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.checks import block_checks
from flake8_testquality.model.intentions import is_skipped, is_smoke_test
from flake8_testquality.model.mocks import patch_at
from flake8_testquality.model.names import dotted_text, last_name, target_names
from flake8_testquality.model.scopes import Scope, expressions_in, flat
from flake8_testquality.model.words import words

if TYPE_CHECKING:
    from flake8_testquality.model.tests import Test

_VALIDATING = frozenset(["clean", "validate", "verify", "ensure"])


def unchecked_subtests(test: Test) -> Iterator[ast.stmt]:
    """The subTest blocks of a test that call something and check nothing."""
    for scope in test.scopes:
        for kind in (ast.With, ast.AsyncWith):
            for node in scope.statements.get(kind, ()):
                if not any(is_subtest(item.context_expr) for item in node.items) or not _works(node.body):
                    continue
                others = [
                    item.context_expr
                    for item in node.items
                    if not is_subtest(item.context_expr) and patch_at(test.module, item.context_expr, scope) is None
                ]
                claims = {item.statement for item in test.assertions if item.block is not None}
                if node in claims or others or block_checks(test.module, node.body, scope):
                    continue
                if is_skipped(test) or is_smoke_test(test) or _hands_on(test, scope, node):
                    continue
                if not (_accepts(test, node.body) or _validates(node.body)):
                    yield node


def is_subtest(context: ast.expr) -> bool:
    """Whether a context manager is unittest's `self.subTest()` or pytest's `subtests.test()`."""
    if not isinstance(context, ast.Call):
        return False
    return last_name(context.func) == "subTest" or dotted_text(context.func) in ("subtests.test", "self.subtests.test")


def _accepts(test: Test, block: list[Any]) -> bool:
    """Whether a block only hands good input to what must raise elsewhere in the test: not to raise is what it shows."""
    calls = [_call_alone(statement) for statement in block]
    names = {dotted_text(call.func) if call is not None else None for call in calls}
    return None not in names and names <= _raisers(test)


def _validates(block: list[Any]) -> bool:
    """Whether a block ends in a call that gives nothing and raises where what it looks at is bad."""
    call = _call_alone(block[-1])
    return call is not None and not _VALIDATING.isdisjoint(words(last_name(call.func) or ""))


def _call_alone(statement: ast.stmt) -> ast.Call | None:
    value = statement.value if isinstance(statement, ast.Expr) else None
    value = value.value if isinstance(value, ast.Await) else value
    return value if isinstance(value, ast.Call) else None


def _raisers(test: Test) -> set[str | None]:
    """The names of what a test expects to raise: called alone in a raises block, or handed to assertRaises."""
    found: set[str | None] = set()
    for item in test.assertions:
        if item.kind != "raises":
            continue
        if item.block is None:
            found.update(dotted_text(argument) for argument in (item.call.args[1:2] if item.call else ()))
            continue
        last = item.block[-1]
        value = last.value if isinstance(last, ast.Expr | ast.Assign) else None
        value = value.value if isinstance(value, ast.Await) else value
        found.add(dotted_text(value.func) if isinstance(value, ast.Call) else None)
    return found


def _hands_on(test: Test, scope: Scope, block: ast.With | ast.AsyncWith) -> bool:
    """Whether what a block binds is looked at behind it: it is a step, and the check comes later.

    Of a loop only the last value is left.
    """
    if any(isinstance(above, ast.For | ast.AsyncFor | ast.While) for above in test.module.enclosing(block)):
        return False
    end = block.end_lineno or 0
    bound = {
        name
        for statement in flat(block.body)
        if isinstance(statement, ast.Assign)
        for target in statement.targets
        for name in target_names(target)
    }
    return bool(bound) and any(
        node.id in bound and node.lineno > end and isinstance(node.ctx, ast.Load) for node in scope.nodes(ast.Name)
    )


def _works(block: list[Any]) -> bool:
    return any(isinstance(part, ast.Call) for part in expressions_in(block))
