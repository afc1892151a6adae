"""Durations: measured times that an assertion holds against a fixed bound."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.clocks import is_frozen
from flake8_testquality.model.instances import maker
from flake8_testquality.model.names import last_name
from flake8_testquality.model.origins import ELAPSED, LITERAL, OWN, STDLIB, Origin
from flake8_testquality.model.provenance import carries, each, values
from flake8_testquality.model.reach import SET_UPS, reach_of
from flake8_testquality.model.scopes import descend, flat
from flake8_testquality.model.stdlib_purity import EXCEPTIONS, TOOLS
from flake8_testquality.model.surroundings import around
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope
    from flake8_testquality.model.tests import Test

_MEASURING = regex(r"perf|bench|^slow|timing|speed|stress|^load")
_GIVEN = LITERAL | OWN | STDLIB
_CLOCKS = tuple(name for name, kind in {**EXCEPTIONS, **TOOLS}.items() if kind in ("clock", "timer"))
_IN_SECONDS = ("time.time", "time.monotonic", "time.perf_counter")
# These run something and give the seconds that it took.
_STOPWATCHES = ("timeit.timeit", "timeit.repeat")
_LOOPS = frozenset(["loop", "_loop", "event_loop", "io_loop"])
_GENEROUS = 30
_LESS = (ast.Lt, ast.LtE)
_SIGNS: dict[str, ast.cmpop] = {
    "<": ast.Lt(),
    "<=": ast.LtE(),
    ">": ast.Gt(),
    ">=": ast.GtE(),
    "==": ast.Eq(),
    "almost": ast.Eq(),
}


def is_bet_on_speed(assertion: Assertion) -> bool:
    """Whether a measured duration must stay under, or hit, a bound that stands in the test.

    Lower bounds hold on slow machines too; performance tests and frozen clocks are another matter.
    """
    if not _is_timed(assertion.test) or not _holds_number(assertion):
        return False
    is_traced = carries(assertion, ELAPSED)
    if not (is_traced or _bounds_measured(assertion)) or is_frozen(assertion.test):
        return False
    if any(_MEASURING.search(word.lower()) for word in reach_of(assertion.test).fixtures):
        return False
    if is_traced and not any(_is_upper(left, sign, right) for left, sign, right in _comparisons(assertion)):
        return False
    return not _is_generous(assertion) and not _is_deadline(assertion)


def _is_deadline(assertion: Assertion) -> bool:
    """Whether an assertion ends the `while` loop that it stands in, if what that waits for does not come.

    A round that takes its own time, from a moment that the loop itself reads, is a bet like any other.
    """
    module = assertion.module
    loop = next((item for item in around(module, assertion.statement) if isinstance(item, ast.While)), None)
    if loop is None:
        return False
    parts = [part for item in flat(loop.body) for part in descend(item)]
    since = {part.right.id for part in parts if isinstance(part, ast.BinOp) and isinstance(part.right, ast.Name)}
    read = (item for item in parts if isinstance(item, ast.Assign) and isinstance(item.value, ast.Call))
    return not any(
        isinstance(target, ast.Name) and target.id in since
        for item in read
        for target in item.targets
        if (module.resolve(item.value.func, assertion.scope) or "") in _CLOCKS  # type: ignore[attr-defined]
    )


def _is_generous(assertion: Assertion) -> bool:
    """Whether a difference of seconds must stay under half a minute or more: a stop against hanging, not a bet."""
    if assertion.relation not in ("<", "<=", ">", ">=") or len(assertion.operands) != 2:
        return False
    small, large = assertion.operands if assertion.relation[0] == "<" else reversed(assertion.operands)
    if not isinstance(large, ast.Constant) or not isinstance(large.value, int | float) or large.value < _GENEROUS:
        return False
    if not isinstance(small, ast.BinOp) or not isinstance(small.op, ast.Sub) or not isinstance(small.left, ast.Call):
        return False
    return assertion.module.resolve(small.left.func, assertion.scope) in _IN_SECONDS


def _bounds_measured(assertion: Assertion) -> bool:
    """Whether what an event loop's clock or timeit has measured must stay under, or hit, a bound of the test."""
    if assertion.relation not in _SIGNS or len(assertion.operands) != 2:
        return False
    sign = _SIGNS[assertion.relation]
    left, right = assertion.operands
    for measured, bound, upper in ((left, right, _LESS), (right, left, (ast.Gt, ast.GtE))):
        if isinstance(sign, (*upper, ast.Eq)) and _is_measured(assertion.module, measured, assertion.scope):
            given = each(assertion)[assertion.operands.index(bound)]
            is_generous = isinstance(bound, ast.Constant) and _is_number(bound) and bound.value >= _GENEROUS  # type: ignore[operator]
            return not given & ~_GIVEN and not is_generous
    return False


def _is_measured(module: Module, node: ast.expr, scope: Scope) -> bool:
    """Whether an expression is the difference of two looks at an event loop's clock, or what timeit gives."""
    for value in _values(module, node, scope):
        if isinstance(value, ast.BinOp) and isinstance(value.op, ast.Sub):
            sides = [_values(module, side, scope) for side in (value.left, value.right)]
            return all(side and all(_asks_loop(module, look, scope) for look in side) for side in sides)
        if isinstance(value, ast.Call):
            return module.resolve(value.func, scope) in _STOPWATCHES
    return False


def _values(module: Module, node: ast.expr, scope: Scope) -> list[Any]:
    """The values that a local name has in turn; else the expression itself."""
    return [item.value for item in module.bindings(scope).get(node.id, ())] if isinstance(node, ast.Name) else [node]


def _asks_loop(module: Module, look: ast.expr | None, scope: Scope) -> bool:
    """Whether an expression reads the clock of an event loop: `loop.time()`."""
    if not isinstance(look, ast.Call) or not isinstance(look.func, ast.Attribute) or look.func.attr != "time":
        return False
    made = maker(module, look.func.value, scope)
    return made.startswith(("asyncio.", "uvloop.")) if made else last_name(look.func.value) in _LOOPS


def _is_timed(test: Test) -> bool:
    """Whether a test looks at a clock twice, or once and its class's set-up once, or calls a function that does."""
    looks = test.module.fact(clock_looks)
    count = looks[test.scope]
    if count > 1 or (count == 1 and test.cls is not None and _looks_before(looks, test.cls.scope)):
        return True
    timers = test.module.fact(_timers)
    return bool(timers) and any(last_name(call.func) in timers for call in test.scope.calls)


def _looks_before(looks: Counter[Scope], cls: Scope) -> bool:
    """Whether the set-up of a class looks at a clock."""
    return any(scope.parent is cls and scope.node.name in SET_UPS for scope in looks if scope.is_function)  # type: ignore[union-attr]


def _timers(module: Module) -> set[str]:
    """The names of a file's functions outside tests that look at a clock twice."""
    looks = module.fact(clock_looks)
    twice = [scope for scope, count in looks.items() if count > 1 and scope.is_function]
    return {getattr(scope.node, "name", "") for scope in twice if module.test_around(scope) is None}


def clock_looks(module: Module) -> Counter[Scope]:
    """How often each function of a file looks at a clock, a stopwatch counting twice; a fact."""
    looks = Counter(call.scope for call in module.calls_to(_CLOCKS))
    looks.update(scope for scope, call in module.calls.by_word.get("time", ()) if _asks_loop(module, call, scope))
    looks.update(call.scope for call in module.calls_to(_STOPWATCHES) for _ in range(2))
    return looks


def _holds_number(assertion: Assertion) -> bool:
    """Whether an assertion compares by size, or with a number: a cheap look before values are traced."""
    if assertion.relation == "==":
        return any(_is_number(item) for item in assertion.operands)
    return assertion.relation in _SIGNS or assertion.relation in ("chain", "and")


def _is_number(node: ast.expr) -> bool:
    if isinstance(node, ast.Call) and last_name(node.func) == "approx" and node.args:
        node = node.args[0]
    return isinstance(node, ast.Constant) and isinstance(node.value, int | float)


def _is_upper(left: Origin, sign: ast.cmpop, right: Origin) -> bool:
    if left & ELAPSED and not right & ~_GIVEN:
        return isinstance(sign, (*_LESS, ast.Eq))
    if right & ELAPSED and not left & ~_GIVEN:
        return isinstance(sign, ast.Gt | ast.GtE | ast.Eq)
    return False


def _comparisons(assertion: Assertion) -> Iterator[tuple[Origin, ast.cmpop, Origin]]:
    """(flags, sign, flags) of each comparison that an assertion makes."""
    origins = each(assertion)
    if assertion.relation in _SIGNS and len(origins) == 2:
        yield origins[0], _SIGNS[assertion.relation], origins[1]
    elif assertion.relation == "chain":
        compared = assertion.test_expression
        if isinstance(compared, ast.Compare) and len(compared.ops) + 1 == len(origins):
            for index, sign in enumerate(compared.ops):
                yield origins[index], sign, origins[index + 1]
    elif assertion.relation == "and":
        for value, operand in zip(values(assertion), assertion.operands, strict=False):
            if isinstance(operand, ast.Compare) and len(operand.ops) == 1 and value.origins & ELAPSED:
                fixed = isinstance(operand.left, ast.Constant)
                yield (LITERAL if fixed else ELAPSED), operand.ops[0], (ELAPSED if fixed else LITERAL)
