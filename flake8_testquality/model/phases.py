"""Arrange, act, assert: which statement of a test does what."""

from __future__ import annotations

import ast
from collections.abc import Set
from typing import Any, Literal, TypeAlias

import attrs

from flake8_testquality.model.act_readings import (
    bound_names,
    computes,
    handed_names,
    has_call,
    looks_anew,
    only_looks,
    opened_to_read,
    reads,
    reads_clock,
    reads_file,
    reports,
    takes_a_part,
    views,
    writes_a_line,
)
from flake8_testquality.model.branches import READERS
from flake8_testquality.model.library_readings import gives_values, only_gives_values, replaces
from flake8_testquality.model.loop_purposes import ENDS, is_end
from flake8_testquality.model.names import dotted_text, last_name, root_name, target_names
from flake8_testquality.model.rows import arguments
from flake8_testquality.model.scopes import descend, flat
from flake8_testquality.model.tests import Test
from flake8_testquality.model.unfolding import holds_check, unfolded

# What is replaced may be asked for without a name.
_ANYTHING = "*"
_BLOCKS = (ast.Try, ast.For, ast.AsyncFor, ast.While)
Phase: TypeAlias = Literal["arrange", "act", "read", "assert"]


@attrs.frozen(eq=False, repr=False)
class Phases:
    """The top-level statements of a test, each with its phase, and how many statements arrange."""

    steps: tuple[tuple[Any, Phase], ...]
    setup: int
    cycles: int


def phases(test: Test) -> Phases:
    """The phases of a test.

    The act is the last statement with a call before the first assertion, readings and reports left aside (or that
    assertion itself, if it calls), or the first of its kind; what comes before arranges, but for reports and moments
    that are noted. Behind it each statement with a call is an act, unless it only reads on what an act gave
    (`data = response.json()`) or was handed. A cycle is one act or more and the assertions behind it, so that
    assertions before the first act open none; a block that expects an exception is both. To make an object that the
    next assertions look into is no act, unless the test began with making one.
    """
    checking: dict[Any, str] = {assertion.statement: assertion.kind for assertion in test.assertions}
    first, act, steps, _ = _walk(test, test.body, checking)
    arranging = _arranging(test, test.body, first, act, checking)
    setup = sum(1 for item in arranging if not writes_a_line(item) and not reads_clock(test, item))
    return Phases(tuple(steps), setup, _cycles(_walk(test, list(unfolded(test.body, set(checking))), checking)[3]))


def _arranging(test: Test, body: list[Any], first: int, act: int, checking: dict[Any, str]) -> list[ast.stmt]:
    """The statements before the act; where a block holds act and assertion, `with patch(...):`, those in there too."""
    block = body[first] if first < len(body) and (act == first or _acts_inside(test, body[first], checking)) else None
    found = [item for item in flat(body[: act if block is None else first]) if isinstance(item, ast.stmt)]
    if isinstance(block, ast.With | ast.AsyncWith) and block not in checking:
        first, act, _, _ = _walk(test, block.body, checking)
        found += _arranging(test, block.body, first, act, checking)
    return found


def _walk(
    test: Test, body: list[Any], checking: dict[Any, str]
) -> tuple[int, int, list[tuple[Any, Phase]], list[Phase]]:
    """Where the first check and the act stand among statements, the phase of each, and the phases in their order."""
    checks = [holds_check(item, checking) for item in body]
    first = checks.index(True) if True in checks else len(body)
    act = _act_before(test, body, first, checking)
    steps: list[tuple[Any, Phase]] = []
    sequence: list[Phase] = []
    results: set[str] = set()
    handed: set[str] = set()
    staged: set[str] = set()
    makes = act < len(body) and any(_makes(item) for item in (body[act], *getattr(body[act], "body", ())))
    for number, item in enumerate(body):
        if checks[number]:
            phase: Phase = "assert"
            if (number == act and _acts_itself(test, item)) or _acts_on(test, item, staged):
                sequence.append("act")
            staged.clear()
            if item in checking and isinstance(item, ast.With | ast.AsyncWith):
                sequence.append("act")
                bound = [context.optional_vars for context in item.items if context.optional_vars is not None]
                results.update(name for target in bound for name in target_names(target))
                handed.update(handed_names(item))
        elif number < act:
            phase = "arrange"
            results.update(bound_names(item) if reads_clock(test, item) or only_gives_values(test, item) else ())
        elif number == act:
            phase = "act"
            results.update(bound_names(item))
            handed.update(handed_names(item))
        elif replaces(test, item):
            phase = "arrange"
            staged.update(bound_names(item), [_ANYTHING])
        elif _is_head(item):
            phase = "read"
            results.update(bound_names(item) if root_name(item.iter) in results else ())
        elif not makes and isinstance(item, ast.Assign | ast.AnnAssign) and _makes(item):
            phase = "arrange"
            is_value = reads_clock(test, item) or reads(test, item, results, handed)
            results.update(bound_names(item) if is_value else ())
        elif has_call(item):
            looks = reads(test, item, results, handed) or reports(item) or reads_clock(test, item)
            looks = looks or _is_wanted(body, number, checks, checking)
            # a part taken from an object that the test made itself is what is tested
            looks = looks and not (makes and isinstance(item, ast.Delete))
            phase = "read" if looks else "act"
            results.update(bound_names(item))
            handed.update(() if looks else handed_names(item))
            staged.update(bound_names(item) if only_gives_values(test, item) else ())
        else:
            phase = "read"
            results.update(bound_names(item))
        steps.append((item, phase))
        sequence.append(phase)
    return first, act, steps, sequence


def _act_before(test: Test, body: list[Any], first: int, checking: dict[Any, str]) -> int:
    """Where the act is that the first assertion is about: the assertion's own place if no call comes before it.

    Of acts of one kind, `job.run()` three times, the first. What a double should have been called with is no act, and
    neither is what tidies up behind the act that gave what is asserted on.
    """
    kind = checking.get(body[first], "helper") if first < len(body) else "helper"
    only_looks = kind in ("assert", "unittest", "mock") and not _acts_itself(test, body[first])
    wanted = _names_given(body[first]) if kind == "mock" else set()
    for number in range(first - 1, -1, -1):
        item = body[number]
        if reports(item) or takes_a_part(item) or views(item) or looks_anew(item) or reads_file(test, item, set()):
            continue
        if reads_clock(test, item) or computes(test, body, number):
            continue
        if _is_head(item) or replaces(test, item) or only_gives_values(test, item):
            continue
        is_aside = is_end(item, ENDS) or _is_asked_later(item, body[first + 1 :], checking)
        if is_aside and _is_behind_the_act(test, body, number, first):
            continue
        if not wanted.isdisjoint(bound_names(item)):
            continue
        if has_call(item) or (isinstance(item, _BLOCKS) and any(has_call(inner) for inner in flat([item]))):
            called = _called(test, item)
            same = (n for n, other in enumerate(body[:number]) if called and _called(test, other) == called)
            return next(same, number)
        if not only_looks:
            return first
    return first


def _is_behind_the_act(test: Test, body: list[Any], number: int, first: int) -> bool:
    """Whether a statement speaks of nothing that an assertion does, and what that asks was got from a call before."""
    asked = _names(body[first]) if first < len(body) else set()
    for item in reversed(body[number + 1 : first]):
        if not asked.isdisjoint(bound_names(item)):
            asked |= _names(item)
    if not asked.isdisjoint(_names(body[number])):
        return False
    got = (item for item in body[:number] if has_call(item) and not reads_clock(test, item))
    return any(not asked.isdisjoint(bound_names(item)) for item in got)


def _is_asked_later(item: Any, rest: list[Any], checking: dict[Any, str]) -> bool:
    """Whether a statement binds another result, which an assertion behind the first asks for."""
    bound = set(bound_names(item)) if isinstance(item, ast.Assign | ast.AnnAssign) else set()
    if not bound:
        return False
    return any(other in checking and not bound.isdisjoint(_names(other)) for other in rest)


def _names(node: ast.AST) -> set[str]:
    return {part.id for part in descend(node) if isinstance(part, ast.Name)} - {"self", "cls"}


def _is_wanted(body: list[Any], number: int, checks: list[bool], checking: dict[Any, str]) -> bool:
    """Whether a statement binds what the next assertion says that a double should have been called with."""
    bound = set(bound_names(body[number])) if isinstance(body[number], ast.Assign | ast.AnnAssign) else set()
    if not bound or True not in checks[number:]:
        return False
    check = body[checks.index(True, number)]
    return checking.get(check) == "mock" and not bound.isdisjoint(_names_given(check))


def _names_given(statement: Any) -> set[str]:
    """The names in the arguments of an assertion's call."""
    call = getattr(statement, "value", None)
    given = [*call.args, *(word.value for word in call.keywords)] if isinstance(call, ast.Call) else []
    return {name for node in given for name in _names(node)}


def _makes(statement: Any) -> bool:
    """Whether a statement only makes an object of a class: `ledger = Ledger(till)`, or `Ledger(till)` in a block."""
    if not isinstance(statement, ast.Assign | ast.AnnAssign | ast.Expr) or not isinstance(statement.value, ast.Call):
        return False
    calls = [part for part in descend(statement.value) if isinstance(part, ast.Call)]
    named = [(last_name(call.func) or "").lstrip("_") for call in calls]
    return all(name[:1].isupper() or root_name(call.func) in READERS for name, call in zip(named, calls, strict=True))


def _called(test: Test, statement: Any) -> str | None:
    """What a statement calls as a method, or as an object that the test made, as written: `job.run`, `convert`."""
    value = getattr(statement, "value", None)
    call = value.value if isinstance(value, ast.Await) else value
    text = dotted_text(call.func) if isinstance(call, ast.Call) else None
    if text is None or "." in text:
        return text
    places = test.module.bindings(test.scope).get(text, ())
    return text if places and all(isinstance(place.value, ast.Call) for place in places) else None


def _acts_inside(test: Test, statement: Any, checking: dict[Any, str]) -> bool:
    """Whether an assertion holds the act: `with raises(...):` with a call, or `assertRaises(Closed, till.pay, 3)`."""
    if isinstance(statement, ast.With | ast.AsyncWith):
        return any(has_call(item) for item in flat(statement.body)) and not _checks_file(test, statement, checking)
    call = getattr(statement, "value", None)
    return checking.get(statement) in ("raises", "warns") and isinstance(call, ast.Call) and len(call.args) > 1


def _checks_file(test: Test, statement: Any, checking: dict[Any, str]) -> bool:
    """Whether a block opens a file to read it, and only reads and asserts in there."""
    known = opened_to_read(statement)
    if known is None:
        return False
    for item in flat(statement.body):
        if _acts_itself(test, item) if item in checking else has_call(item) and not reads(test, item, known):
            return False
        known.update(bound_names(item))
    return True


def _acts_itself(test: Test, statement: Any) -> bool:
    """Whether an assertion calls what it is about; one that only looks at a state before the act does not."""
    if isinstance(statement, ast.Assert):
        parts = [statement.test]
    elif isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
        parts = statement.value.args
    else:
        return True
    calls = [part for node in parts for part in descend(node) if isinstance(part, ast.Call)]
    return any(not only_looks(test, call) for call in calls)


def _is_head(statement: Any) -> bool:
    """Whether a statement is what is left of a loop that has been unfolded."""
    return isinstance(statement, ast.For) and not statement.body


def _acts_on(test: Test, statement: Any, staged: Set[str]) -> bool:
    """Whether an assertion behind new inputs or doubles calls more than readers, and with these inputs."""
    if not staged or not isinstance(statement, ast.Assert | ast.Expr):
        return False
    value = statement.test if isinstance(statement, ast.Assert) else statement.value
    parts = [value] if isinstance(statement, ast.Assert) else arguments(value) if isinstance(value, ast.Call) else []
    calls = [part for node in parts for part in descend(node) if isinstance(part, ast.Call)]
    return any(
        (_ANYTHING in staged or any(not staged.isdisjoint(_names(given)) for given in arguments(call)))
        for call in calls
        if not only_looks(test, call) and not gives_values(test, call)
    )


def _cycles(sequence: list[Phase]) -> int:
    count, acted = 0, False
    for phase in sequence:
        if phase == "act":
            acted = True
        elif phase == "assert" and acted:
            count, acted = count + 1, False
    return count
