"""TQ705."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.size import code_lines
from flake8_testquality.rule import Finding, Option, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

MAX_LINES = Option("max-test-lines", 50, "lines of code that a test may have")


@rule(
    code="TQ705",
    profile="strict",
    message="the test has {count} lines of code, more than {most}: split it, or move its set-up to fixtures",
    options=(MAX_LINES,),
    bad='''
        def test_checkout(shop):  # TQ705
'''
    + "            shop.step()\n" * 51
    + "    ",
    good='''
        def test_checkout(shop):
            assert shop.checkout("tea").total == 3
    ''',
)
def long_test(test: Test, module: Module) -> Iterator[Finding]:
    """What a long test is about, and why it failed, has to be searched for.

    Docstring, comments, blank lines and parametrize data do not count.
    """
    most = module.option(MAX_LINES)
    if test.node.end_lineno and test.node.end_lineno - test.node.lineno > most:
        count = code_lines(test)
        if count > most:
            yield Finding(test, count=count, most=most)
