"""TQ852."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.case_calls import is_configured
from flake8_testquality.model.convertible import is_convertible
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import TestClass


@rule(
    code="TQ852",
    profile="strict",
    message="`{name}` uses nothing of TestCase but its assertions: make it a plain class or plain functions",
    project={"pytest.ini": "[pytest]\n"},
    bad='''
        import unittest

        from shop import tax


        class TestTax(unittest.TestCase):  # TQ852
            def test_tax(self):
                self.assertEqual(tax(10), 2)
    ''',
    good='''
        from shop import tax


        class TestTax:
            def test_tax(self):
                assert tax(10) == 2
    ''',
)
def convertible_testcase(item: TestClass, module: Module) -> Iterator[Finding]:
    """The base class costs fixtures and parametrize, and gives nothing that pytest does not have.

    Allowed: cases with set-up, subTest, skipTest or addCleanup; bases; Django's and other frameworks' cases.
    """
    if item.is_case and is_configured(module) and is_convertible(item):
        yield Finding(item, name=item.name)
