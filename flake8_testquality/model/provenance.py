"""Provenance: where the values that an assertion looks at come from.

How to ask: `carries(assertion, CLOCK)` is cheap where no clock is read; `origins(assertion)` joins the flags of all
operands (see origins.py: LITERAL, OWN, STDLIB, MOCK, CONFIGURED, FIXTURE, SUBJECT, CLOCK, ELAPSED, RANDOM, UNORDERED,
UNKNOWN, TIMER, OUTSIDE); `values(assertion)` gives a Value for each of `assertion.operands`, `each(assertion)` their flags at
that time; the same Value object twice means the same thing twice; `handed_over(value)` says whether code under test was
given it. `reaches_product(assertion)` is the cheap question whether the code under test may have a part in it.
What is not understood is UNKNOWN and presumed innocent: test for `PRODUCT`, never for SUBJECT alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flake8_testquality.model import supplied
from flake8_testquality.model.flow import Flow, Record
from flake8_testquality.model.origins import (
    CLOCK, ELAPSED, PRODUCT, RANDOM, TIMER, UNKNOWN, UNORDERED, Origin, Value, handed_over,
)  # fmt: skip
from flake8_testquality.model.shortcuts import surely_product
from flake8_testquality.model.value_sources import has_source

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.tests import Test

_NOT_FOLLOWED = Record((), (), UNKNOWN, 0)


def followed(test: Test) -> Flow:
    """The state at a test's end, with a record for each assertion on the way."""
    return test.fact(_follow)


def _follow(test: Test) -> Flow:
    flow = Flow(test)
    supplied.begin(flow)
    flow.run(test.body)
    return flow


def record(assertion: Assertion) -> Record:
    """What an assertion looked at; nothing but UNKNOWN where the test could not be followed."""
    flow = followed(assertion.test)
    found = flow.records.get(assertion)
    return _NOT_FOLLOWED if found is None or flow.overflow else found


def origins(assertion: Assertion) -> Origin:
    """The flags of everything that an assertion looks at."""
    return record(assertion).origins


def values(assertion: Assertion) -> tuple[Value, ...]:
    """The value of each operand; empty where the test could not be followed."""
    return record(assertion).values


def each(assertion: Assertion) -> tuple[Origin, ...]:
    """The flags of each operand, as they were when the assertion ran; empty where the test could not be followed."""
    return record(assertion).each


def carries(assertion: Assertion, flags: Origin) -> bool:
    """Whether a clock, a duration, chance or an undefined order flows into an assertion."""
    return has_source(assertion.test, flags) and bool(origins(assertion) & flags)


def reaches_product(assertion: Assertion) -> bool:
    """Whether the code under test may have a part in what an assertion looks at."""
    return surely_product(assertion) or bool(origins(assertion) & PRODUCT)


def subject_reached(test: Test) -> bool:
    """Whether any assertion of a test may depend on the code under test; true for a test without assertions."""
    found = test.assertions
    return not found or any(surely_product(item) for item in found) or any(reaches_product(item) for item in found)


__all__ = [
    "CLOCK", "ELAPSED", "PRODUCT", "RANDOM", "TIMER", "UNKNOWN", "UNORDERED", "Value", "carries", "each", "followed",
    "handed_over", "origins", "reaches_product", "record", "subject_reached", "values",
]  # fmt: skip
