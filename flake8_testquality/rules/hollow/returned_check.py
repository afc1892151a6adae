"""TQ209."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.returned_checks import assert_instead, returned_checks
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ209",
    profile="core",
    message="the runner ignores what a test returns, so `{text}` is never checked: assert it",
    peers=("FG C39", "PytestReturnNotNoneWarning"),
    fix="unsafe",
    bad="""
        def test_total(cart):
            cart.add("apple", 3)
            return cart.total() == 6  # TQ209
    """,
    good="""
        def test_total(cart):
            cart.add("apple", 3)
            assert cart.total() == 6
    """,
)
def returned_check(test: Test, module: Module) -> Iterator[Finding]:
    """A test fails by raising; a False that it returns is dropped.

    Allowed: functions that are no tests, returns without a value, values returned after real assertions.
    """
    for statement in returned_checks(test):
        yield Finding(statement, edits=assert_instead(test, statement), text=module.text(statement.value))
