"""Provenance: where the values that an assertion looks at come from.

How to ask: `carries(assertion, CLOCK)` is cheap where no clock is read; `origins(assertion)` joins the flags of all
operands (origins.py lists them); `values(assertion)` gives a Value for each of `assertion.operands`, `each(assertion)`
the flags of each at that time; one Value object twice means one thing twice; `handed_over(value)` says whether code
under test was given it. `reaches_product(assertion)` is the cheap question whether that code may have a part in it.
What is not understood is UNKNOWN and presumed innocent: test for `PRODUCT`, never for SUBJECT alone.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_testquality.model import supplied
from flake8_testquality.model.flow import Flow
from flake8_testquality.model.given_away import is_given_away
from flake8_testquality.model.origins import (
    CLOCK,
    ELAPSED,
    PRODUCT,
    RANDOM,
    TIMER,
    UNKNOWN,
    UNORDERED,
    Origin,
    Record,
    Value,
    handed_over,
)  # fmt: skip
from flake8_testquality.model.shortcuts import Ground
from flake8_testquality.model.value_sources import has_source

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.tests import Test

_NOT_FOLLOWED = Record((), (), UNKNOWN, 0)


def surely_product(assertion: Assertion) -> bool:
    """Whether a look backwards shows that an operand came out of the product or a fixture that carries it.

    Also for what a raises, warns or logs block calls. False says nothing.
    """
    found = assertion.known.get("product")
    if found is None:
        found = assertion.known["product"] = assertion.kind == "helper" or _is_product(
            assertion.test.fact(Ground), assertion
        )
    return found


def _is_product(ground: Ground, assertion: Assertion) -> bool:
    if assertion.kind == "mock":
        return ground.calls_product
    scope = assertion.scope
    if scope is not ground.scope:
        return True
    leads_straight, leads_out = ground.leads_straight_out, ground.leads_out
    for operand in assertion.operands:
        if operand.__class__ is not ast.Constant and leads_straight(operand):
            return True
    for operand in assertion.operands:
        if operand.__class__ is not ast.Constant and leads_out(operand, scope, 0):
            return True
    if assertion.block is not None:
        return ground.block_leads_out(assertion.block, scope)
    return any(is_given_away(ground, operand) for operand in assertion.operands)


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
    "handed_over", "origins", "reaches_product", "record", "subject_reached", "surely_product", "values",
]  # fmt: skip
