"""Conditions: which branches and loops of a test hang on what the code under test does, so that they may not run."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.checks import block_checks, checking_calls, checks_around
from flake8_testquality.model.control import is_controlled, is_filled
from flake8_testquality.model.names import last_name
from flake8_testquality.model.risk import is_fail
from flake8_testquality.model.scopes import FUNCTIONS

if TYPE_CHECKING:
    from flake8_testquality.model.tests import Test

_BRANCHING = frozenset({ast.If, ast.For, ast.AsyncFor, ast.While, ast.Try, ast.TryStar, ast.Match})
_SKIPS = frozenset(["skip", "skipTest", "xfail", "importorskip", "exit"])


def is_conditional(test: Test) -> bool:
    """Whether a test checks something, and every check hangs on a condition that the test does not control."""
    if _BRANCHING.isdisjoint(test.scope.statements):
        return False
    plain = [item for item in test.assertions if item.kind != "helper"]
    # a fail behind a condition is a check of that condition
    if any(
        item.kind == "fail" or (item.scope is test.scope and is_fail(item.statement, test.module, item.scope))
        for item in plain
    ):
        return False
    if any(item.scope is not test.scope or test.module.block_parent(item.statement) is test.node for item in plain):
        return False
    if any(node.exc is not None for node in test.scope.statements.get(ast.Raise, ())):
        return False
    statements: list[Any] = [item.statement for item in plain]
    if statements and not all(hangs(test, statement) for statement in statements):
        return False
    if not statements:
        return False
    more = checking_calls(test)
    own = set(map(id, test.scope.calls))
    if any(id(call) not in own or not hangs(test, test.module.statement_of(call)) for call in more):
        return False
    return not checks_around(test)


def hangs(test: Test, statement: Any) -> bool:
    """Whether a statement runs only under a condition that the test does not control."""
    current = statement
    for above in test.module.enclosing(statement):
        if above is test.node or isinstance(above, ast.ClassDef) or above.__class__ in FUNCTIONS:
            return False
        if _is_condition(test, above, current):
            return True
        current = above
    return False


def _is_condition(test: Test, above: Any, current: Any) -> bool:
    module, scope = test.module, test.scope
    if isinstance(above, ast.If):
        return not is_controlled(test, above.test) and not (_settles(test, above.body) and _settles(test, above.orelse))
    if isinstance(above, ast.For | ast.AsyncFor):
        if current in above.orelse or _settles(test, above.orelse):
            return False
        return isinstance(above, ast.AsyncFor) or not is_filled(test, above.iter)
    if isinstance(above, ast.While):
        return current in above.body and not is_controlled(test, above.test) and not _settles(test, above.orelse)
    if isinstance(above, ast.ExceptHandler):
        outer: Any = module.block_parent(above)
        return not (
            block_checks(module, outer.body, scope) or _settles(test, outer.body) or _settles(test, outer.orelse)
        )
    if isinstance(above, ast.Try | ast.TryStar):
        return current in above.orelse and not all(
            _is_import_guard(handler) or _settles(test, handler.body) for handler in above.handlers
        )
    if isinstance(above, ast.match_case):
        match: Any = module.block_parent(above)
        wild = any(_is_wild(case) for case in match.cases)
        return not is_controlled(test, match.subject) and not (
            wild and all(_settles(test, case.body) for case in match.cases)
        )
    return False


def _is_import_guard(handler: ast.ExceptHandler) -> bool:
    return last_name(handler.type) in ("ImportError", "ModuleNotFoundError")


def _is_wild(case: ast.match_case) -> bool:
    return isinstance(case.pattern, ast.MatchAs) and case.pattern.pattern is None and case.guard is None


def _settles(test: Test, block: list[Any]) -> bool:
    """Whether a block checks, fails, skips or leaves by an error, whatever the test's own conditions are."""
    for statement in block:
        if isinstance(statement, ast.If):
            if _settles(test, statement.body) and _settles(test, statement.orelse):
                return True
        elif (
            isinstance(statement, ast.Raise)
            or is_fail(statement, test.module, test.scope)
            or block_checks(test.module, [statement], test.scope)
            or _skips(statement)
        ):
            return True
    return False


def _skips(statement: Any) -> bool:
    value = statement.value if isinstance(statement, ast.Expr) else None
    return isinstance(value, ast.Call) and last_name(value.func) in _SKIPS
