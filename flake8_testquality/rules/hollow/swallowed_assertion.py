"""TQ207."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.handlers import swallowed_assertions
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ207",
    profile="core",
    helpers=True,
    message="{catcher} swallows the failure of this assertion: assert outside it, or catch what the code raises",
    peers=("FG C3", "QG silent_exception"),
    bad="""
        def test_total(cart):
            try:
                assert cart.total() == 6  # TQ207
            except Exception as error:
                print(error)
    """,
    good="""
        def test_total(cart):
            assert cart.total() == 6
    """,
)
def swallowed_assertion(test: Test, module: Module) -> Iterator[Finding]:
    """A failed assertion is an exception: a handler that catches it and goes on lets the test pass.

    Allowed: handlers that raise, fail, assert or keep the error for an assertion behind the try; handlers of other
    exceptions; loops that try again and fail in the end; functions that answer whether the assertion held, where
    somebody asks; an assertion of another case that is itself under test; a try of nothing but asserts, caught by name,
    that skips a test whose checks follow.
    """
    for assertion, catcher in swallowed_assertions(test):
        yield Finding(assertion, catcher=catcher)
