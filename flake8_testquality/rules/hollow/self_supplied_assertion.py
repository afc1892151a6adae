"""TQ217."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.hollow import is_baseline, is_self_supplied, is_subjectless, says_nothing
from flake8_testquality.model.specimens import is_case_of_project
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module


@rule(
    code="TQ217",
    profile="recommended",
    message="`{part}` was supplied by this test itself: assert on what the code under test gives",
    peers=("FG C11a",),
    bad='''
        from shop import checkout


        def test_checkout():
            order = {"id": 7, "status": "paid"}
            assert checkout(order).ok
            assert order.copy()["id"] == 7


        def test_receipt():
            lines = ["apple", "pear"]
            assert checkout({"id": 7}).ok
            assert len(lines) == 2  # TQ217
    ''',
    good='''
        from shop import checkout


        def test_receipt():
            receipt = checkout({"id": 7, "lines": ["apple", "pear"]})
            assert len(receipt.lines) == 2
    ''',
)
def self_supplied_assertion(assertion: Assertion, module: Module) -> Iterator[Finding]:
    """Every value that this assertion looks at was written by the test, so the code under test has no part in it.

    Allowed: values that passed through a call, fixture, attribute or operator that could be the code's; attributes of
    classes that declare them or are out of sight; values that were handed to the code and may have been changed by it;
    what is looked at again after the code has run; the suites of test frameworks, whose subject the assertion is.
    """
    if not is_self_supplied(assertion) or says_nothing(assertion) or is_subjectless(assertion.test):
        return
    is_subject = assertion.kind == "unittest" and is_case_of_project(assertion.test)
    if not (is_subject or is_baseline(assertion)):
        named = (operand for operand in assertion.operands if not isinstance(operand, ast.Constant))
        yield Finding(assertion, part=module.text(next(named, assertion.operands[0]), 40))
