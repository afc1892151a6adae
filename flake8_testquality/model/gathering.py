"""Gathering: exceptions of several coroutines that are collected, and whether anybody looks at them."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.calls import keyword
from flake8_testquality.model.names import last_name, target_names
from flake8_testquality.model.same_words import same_words

if TYPE_CHECKING:
    from flake8_testquality.model.calls import Call
    from flake8_testquality.model.scopes import Scope

GATHERS = frozenset({"asyncio.gather"})
_RUNNERS = frozenset(["run", "run_until_complete", "wait_for", "shield"])
_ENDS = frozenset(["cancel", "close", "aclose", "stop", "shutdown", "terminate", "kill", "disconnect"])


def is_swallowed(call: Call) -> bool:
    """Whether a gather collects exceptions and its results are dropped, tasks that were told to end left aside."""
    given = keyword(call.node, "return_exceptions")
    if not (isinstance(given, ast.Constant) and given.value is True):
        return False
    test = call.test
    if test is None and call.fixture is None:
        return False
    statement: Any = call.module.statement_of(call.node)
    if not _is_dropped(call, statement):
        return False
    return not (_drains(call, statement) or _asks_tasks(call, statement) or _follows_an_end(call, statement))


def _asks_tasks(call: Call, statement: Any) -> bool:
    """Whether a task that is waited for has its name read again below: it keeps its result, or its exception."""
    given = [item.value if isinstance(item, ast.Starred) else item for item in call.node.args]
    names = {item.id for item in given if isinstance(item, ast.Name)}
    kept = [item for item in given if isinstance(item, ast.Attribute)]
    home = _outermost(call)
    return any(
        node.id in names and isinstance(node.ctx, ast.Load) and node.lineno > statement.end_lineno
        for node in (home.nodes(ast.Name) if names else ())
    ) or any(
        node.lineno > statement.end_lineno and any(same_words(node, item) for item in kept)
        for node in (home.nodes(ast.Attribute) if kept else ())
    )


def _drains(call: Call, statement: Any) -> bool:
    """Whether a test ends by waiting for tasks that an object keeps, none of which the test has started itself."""
    if call.test is None or not call.test.body or statement is not call.test.body[-1]:
        return False
    return bool(call.node.args) and all(
        isinstance(item, ast.Starred) and isinstance(item.value, ast.Attribute) for item in call.node.args
    )


def _is_dropped(call: Call, statement: Any) -> bool:
    value = getattr(statement, "value", None)
    for _ in range(4):
        if value is call.node:
            break
        if isinstance(value, ast.Await):
            value = value.value
        elif isinstance(value, ast.Call) and last_name(value.func) in _RUNNERS and value.args:
            value = value.args[0]
        else:
            return False
    if isinstance(statement, ast.Expr):
        return True
    if not isinstance(statement, ast.Assign):
        return False
    if not all(isinstance(target, ast.Name | ast.Tuple | ast.List) for target in statement.targets):
        return False
    names = [name for target in statement.targets for name in target_names(target)]
    reads = [node for node in _outermost(call).nodes(ast.Name) if node.id in names and isinstance(node.ctx, ast.Load)]
    return all(value is statement.value and _is_only_waited_for(call, node) for node in reads)


def _is_only_waited_for(call: Call, node: ast.Name) -> bool:
    """Whether a name stands in a bare `await name`, which drops the results."""
    waiting = call.module.parent(node)
    return isinstance(waiting, ast.Await) and isinstance(call.module.parent(waiting), ast.Expr)


def _outermost(call: Call) -> Scope:
    """The function of the file in which a call stands, however deep."""
    return next(scope for scope in call.scope.chain() if scope.parent is None or not scope.parent.is_function)


def _follows_an_end(call: Call, statement: Any) -> bool:
    """Whether the gathered tasks were cancelled or closed before, so that their exceptions mean nothing."""
    module = call.module
    for above in module.enclosing(statement):
        if isinstance(above, ast.Try | ast.TryStar) and any(
            statement is item or _holds(item, statement) for item in above.finalbody
        ):
            return True
    if call.fixture is not None:
        return True
    calls = [other for scope in call.scope.chain() if scope.is_function for other in scope.calls]
    if any(last_name(other.func) in _ENDS and other.lineno <= statement.end_lineno for other in calls):
        return True
    return any(
        last_name(getattr(part, "func", None)) in _ENDS for part in ast.walk(call.node) if isinstance(part, ast.Call)
    )


def _holds(outer: Any, inner: Any) -> bool:
    return bool(outer.lineno <= inner.lineno and (inner.end_lineno or 0) <= (outer.end_lineno or 0))
