"""Clocks: calls that read the wall clock, and what freezes it."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_testquality.model.reach import Reach, reach_of
from flake8_testquality.model.surroundings import contexts_around
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.calls import Call
    from flake8_testquality.model.tests import Test

WALL_CLOCK = frozenset(
    (
        "time.time",
        "time.time_ns",
        "datetime.datetime.now",
        "datetime.datetime.utcnow",
        "datetime.datetime.today",
        "datetime.date.today",
        "django.utils.timezone.now",
        "django.utils.timezone.localdate",
        "arrow.now",
        "arrow.utcnow",
        "pendulum.now",
        "pendulum.today",
        "pendulum.yesterday",
        "pendulum.tomorrow",
        "pandas.Timestamp.now",
        "pandas.Timestamp.utcnow",
        "pandas.Timestamp.today",
        "whenever.Instant.now",
        "oslo_utils.timeutils.utcnow",
    )
)
# These read the clock only when they are called without arguments.
WALL_CLOCK_BY_DEFAULT = frozenset(
    ["time.localtime", "time.gmtime", "time.ctime", "time.asctime", "django.utils.timezone.localtime", "arrow.get"]
)
# name -> how many arguments it may have and still read the clock.
_FORMATTERS = {"time.strftime": 1}
CLOCKS = WALL_CLOCK | WALL_CLOCK_BY_DEFAULT | _FORMATTERS.keys()
_FREEZERS = ("freezegun.", "time_machine.", "libfaketime.", "pytest_freezer.", "pytest_freezegun.")
_FROZEN_WORDS = regex(
    r"freez|frozen|time_?machine|time_?travel|travel_to|fake_?(?:time|clock|now|date)|libfaketime|"
    r"mock(?:ed)?_?(?:time|clock|now|date|today|utcnow)|patch(?:ed)?_?(?:time|clock|now|date)|stop_?time|"
    r"(?:fixed|static|still|manual|mock|test|stub|controlled|autojump)_?(?:time|clock|now)\b|^travel$|move_to$"
)
_CLOCK_WORDS = frozenset((
    "now", "utcnow", "today", "time", "times", "timezone", "datetime", "date", "clock", "utc", "timestamp",
    "timestamps", "localtime", "gmtime", "monotonic", "datetimes", "timeutils", "tz", "dt",
))  # fmt: skip
_SPLIT = regex(r"[._]+|(?<=[a-z])(?=[A-Z])")


def reads_wall_clock(call: Call) -> bool:
    """Whether a call of one of CLOCKS really asks for the present."""
    count = len(call.node.args) + len(call.node.keywords)
    if call.name in WALL_CLOCK_BY_DEFAULT:
        return count == 0
    return call.name in WALL_CLOCK or count <= _FORMATTERS.get(call.name, -1)


def is_frozen(test: Test) -> bool:
    """Whether something in reach of a test freezes or replaces the clock."""
    return test.fact(_is_frozen)


def _is_frozen(test: Test) -> bool:
    return freezes(reach_of(test))


def is_stopped_at_a_moment(call: Call) -> bool:
    """Whether a with statement around a call stops the clock at a moment that is written down there.

    `freeze_time()` without one stops it at the present, which is another in each process.
    """
    for context, _ in contexts_around(call.module, call.module.statement_of(call.node)):
        name = call.module.resolve(context.func, call.scope) if isinstance(context, ast.Call) else None
        if name is not None and name.startswith(_FREEZERS):
            return bool(context.args or context.keywords)  # type: ignore[attr-defined]
    return False


def freezes(reach: Reach) -> bool:
    """Whether freezegun, time_machine, a patch, a fixture or a helper named for it stops the clock."""
    if any(name.startswith(_FREEZERS) for name in reach.names):
        return True
    if any(_FROZEN_WORDS.search(word) for word in reach.words):
        return True
    return any(is_clock(target) for target in reach.replaced)


def is_clock(target: str) -> bool:
    """Whether the name of something replaced says that it tells the time (`time.sleep` does not)."""
    last = target.rpartition(".")[2]
    return not _CLOCK_WORDS.isdisjoint(word.lower() for word in _SPLIT.split(last))
