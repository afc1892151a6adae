"""TQ228."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.subtests import unchecked_subtests
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ228",
    profile="recommended",
    words=("subTest", "subtests"),
    message="this subTest block runs code and checks nothing: assert what each case should give",
    peers=("FG C2c",),
    bad="""
        import unittest

        from shop import parse


        class ParseTest(unittest.TestCase):
            def test_prices(self):
                for text in ("1.50", "2,50"):
                    with self.subTest(text=text):  # TQ228
                        parse(text)
                self.assertEqual(parse("3"), 3)
    """,
    good="""
        import unittest

        from shop import parse


        class ParseTest(unittest.TestCase):
            def test_prices(self):
                for text, price in (("1.50", 150), ("2,50", 250)):
                    with self.subTest(text=text):
                        self.assertEqual(parse(text), price)
    """,
)
def subtest_without_assertion(test: Test, module: Module) -> Iterator[Finding]:
    """A subtest is reported as a case of its own: without an assertion it is one more case that passes.

    Allowed: checks in helpers, three calls deep; blocks whose values are looked at behind them; smoke tests
    that say so.
    """
    for statement in unchecked_subtests(test):
        yield Finding(statement)
