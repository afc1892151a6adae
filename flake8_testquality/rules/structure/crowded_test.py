"""TQ706."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.rule import Finding, Option, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

MAX_ASSERTIONS = Option("max-assertions", 7, "assertions that a test may have")


@rule(
    code="TQ706",
    profile="strict",
    message="the test has {count} assertions, more than {most}: one behaviour a test",
    options=(MAX_ASSERTIONS,),
    bad='''
        def test_cart(cart):  # TQ706
            assert cart.total == 8
            assert cart.tax == 1
            assert cart.count == 2
            assert cart.owner == "Ann"
            assert cart.city == "Rome"
            assert cart.state == "open"
            assert cart.discount == 0
            assert cart.currency == "EUR"
    ''',
    good='''
        def test_cart(cart):
            assert cart.total == 8
    ''',
)
def crowded_test(test: Test, module: Module) -> Iterator[Finding]:
    """The first assertion that fails hides the others, and the name can speak of one behaviour only."""
    most = module.option(MAX_ASSERTIONS)
    count = sum(1 for assertion in test.assertions if assertion.kind != "fail")
    if count > most:
        yield Finding(test, count=count, most=most)
