"""Arrange, act, assert: which statement of a test does what."""

from __future__ import annotations

import ast
from typing import Any, Literal, TypeAlias

import attrs

from flake8_testquality.model.names import root_name, target_names
from flake8_testquality.model.scopes import descend, flat
from flake8_testquality.model.tests import Test

Phase: TypeAlias = Literal["arrange", "act", "read", "assert"]


@attrs.frozen(eq=False)
class Phases:
    """The top-level statements of a test, each with its phase, and how many statements arrange."""

    steps: tuple[tuple[Any, Phase], ...]
    setup: int
    cycles: int


def phases(test: Test) -> Phases:
    """The phases of a test.

    The act is the statement with a call right before the first assertion (or that assertion itself, if it calls);
    what comes before arranges. Behind it each statement with a call is an act, unless it only reads on what an act
    gave (`data = response.json()`). A cycle is one act or more and the assertions behind it.
    """
    checking = {assertion.statement for assertion in test.assertions}
    body = test.body
    first = next((n for n, item in enumerate(body) if _checks(item, checking)), len(body))
    act = first - 1 if first > 0 and first <= len(body) and _calls(body[first - 1]) else first
    steps: list[tuple[Any, Phase]] = []
    results: set[str] = set()
    for number, item in enumerate(body):
        if _checks(item, checking):
            phase: Phase = "assert"
        elif number < act:
            phase = "arrange"
        elif number == act:
            phase = "act"
            results.update(_bound(item))
        elif _calls(item):
            phase = "read" if _reads(item, results) else "act"
            results.update(_bound(item))
        else:
            phase = "read"
            results.update(_bound(item))
        steps.append((item, phase))
    setup = sum(1 for _ in flat(body[:act]))
    return Phases(tuple(steps), setup, _cycles([phase for _, phase in steps]))


def _cycles(sequence: list[Phase]) -> int:
    count, acted = 0, False
    for phase in sequence:
        if phase == "act":
            acted = True
        elif phase == "assert" and (acted or count == 0):
            count, acted = count + 1, False
    return count


def _checks(statement: Any, checking: set[Any]) -> bool:
    return statement in checking or any(item in checking for item in flat([statement]))


def _calls(statement: Any) -> bool:
    value = getattr(statement, "value", None)
    if isinstance(statement, ast.Expr | ast.Assign | ast.AnnAssign | ast.AugAssign) and value is not None:
        return any(isinstance(part, ast.Call) for part in descend(value))
    return isinstance(statement, ast.With | ast.AsyncWith | ast.Delete)


def _bound(statement: Any) -> list[str]:
    targets = [*getattr(statement, "targets", ()), *([statement.target] if hasattr(statement, "target") else [])]
    return [name for target in targets for name in target_names(target)]


def _reads(statement: Any, results: set[str]) -> bool:
    """Whether a statement only binds what it reads from earlier results or through builtins."""
    if not isinstance(statement, ast.Assign | ast.AnnAssign):
        return False
    calls = [part for part in descend(statement.value or statement) if isinstance(part, ast.Call)]
    return all(root_name(call.func) in results or root_name(call.func) in _READERS for call in calls)


_READERS = frozenset("len list tuple set dict str int float sorted sum min max next repr json getattr iter zip".split())
