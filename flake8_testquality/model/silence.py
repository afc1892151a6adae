"""Handlers that let an exception vanish."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from flake8_testquality.model.checking import returns_value
from flake8_testquality.model.given import given_arguments, given_calls
from flake8_testquality.model.names import dotted_text, last_name
from flake8_testquality.model.places import place_of
from flake8_testquality.model.reachability import is_endless
from flake8_testquality.model.scopes import descend, flat
from flake8_testquality.model.successes import is_accounted_for, lines_behind
from flake8_testquality.model.sure_raises import divides_by_zero
from flake8_testquality.model.tests import Test
from flake8_testquality.model.words import words

BROAD = frozenset({"Exception", "BaseException", "AssertionError"})
IMPORT_ERRORS = frozenset({"ImportError", "ModuleNotFoundError"})
CLEAN_UP = frozenset(
    "close aclose unlink remove rmtree rmdir removedirs delete stop kill terminate cancel disconnect shutdown cleanup "
    "clean_up clear release join wait drop drop_all destroy quit exit teardown tear_down unregister uninstall restore "
    "reset rollback detach umount wait_for gather abort dispose unsubscribe "
    "aclose_forcefully wait_closed logout delattr delenv pop".split()
)
_FAILURES = frozenset("fail skip skipTest xfail exit".split())
_ASSERTING = frozenset(["assertTrue", "assertFalse"])
_LOOPS = (ast.For, ast.AsyncFor, ast.While)
_LOGGING = frozenset(
    "print pprint pp print_exc print_exception debug info warning warn error exception critical log write".split()
)
# By whatever name they were imported: `from pprint import pprint as show`.
_PRINTERS = frozenset(
    "pprint.pprint pprint.pp traceback.print_exc logging.debug logging.info logging.warning logging.error "
    "logging.exception".split()
)
# `self.write`, `response.error`: what has such a method may be under test, unless its name speaks of a log.
_COMMON_WORDS = frozenset("write error info warn log exception print_exc print_exception".split())
_LOGS = frozenset("log logs logger logging stdout stderr traceback tb".split())


def exception_names(handler: ast.ExceptHandler) -> list[str]:
    """The last names of the exceptions that a handler catches; empty for a bare except."""
    if handler.type is None:
        return []
    items = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return [last_name(item) or "" for item in items]


def is_broad(handler: ast.ExceptHandler) -> bool:
    """Whether a handler catches everything, or a failed assertion."""
    return handler.type is None or not BROAD.isdisjoint(exception_names(handler))


def does_nothing(test: Test, handler: ast.ExceptHandler) -> bool:
    """Whether a handler's body is only pass, continue, a constant, or a line of log or print."""
    return all(_is_idle(test, statement) for statement in handler.body)


def _is_idle(test: Test, statement: Any) -> bool:
    if isinstance(statement, ast.Pass | ast.Continue):
        return True
    if not isinstance(statement, ast.Expr):
        return False
    value = statement.value
    if isinstance(value, ast.Call):
        if last_name(value.func) in _LOGGING:
            return not _is_console(test, value.func)
        return isinstance(value.func, ast.Name) and test.module.resolve(value.func) in _PRINTERS
    return isinstance(value, ast.Constant)


def _is_console(test: Test, func: ast.expr) -> bool:
    """Whether a call may be that of a method of a thing under test: its receiver is no logger, nor named for a log."""
    if not isinstance(func, ast.Attribute) or func.attr not in _COMMON_WORDS:
        return False
    receiver = func.value.func if isinstance(func.value, ast.Call) else func.value
    return _LOGS.isdisjoint(words(last_name(receiver) or "")) and not _is_logger(test, receiver)


def _is_logger(test: Test, receiver: ast.expr) -> bool:
    """Whether a name is bound to a logger: `lg = logging.getLogger("shop")`."""
    found = test.module.names.lookup(receiver.id, test.scope) if isinstance(receiver, ast.Name) else None
    places = found[1] if found else ()
    return any(last_name(getattr(place.value, "func", None)) in ("getLogger", "get_logger") for place in places)


def _fails(statements: list[Any]) -> bool:
    """Whether a block ends in a raise, a fail() or an assertion of a constant that cannot hold."""
    last = statements[-1] if statements else None
    while isinstance(last, ast.With | ast.AsyncWith) and not _stops(last, ("raises", "suppress")):
        last = last.body[-1]
    if isinstance(last, ast.Raise):
        return True
    if isinstance(last, ast.Assert):
        return isinstance(last.test, ast.Constant) and not last.test.value
    call = last.value if isinstance(last, ast.Expr) else None
    if not isinstance(call, ast.Call):
        return False
    name, given = last_name(call.func), call.args[0] if call.args else None
    if name in ("assertTrue", "assertFalse") and isinstance(given, ast.Constant):
        return bool(given.value) is (name == "assertFalse")
    return name in _FAILURES


def _fails_by_assertion(statements: list[Any]) -> bool:
    """Whether the last line of a block that fails raises an AssertionError, which a broad handler takes for its own."""
    last = statements[-1]
    if isinstance(last, ast.Raise):
        raised = last.exc.func if isinstance(last.exc, ast.Call) else last.exc
        return last_name(raised) == "AssertionError"
    call = last.value if isinstance(last, ast.Expr) else None
    return isinstance(last, ast.Assert) or (isinstance(call, ast.Call) and last_name(call.func) in _ASSERTING)


def _raised_here(test: Test, node: Any, handler: ast.ExceptHandler) -> bool:
    """Whether the test raises, itself, what it catches: to leave a block, or a decorator, under test by an error."""
    raised = {
        last_name(item.exc.func if isinstance(item.exc, ast.Call) else item.exc)
        for item in [*flat(node.body), *_raises_of_callees(test, node)]
        if isinstance(item, ast.Raise)
    }
    if any(_is_cancel(item) for item in flat(node.body)):
        raised.add("CancelledError")
    if any(divides_by_zero(getattr(item, "value", None)) for item in flat(node.body)):
        raised.add("ZeroDivisionError")
    return not raised.isdisjoint(exception_names(handler))


def _raises_of_callees(test: Test, node: Any) -> Iterator[Any]:
    """The raise statements of the functions inside the test that a try calls by name."""
    called = {getattr(getattr(_call_of(item), "func", None), "id", None) for item in flat(node.body)}
    for inner in test.scope.children:
        if inner.is_function and getattr(inner.node, "name", None) in called:
            yield from inner.statements.get(ast.Raise, ())


def _call_of(statement: Any) -> Any:
    value = getattr(statement, "value", None)
    return value.value if isinstance(value, ast.Await) else value


def _goes_on_until_it_raises(node: Any) -> bool:
    """Whether a try ends in an endless loop, so that nothing but an exception leads to the lines behind it."""
    loop = node.body[-1]
    return (
        isinstance(loop, ast.While)
        and is_endless(loop)
        and not any(isinstance(item, ast.Return) for item in flat(loop.body))
    )


def _is_cancel(statement: Any) -> bool:
    call = statement.value if isinstance(statement, ast.Expr) else None
    return isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "cancel"


def _waits_for_cancelled(test: Test, node: Any, handler: ast.ExceptHandler) -> bool:
    """Whether a try only waits for the end of a task that the line before it cancels: `task.cancel()`, `await task`."""
    value = getattr(node.body[0], "value", None)
    if len(node.body) > 1 or not isinstance(value, ast.Await) or "CancelledError" not in exception_names(handler):
        return False
    task = dotted_text(value.value)
    block: list[Any] = getattr(test.module.block_parent(node), "body", [])
    before: Any = block[block.index(node) - 1] if node in block[1:] else None
    return task is not None and _is_cancel(before) and dotted_text(before.value.func.value) == task


def _tries_again(test: Test, node: Any) -> bool:
    """Whether a try stands in a loop that ends when it succeeds: at once, or by a name that it sets."""
    loop = next((item for item in test.module.enclosing(node) if isinstance(item, _LOOPS)), None)
    if loop is None:
        return False
    done = flat([*node.body, *node.orelse])
    if any(isinstance(item, ast.Break | ast.Return) for item in done):
        return True
    last = (node.orelse or node.body)[-1]
    if not isinstance(last, ast.Assign) or not isinstance(last.targets[0], ast.Name):
        return False
    asked = [loop.test] if isinstance(loop, ast.While) else []
    asked += [
        item.test for item in flat(loop.body)
        if isinstance(item, ast.If) and isinstance(item.body[-1], ast.Break | ast.Return)
    ]
    return any(getattr(part, "id", None) == last.targets[0].id for question in asked for part in descend(question))


def _may_refuse(test: Test, node: Any) -> bool:
    """Whether a try hands on what hypothesis drew: to refuse some of it is an answer, every other error still fails."""
    if not test.fact(given_calls):
        return False
    drawn = test.fact(given_arguments) or frozenset()
    parts = (part for statement in flat(node.body) for part in descend(statement))
    return any(
        bool(part.args or part.keywords) if isinstance(part, ast.Call) else getattr(part, "id", None) in drawn
        for part in parts
    )


def _is_expected_to_raise(test: Test, node: Any) -> bool:
    """Whether a try ends a block that expects an exception: what is swallowed in it fails the block."""
    around = test.module.block_parent(node)
    return isinstance(around, ast.With | ast.AsyncWith) and around.body[-1] is node and _stops(around, ("raises",))


def _stops(block: ast.With | ast.AsyncWith, by: tuple[str, ...]) -> bool:
    """Whether exceptions end at a block: one of its managers is named for that."""
    managers = (last_name(getattr(item.context_expr, "func", None)) or "" for item in block.items)
    return any(word in name.lower() for name in managers for word in by)


def _cleans_up(test: Test, node: Any) -> bool:
    names = set()
    for statement in flat(node.body):
        value = getattr(statement, "value", None)
        if isinstance(value, ast.Await):
            if isinstance(value.value, ast.Name | ast.Attribute):
                names.add("wait")
                continue
            value = value.value
        if isinstance(value, ast.Call):
            names.add(last_name(value.func) or "")
        elif isinstance(statement, ast.Delete):
            names.add("delete")
        elif not isinstance(statement, ast.If | ast.For | ast.With):
            return False
    if names and all(name in CLEAN_UP or not CLEAN_UP.isdisjoint(words(name)) for name in names):
        return True
    around = test.module.block_parent(node)
    return isinstance(around, ast.Try) and node in around.finalbody


def _tries(test: Test, kind: type[ast.Try] | type[ast.TryStar]) -> Iterator[Any]:
    yield from test.scope.statements.get(kind, ())
    for inner in test.scope.children:
        found = inner.statements.get(kind, ())
        # what gives a value back may well overlook what it goes past
        if found and inner.is_function and not returns_value(inner) and place_of(test.module, inner) == "helper":
            yield from (node for node in found if not _gives_way(node))


def _gives_way(node: Any) -> bool:
    """Whether a try stands around a yield of a generator: what comes in there was thrown by who drives it."""
    return any(isinstance(part, ast.Yield | ast.YieldFrom) for item in flat(node.body) for part in descend(item))


def _fails_behind(test: Test, node: Any) -> bool:
    """Whether the line right behind a try fails: only a handler that leads elsewhere, to the next round, goes past."""
    return _fails(lines_behind(test, node)[:1])


def _goes_on_only_after(test: Test, node: Any) -> bool:
    """Whether a test ends by the else of a try, so that what follows is only run behind the exception: a probe."""
    return bool(node.orelse) and isinstance(node.orelse[-1], ast.Return) and bool(lines_behind(test, node))


def silent_handlers(test: Test) -> Iterator[ast.ExceptHandler]:
    """Each handler of a test, or of a function in it that it only calls, that does nothing: a failure may vanish."""
    for kind in (ast.Try, ast.TryStar):
        for node in _tries(test, kind):
            if _fails(node.orelse) or any(_fails(handler.body) for handler in node.handlers):
                continue
            if _is_expected_to_raise(test, node) or _goes_on_only_after(test, node):
                continue
            for handler in node.handlers:
                if isinstance(handler.body[-1], ast.Continue) and _fails_behind(test, node):
                    continue
                if not does_nothing(test, handler) or set(exception_names(handler)) & IMPORT_ERRORS:
                    continue
                if _fails(node.body) and not (is_broad(handler) and _fails_by_assertion(node.body)):
                    continue
                if not is_broad(handler) and (
                    _cleans_up(test, node)
                    or _raised_here(test, node, handler)
                    or _goes_on_until_it_raises(node)
                    or _tries_again(test, node)
                    or is_accounted_for(test, node, handler)
                    or _may_refuse(test, node)
                ):
                    continue
                if _waits_for_cancelled(test, node, handler):
                    continue
                yield handler
