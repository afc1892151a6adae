"""TQ106."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.async_runs import is_left_unawaited
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ106",
    profile="core",
    words=("async",),
    message="unittest.TestCase never awaits `{name}`, so it passes unrun: derive from IsolatedAsyncioTestCase",
    bad='''
        import unittest


        class CartTest(unittest.TestCase):
            async def test_total(self):  # TQ106
                self.assertEqual(await load_total("cart"), 42)
    ''',
    good='''
        import unittest


        class CartTest(unittest.IsolatedAsyncioTestCase):
            async def test_total(self):
                self.assertEqual(await load_total("cart"), 42)
    ''',
)
def async_test_in_testcase(test: Test, module: Module) -> Iterator[Finding]:
    """A plain TestCase calls the method, gets a coroutine, drops it and reports a pass.

    Allowed: IsolatedAsyncioTestCase, Django's, tornado's and twisted's cases, bases out of sight, any decorator.
    """
    if test.is_async and is_left_unawaited(test):
        yield Finding(test, name=test.name)
