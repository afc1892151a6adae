import unittest
from unittest import IsolatedAsyncioTestCase


class ShopCase(unittest.TestCase):
    async def asyncSetUp(self):  # TQ111
        self.shop = "日本"

    async def asyncTearDown(self):  # TQ111
        self.shop = None

    def test_shop(self):
        self.assertIsNotNone(self.shop)


class CartCase(IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.cart = 1

    async def test_cart(self):
        self.assertEqual(self.cart, 1)


class Prepared(unittest.TestCase):
    async def asyncSetUp(self):
        self.till = 1


class TillCase(Prepared, IsolatedAsyncioTestCase):
    async def test_till(self):
        self.assertEqual(self.till, 1)


class ByHand(unittest.TestCase):
    async def asyncTearDown(self):
        self.till = 1

    def test_till(self):
        run(self.asyncTearDown())
        self.assertEqual(self.till, 1)
