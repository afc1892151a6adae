"""Raises written by hand: what a try with one handler says, and what would say it better."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.checks import checking_calls
from flake8_testquality.model.diagnosis import asserts, diagnoses
from flake8_testquality.model.names import last_name
from flake8_testquality.model.risk import is_fail, is_raised_by_hand
from flake8_testquality.model.scopes import Scope, descend, flat
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

LOOPS = (ast.For, ast.AsyncFor, ast.While)
BROAD = {"Exception", "BaseException"}
_NO_FAILURES = {"SkipTest", "Skipped", "XFailed", "KeyboardInterrupt", "SystemExit"}
JUMPS = (ast.Break, ast.Continue, ast.Return)
# What is known of an exception only while it is handled: assertRaises clears its frames.
_TRACE = {"format_exc", "print_exc", "exc_info", "__traceback__", "from_current", "trace"}
_CANCEL_SCOPES = {"CancelScope", "open_cancel_scope", "move_on_after", "move_on_at"}
_OUTCOMES = {"skip", "skipTest", "xfail", "exit"}
_FAILURES = {"AssertionError", "failureException", "Failed"}
_CHECKER = regex(r"raises|^(?:assert|fail|expect)", re.IGNORECASE)
# Said above a try or in it: that nothing need be raised.
_TOLERANT = regex(
    r"#(?! type:)(?! noqa).*\b(?:usually|sometimes|may|might|ignore|fine|either|depend\w*|flaky|racy|allowed|"
    r"acceptable|okay|if so|older|newer)\b",
    re.IGNORECASE,
)
_NO_RAISES = regex(
    r"#.*(?:(?:cannot|can't|not|won't|avoid|instead).*raises|raises.*(?:cannot|can't|not|won't|because))", re.IGNORECASE
)
_NEEDLESS = "an exception fails the test by itself: drop this try and its except"
_BY_HAND = "try, fail, except: `{tool}` says it in one line and forgets nothing"
_NEVER = "without an exception the check in `except` never runs: use `{tool}`, then check what it caught"


def verdict(statement: ast.Try, test: Test) -> str | None:
    """What is wrong with a try that stands for a raises block, with `{tool}` for its name; None if nothing is."""
    if len(statement.handlers) != 1 or statement.finalbody:
        return None
    module, scope = test.module, test.scope
    handler = statement.handlers[0]
    fails = any(is_fail(item, module, scope) for item in handler.body)
    missed = any(isinstance(item, ast.Raise) or is_fail(item, module, scope) for item in statement.orelse)
    missed = missed or is_fail(statement.body[-1], module, scope) or isinstance(statement.body[-1], ast.Raise)
    checked = any(asserts(item) for item in flat(handler.body))
    if not (fails or missed or checked) or any(_hands_on(item, handler.name) for item in flat(handler.body)):
        return None
    if _is_retried(statement, module) or (
        _catches_cancelling(handler) and (_is_in_cancel_scope(statement, module) or _opens_cancel_scope(statement))
    ):
        return None
    if fails:
        only = not any(is_fail(item, module, scope) for item in [*statement.body, *statement.orelse])
        only = only and not (_would_not_fail(handler) or diagnoses(handler, module, scope))
        return _needless(test) if only else None
    if _raises_itself(statement, module, scope) or _reads_trace(handler) or _is_said(_NO_RAISES, statement, module):
        return None
    if missed:
        return None if _keeps_count(handler) or _tries_a_check(statement) else _BY_HAND
    if _told_apart(statement) or _is_tolerated(statement, module) or _names_cases(handler, test):
        return None
    return _BY_HAND if _is_noted(statement, module) else _NEVER


def _is_said(words: re.Pattern[str], statement: ast.Try, module: Module) -> bool:
    """Whether a comment right above a statement, or in it, says one of some words."""
    lines = module.source.lines
    first = statement.lineno - 1
    while first and lines[first - 1].lstrip().startswith("#"):
        first -= 1
    return any(words.search(line) is not None for line in lines[first : statement.end_lineno])


def _needless(test: Test) -> str:
    """That a try is needless; and that the test should check something, where nothing but its handlers does."""
    handlers = test.scope.statements.get(ast.ExceptHandler, ())
    handled = [(item.lineno, item.end_lineno) for item in handlers]
    found = [item.node for item in test.assertions if item.kind != "fail"]
    for node in [*found, *checking_calls(test)]:
        if not any(first <= node.lineno <= last for first, last in handled):
            return _NEEDLESS
    return f"{_NEEDLESS}, and check the result"


def _hands_on(statement: Any, name: str | None) -> bool:
    """Whether a statement raises on what was caught."""
    if not isinstance(statement, ast.Raise):
        return False
    return statement.exc is None or (isinstance(statement.exc, ast.Name) and statement.exc.id == name)


def _tries_a_check(statement: ast.Try) -> bool:
    """Whether the code under test is itself a checking tool, which a raises block would have to trust."""
    first: Any = statement.body[0]
    held = first.items[0].context_expr if isinstance(first, ast.With | ast.AsyncWith) else None
    call = first.value if isinstance(first, ast.Expr | ast.Assign) else held
    call = call.value if isinstance(call, ast.Await) else call
    name = last_name(call.func) if isinstance(call, ast.Call) else None
    if name is None or _CHECKER.search(name) is None:
        return False
    caught = {last_name(part) for part in descend(statement.handlers[0].type or first)}
    return "raises" in name.lower() or not caught.isdisjoint(_FAILURES)


def _keeps_count(handler: ast.ExceptHandler) -> bool:
    """Whether a handler makes the entry that was missing: a try of a look-up, no test of its error."""
    return any(
        isinstance(item, ast.Assign) and any(isinstance(target, ast.Subscript) for target in item.targets)
        for item in handler.body
    )


def _is_noted(statement: ast.Try, module: Module) -> bool:
    """Whether the test sees by itself that nothing was raised: by a flag that it checks later, or by a return."""
    if isinstance(statement.handlers[0].body[-1], ast.Return):
        return True
    parts = [*statement.body, *statement.handlers[0].body]
    flags = {
        target.id
        for item in parts
        if isinstance(item, ast.Assign)
        for target in item.targets
        if isinstance(target, ast.Name)
    }
    parent: Any = module.block_parent(statement) if flags else None
    later = [item for item in getattr(parent, "body", ()) if item.lineno > statement.lineno]
    return any(
        isinstance(part, ast.Name) and part.id in flags
        for item in later
        if asserts(item)
        for part in descend(item)
    )


def _would_not_fail(handler: ast.ExceptHandler) -> bool:
    """Whether a runner takes what is caught for something else than a failure: a skipped test, an interrupted run."""
    caught = handler.type
    parts = caught.elts if isinstance(caught, ast.Tuple) else [caught]
    return any(
        last_name(part) in _NO_FAILURES
        or (isinstance(part, ast.Attribute) and last_name(part.value) in ("skip", "xfail"))
        for part in parts
    )


def _catches_cancelling(handler: ast.ExceptHandler) -> bool:
    caught = handler.type
    if caught is None or last_name(caught) == "BaseException":
        return True
    parts = caught.elts if isinstance(caught, ast.Tuple) else [caught]
    names = (last_name(part.func if isinstance(part, ast.Call) else part) or "" for part in parts)
    return any("cancel" in name.lower() for name in names)


def _is_in_cancel_scope(statement: ast.Try, module: Module) -> bool:
    """Whether a scope around a try swallows a cancelling, so that it would not fail the test by itself."""
    return any(
        isinstance(item.context_expr, ast.Call) and last_name(item.context_expr.func) in _CANCEL_SCOPES
        for outer in module.enclosing(statement)
        if isinstance(outer, ast.With | ast.AsyncWith)
        for item in outer.items
    )


def _opens_cancel_scope(statement: ast.Try) -> bool:
    return any(
        isinstance(part, ast.Call) and last_name(part.func) in _CANCEL_SCOPES
        for item in flat(statement.body)
        if isinstance(item, ast.With | ast.AsyncWith)
        for part in (held.context_expr for held in item.items)
    )


def _reads_trace(handler: ast.ExceptHandler) -> bool:
    return any(
        (part.attr if isinstance(part, ast.Attribute) else getattr(part, "id", "")) in _TRACE
        or (isinstance(part, ast.Call) and last_name(part.func) == "Failure" and not part.args)
        for item in handler.body
        for part in descend(item)
    )


def _is_tolerated(statement: ast.Try, module: Module) -> bool:
    """Whether nothing need be raised: a comment says so, an import asks what is installed, a loop for an errno."""
    handler = statement.handlers[0]
    if _is_said(_TOLERANT, statement, module) or _only_denies(handler):
        return True
    if handler.name is None and all(isinstance(item, ast.Import | ast.ImportFrom) for item in statement.body):
        return True
    asked = any(getattr(part, "attr", "") == "errno" for item in statement.handlers[0].body for part in descend(item))
    return asked and any(isinstance(outer, LOOPS) for outer in module.enclosing(statement))


def _only_denies(handler: ast.ExceptHandler) -> bool:
    """Whether a handler says only what the exception must not be: none at all is as good."""
    claims = [item.test for item in flat(handler.body) if isinstance(item, ast.Assert)]
    return bool(claims) and all(
        (isinstance(claim, ast.UnaryOp) and isinstance(claim.op, ast.Not))
        or (isinstance(claim, ast.Compare) and isinstance(claim.ops[0], ast.NotIn))
        for claim in claims
    )


def _names_cases(handler: ast.ExceptHandler, test: Test) -> bool:
    """Whether a handler says only which of a test's cases may raise."""
    claims = [item.test for item in handler.body if isinstance(item, ast.Assert)]
    known = set(test.arguments)
    return bool(claims) and all(
        isinstance(claim, ast.Compare)
        and isinstance(claim.left, ast.Name)
        and known.issuperset(part.id for part in descend(claim) if isinstance(part, ast.Name))
        for claim in claims
    )


def _raises_itself(statement: ast.Try, module: Module, scope: Scope) -> bool:
    """Whether the test raises what it catches, to do something in the handler, while the exception is at hand."""
    kind = statement.handlers[0].type
    caught = {last_name(part) or "" for part in descend(kind)} if kind is not None else BROAD
    if len(statement.body) == 1 and isinstance(statement.body[0], ast.Pass | ast.Assert):
        return is_fail(statement.body[0], module, scope) or isinstance(statement.body[0], ast.Pass)
    for item in flat(statement.body):
        if isinstance(item, ast.Expr) and last_name(getattr(item.value, "func", None)) in _OUTCOMES:
            return True
        if isinstance(item, ast.Raise) and not is_fail(item, module, scope):
            raised = last_name(item.exc.func if isinstance(item.exc, ast.Call) else item.exc)
            told = item is statement.body[-1] and is_raised_by_hand(item) and not caught & BROAD
            return not told or raised in caught
        value = getattr(item, "value", None)
        if isinstance(value, ast.BinOp) and isinstance(value.right, ast.Constant) and value.right.value == 0:
            return True
        local = module.definition(value.func, scope) if isinstance(value, ast.Call) else None
        if local is not None and any(isinstance(inner, ast.Raise) for inner in flat(local.body)):
            return True
    return False


def _told_apart(statement: ast.Try) -> bool:
    """Whether the way without an exception is checked too, so that both are outcomes that the test knows."""
    return any(asserts(item) for item in flat([*statement.body, *statement.orelse]))


def _is_retried(statement: ast.Try, module: Module) -> bool:
    loops = [outer for outer in module.enclosing(statement) if isinstance(outer, LOOPS)]
    if not loops:
        return False
    if any(isinstance(loop, ast.While) for loop in loops) or any(isinstance(item, JUMPS) for item in flat([statement])):
        return True
    return any(_awaits_an_error(outer) for loop in loops for outer in module.enclosing(loop))


def _awaits_an_error(outer: ast.AST) -> bool:
    """Whether a statement is a raises block: a loop in it ends with the last try's error."""
    return isinstance(outer, ast.With | ast.AsyncWith) and any(
        isinstance(item.context_expr, ast.Call) and "raises" in (last_name(item.context_expr.func) or "").lower()
        for item in outer.items
    )
