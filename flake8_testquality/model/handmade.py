"""Raises written by hand: what a try with one handler says, and what would say it better."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_testquality.model.names import last_name
from flake8_testquality.model.risk import is_fail, is_raised_by_hand
from flake8_testquality.model.scopes import Scope, descend, flat

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

LOOPS = (ast.For, ast.AsyncFor, ast.While)
BROAD = {"Exception", "BaseException"}
_NO_FAILURES = {"SkipTest", "Skipped", "XFailed", "KeyboardInterrupt"}
JUMPS = (ast.Break, ast.Continue, ast.Return)
# What is known of an exception only while it is handled: assertRaises clears its frames.
_TRACE = {"format_exc", "print_exc", "exc_info", "__traceback__"}
_CANCEL_SCOPES = {"CancelScope", "open_cancel_scope", "move_on_after", "move_on_at"}


def verdict(statement: ast.Try, module: Module, scope: Scope) -> str | None:
    """What is wrong with a try that stands for a raises block, with `{tool}` for its name; None if nothing is."""
    if len(statement.handlers) != 1 or statement.finalbody or _is_retried(statement, module):
        return None
    handler = statement.handlers[0]
    if any(isinstance(item, ast.Raise) and item.exc is None for item in flat(handler.body)):
        return None
    if any(is_fail(item, module, scope) for item in handler.body):
        only = not any(is_fail(item, module, scope) for item in [*statement.body, *statement.orelse])
        only = only and not (_would_not_fail(handler) or _diagnoses(handler, module, scope))
        only = only and not (_catches_cancelling(handler) and _is_in_cancel_scope(statement, module))
        return "an exception fails the test by itself: drop this try and its except" if only else None
    if _raises_itself(statement, module, scope) or _reads_trace(handler):
        return None
    missed = any(isinstance(item, ast.Raise) or is_fail(item, module, scope) for item in statement.orelse)
    if missed or is_fail(statement.body[-1], module, scope) or isinstance(statement.body[-1], ast.Raise):
        return "try, fail, except: `{tool}` says it in one line and forgets nothing"
    if any(_asserts(item) for item in flat(handler.body)) and not (
        _told_apart(statement) or _is_tolerated(statement, module)
    ):
        return "without an exception the check in `except` never runs: use `{tool}`, then check what it caught"
    return None


def _would_not_fail(handler: ast.ExceptHandler) -> bool:
    """Whether a runner takes what is caught for something else than a failure: a skipped test, an interrupted run."""
    caught = handler.type
    parts = caught.elts if isinstance(caught, ast.Tuple) else [caught]
    return any(
        last_name(part) in _NO_FAILURES
        or (isinstance(part, ast.Attribute) and last_name(part.value) in ("skip", "xfail"))
        for part in parts
    )


def _diagnoses(handler: ast.ExceptHandler, module: Module, scope: Scope) -> bool:
    """Whether a handler says or does more than to fail; what it caught, and from where, the runner prints itself."""
    for item in handler.body:
        call = item.value if isinstance(item, ast.Expr) else None
        call = call.value if isinstance(call, ast.Await) else call
        if not isinstance(call, ast.Call) or is_fail(item, module, scope) or _asserts(item):
            continue
        bare = all(isinstance(part, ast.Name) and part.id == handler.name for part in call.args)
        if not (bare and last_name(call.func) in ("print", "print_exc")):
            return True
    return False


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


def _reads_trace(handler: ast.ExceptHandler) -> bool:
    return any(
        (part.attr if isinstance(part, ast.Attribute) else getattr(part, "id", "")) in _TRACE
        for item in handler.body
        for part in descend(item)
    )


def _is_tolerated(statement: ast.Try, module: Module) -> bool:
    """Whether a try in a loop asks only which errno it is that some of the items give, and others need not."""
    asked = any(getattr(part, "attr", "") == "errno" for item in statement.handlers[0].body for part in descend(item))
    return asked and any(isinstance(outer, LOOPS) for outer in module.enclosing(statement))


def _raises_itself(statement: ast.Try, module: Module, scope: Scope) -> bool:
    """Whether the test raises what it catches, to do something in the handler, while the exception is at hand."""
    kind = statement.handlers[0].type
    caught = {last_name(part) or "" for part in descend(kind)} if kind is not None else BROAD
    for item in flat(statement.body):
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
    return any(_asserts(item) for item in flat([*statement.body, *statement.orelse]))


def _asserts(statement: ast.AST) -> bool:
    if isinstance(statement, ast.Assert):
        return True
    call = statement.value if isinstance(statement, ast.Expr) else None
    return isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr.startswith("assert")


def _is_retried(statement: ast.Try, module: Module) -> bool:
    loops = [outer for outer in module.enclosing(statement) if isinstance(outer, LOOPS)]
    if not loops:
        return False
    return any(isinstance(loop, ast.While) for loop in loops) or any(
        isinstance(item, JUMPS) for item in flat([statement])
    )
