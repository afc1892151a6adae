"""TQ854."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.removed_names import removed_aliases
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

GONE = {"assertItemsEqual": "3.0", "makeSuite": "3.13", "findTestCases": "3.13", "getTestCaseNames": "3.13"}


@rule(
    code="TQ854",
    profile="core",
    message="`{name}` is gone since Python {since}, an AttributeError: {remedy}",
    peers=("PT009", "deprecated-method"),
    fix="safe",
    bad='''
        import unittest

        from shop import tax


        class TaxTest(unittest.TestCase):
            def test_tax(self):
                self.assertEquals(tax(10), 2)  # TQ854
    ''',
    good='''
        import unittest

        from shop import tax


        class TaxTest(unittest.TestCase):
            def test_tax(self):
                self.assertEqual(tax(10), 2)
    ''',
)
def removed_unittest_alias(module: Module, _: Module) -> Iterator[Finding]:
    """The test ends in an AttributeError on every Python in use, before it has checked anything.

    Allowed: names that the class, a base in sight or a compatibility layer defines, calls behind a version check.
    """
    for call, name, right, edits in removed_aliases(module):
        remedy = f"use {right}" if right else "compare the parts with assertEqual"
        yield Finding(call, edits=edits, name=name, since=GONE.get(name, "3.12"), remedy=remedy)
