"""TQ720."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.size import code_lines
from flake8_testquality.rule import Finding, Option, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

MIN_LINES = Option("min-test-lines", 3, "lines of code that a test should have")


@rule(
    code="TQ720",
    profile="strict",
    message="the test has {count} line(s) of code, fewer than {least}: arrange, act and assert in lines of their own",
    options=(MIN_LINES,),
    bad='''
        def test_total(cart):  # TQ720
            assert cart.total == 42
    ''',
    good='''
        def test_total(cart):
            cart.add("tea", price=42)
            total = cart.checkout()
            assert total == 42
    ''',
)
def trivial_test(test: Test, module: Module) -> Iterator[Finding]:
    """A test of a line or two seldom arranges, acts and asserts."""
    least = module.option(MIN_LINES)
    count = code_lines(test)
    if count < least:
        yield Finding(test, count=count, least=least)
