"""TQ408."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.patch_lifetimes import leaked_patches
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ408",
    profile="core",
    message="nothing stops this patch, so it outlives the test: use it as decorator or with, or addCleanup its stop",
    bad='''
        from unittest import TestCase
        from unittest.mock import patch

        from shop import checkout


        class CheckoutTest(TestCase):
            def setUp(self):
                self.charge = patch("shop.charge", return_value=3).start()  # TQ408

            def test_checkout(self):
                self.assertEqual(checkout(), "paid 3")
    ''',
    good='''
        from unittest import TestCase
        from unittest.mock import patch

        from shop import checkout


        class CheckoutTest(TestCase):
            def setUp(self):
                patcher = patch("shop.charge", return_value=3)
                self.charge = patcher.start()
                self.addCleanup(patcher.stop)

            def test_checkout(self):
                self.assertEqual(checkout(), "paid 3")
    ''',
)
def leaked_patch(module: Module, _: Module) -> Iterator[Finding]:
    """A patch that is started and never stopped stays in place for every test that runs later.

    Allowed: a stop, stopall or addCleanup anywhere in sight, patchers that are handed on, session fixtures.
    """
    for call in leaked_patches(module):
        yield Finding(call)
