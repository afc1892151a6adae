"""TQ713."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.size import code_lines
from flake8_testquality.rule import Finding, Option, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

MIN_LINES = Option("min-docstring-lines", 15, "lines of code from which on a test needs a docstring")


@rule(
    code="TQ713",
    profile="strict",
    message="a test of {count} lines without a docstring: say in one line which behaviour it checks, and why",
    options=(MIN_LINES,),
    bad='''
        def test_checkout(shop):  # TQ713
'''
    + "            shop.step()\n" * 15
    + "    ",
    good='''
        def test_checkout(shop):
            assert shop.checkout("tea").total == 3
    ''',
)
def undocumented_test(test: Test, module: Module) -> Iterator[Finding]:
    """A name is too short to explain a long test."""
    least = module.option(MIN_LINES)
    if (test.node.end_lineno or 0) - test.node.lineno >= least and test.docstring is None:
        count = code_lines(test)
        if count >= least:
            yield Finding(test, count=count)
