"""TQ122."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.chaining import unchained_hooks
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import TestClass


@rule(
    code="TQ122",
    profile="recommended",
    message="`{name}` replaces the one of `{base}`, which then never runs: call super().{name}()",
    bad='''
        import unittest


        class ShopCase(unittest.TestCase):
            def setUp(self):
                self.shop = Shop()


        class CartTest(ShopCase):
            def setUp(self):  # TQ122
                self.cart = Cart("book")

            def test_total(self):
                self.assertEqual(self.cart.total, 42)
    ''',
    good='''
        import unittest


        class ShopCase(unittest.TestCase):
            def setUp(self):
                self.shop = Shop()


        class CartTest(ShopCase):
            def setUp(self):
                super().setUp()
                self.cart = Cart(self.shop, "book")

            def test_total(self):
                self.assertEqual(self.cart.total, 42)
    ''',
)
def unchained_hook(cls: TestClass, module: Module) -> Iterator[Finding]:
    """Without super() the base's set-up or clean-up silently stops for this class.

    Allowed: bases out of sight, bases whose hook is empty or only sets what this one sets too, a comment that says so.
    """
    if cls.node.bases:
        for node, base in unchained_hooks(cls, module):
            yield Finding(node, name=node.name, base=base)
