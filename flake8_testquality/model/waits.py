"""Waits: sleeps, polling loops and their deadlines, timeouts around a statement or a test."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.names import dotted_text, last_name, root_name
from flake8_testquality.model.reach import reach_around
from flake8_testquality.model.scopes import Scope, descend, flat
from flake8_testquality.model.surroundings import (
    TIMEOUTS,
    around,
    contexts_around,
    has_timeout_around,
    in_raises_block,
    runs_on_the_spot,
)
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.calls import Call
    from flake8_testquality.model.module import Module

SLEEPS = frozenset({"time.sleep", "asyncio.sleep", "anyio.sleep", "trio.sleep"})
# Longer than any test would wait: somebody cancels it.
_NEVER = 600
_CLOCK_READS = frozenset(
    {"time", "monotonic", "perf_counter", "now", "utcnow", "current_time", "time_ns", "monotonic_ns"}
)
_LIMIT_WORDS = frozenset(
    (
        "deadline",
        "timeout",
        "timeouts",
        "tries",
        "attempt",
        "attempts",
        "retry",
        "retries",
        "max",
        "limit",
        "elapsed",
        "remaining",
        "budget",
        "expires",
        "expiry",
        "patience",
    )
)
_WORDS = regex(r"[_\d]+|(?<=[a-z])(?=[A-Z])")


def is_real_sleep(call: Call) -> bool:
    """Whether a call of one of SLEEPS waits for a while, as far as its argument tells: positive or unknown."""
    node = call.node
    given = node.args[0] if node.args else next((item.value for item in node.keywords), None)
    if isinstance(given, ast.Name):
        found = call.module.names.lookup(given.id, call.scope)
        if found is not None and len(found[1]) == 1 and isinstance(found[1][0].value, ast.Constant):
            given = found[1][0].value
    if given is None or isinstance(given, ast.UnaryOp):
        return False
    if isinstance(given, ast.Constant):
        return isinstance(given.value, int | float) and 0 < given.value < _NEVER
    if isinstance(given, ast.Call) and call.module.resolve(given.func, call.scope) == "builtins.float":
        return False
    return call.module.resolve(given, call.scope) != "math.inf"


def is_workload(call: Call) -> bool:
    """Whether a sleep is itself the work under test.

    The product's own sleep, one that is no statement of its own, one in a raises block, one that a timeout around or
    a cancellation must cut short.
    """
    module, node = call.module, call.node
    if not runs_on_the_spot(module, node, needs_loop=call.name != "time.sleep") or module.project.is_first_party(
        call.name, module.path
    ):
        return True
    if in_raises_block(module, node, call.scope):
        return True
    statement = module.statement_of(node)
    for outer in around(module, statement):
        if (
            isinstance(outer, ast.Try)
            and statement in outer.body
            and outer.handlers
            # alone in a try it raises only if something interrupts it
            and (len(outer.body) == 1 or any(_catches_cut(item) for item in outer.handlers))
        ):
            return True
    return any(_is_cut(call, context, statement, block) for context, block in contexts_around(module, statement))


def _catches_cut(handler: ast.ExceptHandler) -> bool:
    named = [last_name(part) or "" for part in descend(handler.type)] if handler.type is not None else []
    return any("Cancel" in word or "Timeout" in word or word == "get_cancelled_exc_class" for word in named)


def _is_cut(call: Call, context: ast.expr, statement: ast.AST, block: list[Any]) -> bool:
    """Whether a context ends a sleep: its limit is shorter, it is the product's, or the sleep is its last thing."""
    if not TIMEOUTS.search(" ".join((last_name(part) or "").lower() for part in descend(context))):
        return False
    limit = context.args[0] if isinstance(context, ast.Call) and context.args else None
    if isinstance(context, ast.Call):
        name = call.module.resolve(context.func, call.scope) or ""
        if name and not name.startswith(("asyncio.", "anyio.", "trio.", "async_timeout.")):
            return True
    given = call.node.args[0] if call.node.args else None
    numbers = [item.value for item in (limit, given) if isinstance(item, ast.Constant)]
    if len(numbers) == 2 and all(isinstance(number, int | float) for number in numbers):
        return bool(numbers[0] <= numbers[1])  # type: ignore[operator]
    return block[-1] is statement


def is_replaced_sleep(call: Call) -> bool:
    """Whether a patch in reach replaces sleep, or the clock that it goes by, or a plugin of the project that clock."""
    if call.name == "asyncio.sleep" and not _VIRTUAL_CLOCKS.isdisjoint(call.module.project.dependencies):
        return True
    reach = reach_around(call.module, call.scope)
    if any(_replaces_sleep(target) for target in reach.replaced):
        return True
    return any("sleep" in name.lower() for name in reach.fixtures) or not reach.fixtures.isdisjoint(_VIRTUAL_CLOCKS)


# fixtures and marks; where one of them is a distribution too, all loops of the project may have its clock
_VIRTUAL_CLOCKS = frozenset({"autojump_clock", "mock_clock", "looptime"})


def _replaces_sleep(target: str) -> bool:
    return (
        "sleep" in target.rpartition(".")[2].lower()
        or target in ("time", "asyncio")
        or (target.endswith((".time", ".asyncio")) and target not in ("time.time",))
    )


def has_time_limit(module: Module, scope: Scope) -> bool:
    """Whether a test, or the whole suite, is stopped after a time: pytest-timeout, a mark, a decorator, a fixture."""
    if module.project.is_timed:
        return True
    reach = reach_around(module, scope)
    if any(TIMEOUTS.search(name) for name in reach.fixtures) or "gen_test" in reach.words:
        return True
    if any(TIMEOUTS.search(name.lower()) for name in reach.applied):
        return True
    return "signal.alarm" in reach.names or "faulthandler.dump_traceback_later" in reach.names


def sleeps_in(module: Module, loop: Any, scope: Scope) -> bool:
    """Whether a loop's body sleeps or does nothing at all between two looks."""
    body = [node for node in flat(loop.body) if not isinstance(node, ast.Pass)]
    if not body:
        return True
    return any(_is_sleep(module, node, scope) for node in body if isinstance(node, ast.Expr))


def _is_sleep(module: Module, statement: ast.Expr, scope: Scope) -> bool:
    value: Any = statement.value
    if isinstance(value, ast.Constant):
        return False
    if isinstance(value, ast.Await):
        value = value.value
    return isinstance(value, ast.Call) and module.resolve(value.func, scope) in SLEEPS


def has_deadline(module: Module, loop: Any) -> bool:
    """Whether a polling loop ends in any case: a bounded `for` with an exit, a count, or a look at the clock."""
    statements = list(flat(loop.body))
    exits = any(isinstance(node, ast.Break | ast.Return | ast.Raise | ast.Continue) for node in statements)
    if isinstance(loop, ast.For | ast.AsyncFor):
        return exits
    if any(isinstance(node, ast.AugAssign) for node in statements):
        return True
    looked_at = [loop.test, *(part for node in statements for part in _expressions(node))]
    return any(_limits(part) for root in looked_at for part in descend(root))


def _expressions(statement: Any) -> list[ast.expr]:
    found = [getattr(statement, field, None) for field in ("test", "value", "exc", "subject")]
    return [node for node in found if isinstance(node, ast.expr)]


def _limits(node: ast.AST) -> bool:
    if isinstance(node, ast.Call):
        word = last_name(node.func)
        return word in _CLOCK_READS or word == "next"
    word = last_name(node)
    return word is not None and not _LIMIT_WORDS.isdisjoint(part.lower() for part in _WORDS.split(word))


def polls(module: Module, call: ast.Call) -> bool:
    """Whether a sleep stands in a loop that goes on until something holds."""
    loops = (node for node in around(module, module.statement_of(call)) if isinstance(node, ast.While))
    return any(not isinstance(loop.test, ast.Constant) for loop in loops)


def polls_with_deadline(module: Module, call: ast.Call, scope: Scope) -> bool:
    """Whether a sleep stands in a polling loop that ends in any case."""
    statement = module.statement_of(call)
    limited = has_timeout_around(module, statement)
    for node in around(module, statement):
        if isinstance(node, ast.While) and (limited or has_deadline(module, node) or has_time_limit(module, scope)):
            return True
        if isinstance(node, ast.For | ast.AsyncFor) and (has_deadline(module, node) or _asks_again(node, statement)):
            return True
    return False


def _asks_again(loop: ast.For | ast.AsyncFor, pause: ast.AST) -> bool:
    """Whether a pause in a counted loop is made only while something is missing that the loop then reads again."""
    if not isinstance(loop.iter, ast.Call) or last_name(loop.iter.func) != "range":
        return False
    for node in loop.body:
        if isinstance(node, ast.If) and pause in node.body:
            asked = {part.id for part in descend(node.test) if isinstance(part, ast.Name)}
            read = (item for item in flat(loop.body) if isinstance(item, ast.Assign))
            return any(isinstance(target, ast.Name) and target.id in asked for item in read for target in item.targets)
    return False


def is_filled(module: Module, receiver: ast.expr, statement: ast.AST) -> bool:
    """Whether a statement runs only where the queue has just said that it is not empty, so that get returns at once."""
    queue, inner = dotted_text(receiver), statement
    for outer in around(module, statement) if queue else ():
        if isinstance(outer, ast.If | ast.While) and inner in outer.body:
            whole = outer.test
            claims = whole.values if isinstance(whole, ast.BoolOp) and isinstance(whole.op, ast.And) else [whole]
            if any(_says_filled(claim) == queue for claim in claims):
                return True
        inner = outer
    return False


def _says_filled(claim: ast.expr) -> str | None:
    """The queue that a condition calls filled: `not queue.empty()`, `queue.qsize()`, `queue.qsize() > 0`."""
    word = "qsize"
    if isinstance(claim, ast.UnaryOp) and isinstance(claim.op, ast.Not):
        claim, word = claim.operand, "empty"
    elif isinstance(claim, ast.Compare) and isinstance(claim.ops[0], ast.Gt | ast.GtE | ast.NotEq):
        claim = claim.left
    func = claim.func if isinstance(claim, ast.Call) else None
    return dotted_text(func.value) if isinstance(func, ast.Attribute) and func.attr == word else None


def is_settled(module: Module, receiver: ast.expr, scope: Scope, line: int, methods: frozenset[str]) -> bool:
    """Whether a method of one of these names was called on the same object before a line of the scope."""
    text = module.text(receiver, 200)
    return any(
        isinstance(call.func, ast.Attribute)
        and call.func.attr in methods
        and call.lineno < line
        and root_name(call.func) == root_name(receiver)
        and module.text(call.func.value, 200) == text
        for call in scope.calls
    )
