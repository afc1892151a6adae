"""Surroundings: the with statements, lambdas and raises blocks that a call stands in."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.assertions import BLOCKS, RAISES
from flake8_testquality.model.names import dotted_text, last_name
from flake8_testquality.model.scopes import FUNCTIONS, Scope, descend
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

TIMEOUTS = regex(
    r"time_?out|fail_after|fail_at|move_on|deadline|wait_for|cancelscope|cancel_scope|time_?limit|alarm"
)
_LOOPS = regex(r"^(?:asyncio|anyio|trio|uvloop)\.run$|(?:^|[._])(?:event_)?loop\.run$")


def runs_on_the_spot(module: Module, call: ast.Call, *, needs_loop: bool = False) -> bool:
    """Whether a call (awaited, or given to asyncio.run or run_until_complete) is a statement of its own.

    False for one inside another expression: an argument, a lambda, a comprehension. One that `needs_loop` must be
    awaited or given to a loop.
    """
    is_driven = False
    statement: Any = module.statement_of(call)
    value = getattr(statement, "value", None) if isinstance(statement, ast.Expr | ast.Assign | ast.Return) else None
    for _ in range(3):
        if value is call:
            return not needs_loop or is_driven
        if isinstance(value, ast.Await):
            value, is_driven = value.value, True
        elif isinstance(value, ast.Call) and value.args and drives_coroutines(module, value.func):
            value, is_driven = value.args[0], True
    return False


def drives_coroutines(module: Module, func: ast.expr) -> bool:
    """Whether a function runs the coroutine that it is given on the spot: asyncio.run, `loop.run_until_complete`."""
    word = last_name(func)
    if word != "run":
        return word == "run_until_complete"
    return bool(_LOOPS.search(module.resolve(func, module.scope) or dotted_text(func) or ""))


def in_lambda(module: Module, call: ast.Call) -> bool:
    """Whether a call stands in a lambda, and so runs where that is called."""
    lambdas = [node for node in descend(module.statement_of(call)) if isinstance(node, ast.Lambda)]
    return any(node is call for item in lambdas for node in descend(item.body))


def around(module: Module, statement: ast.AST) -> list[Any]:
    """The statements around a statement, from the inside out, in its function."""
    return [
        node for node in module.enclosing(statement) if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def contexts_around(module: Module, statement: ast.AST) -> Iterator[tuple[ast.expr, list[Any]]]:
    """(context, body) of each with statement around a statement, from the inside out."""
    for node in around(module, statement):
        if isinstance(node, ast.With | ast.AsyncWith):
            for item in reversed(node.items):
                yield item.context_expr, node.body


def has_timeout_around(module: Module, statement: ast.AST) -> bool:
    """Whether a with statement around limits the time, like asyncio.timeout or trio.fail_after.

    So it is in a helper that the file calls nowhere but in such a statement, or as what wait_for is given.
    """
    return _is_limited(module, statement) or _is_helper_in_time(module, statement)


def _is_limited(module: Module, statement: ast.AST) -> bool:
    return any(TIMEOUTS.search(_words_of(context)) for context, _ in contexts_around(module, statement))


def _is_helper_in_time(module: Module, statement: ast.AST) -> bool:
    """Whether a statement is one of a helper each of whose calls in the file is cut when its time is over."""
    found = next((node for node in module.enclosing(statement) if isinstance(node, FUNCTIONS)), None)
    if found is None:
        return False
    calls = [call for calls in module.calls.among(frozenset({found.name})).values() for call in calls]
    return bool(calls) and all(
        _is_limited(module, module.statement_of(call)) or _is_waited_for(module, call) for call in calls
    )


def _is_waited_for(module: Module, call: ast.Call) -> bool:
    """Whether a call is what a function of a limit is given: `asyncio.wait_for(until_closed(), 5)`."""
    return any(
        isinstance(part, ast.Call)
        and TIMEOUTS.search((last_name(part.func) or "").lower())
        and any(item is call for item in part.args)
        for part in descend(module.statement_of(call))
    )


def _words_of(node: ast.expr) -> str:
    return " ".join(word.lower() for part in descend(node) if (word := last_name(part)))


def in_raises_block(module: Module, node: ast.AST, scope: Scope) -> bool:
    """Whether a call or a statement stands in a block that expects an exception or a warning."""
    for context, _ in contexts_around(module, module.statement_of(node)):
        if isinstance(context, ast.Call):
            word = last_name(context.func) or ""
            if word in RAISES or word in ("raises", "suppress") or module.resolve(context.func, scope) in BLOCKS:
                return True
    return False
