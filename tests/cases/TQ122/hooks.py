import unittest

import pytest
from django.test import TestCase
from elsewhere import Base


class ShopCase(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.shop = "日本"

    def setUp(self):
        self.till = 1

    def tearDown(self):
        self.till = 0


class CartTest(ShopCase):
    @classmethod
    def setUpClass(cls):  # TQ122
        cls.cart = 1

    def setUp(self):  # TQ122
        self.cart = 1

    def tearDown(self):  # TQ122
        self.cart = 0

    def test_total(self):
        self.assertEqual(total(), 1)


class DeepTest(CartTest):
    def setUp(self):  # TQ122
        self.deep = 1

    def test_deep(self):
        self.assertEqual(total(), 1)


class DataCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.shop = 1


class DataTest(DataCase):
    @classmethod
    def setUpTestData(cls):  # TQ122
        cls.cart = 1

    def test_total(self):
        self.assertEqual(total(), 1)


class Mixin:
    def setUp(self):
        self.mixed = 1


class MixedTest(Mixin, unittest.TestCase):
    def setUp(self):  # TQ122
        self.cart = 1

    def test_total(self):
        self.assertEqual(total(), 1)


class ChainedTest(ShopCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.cart = 1

    def setUp(self):
        super(ChainedTest, self).setUp()
        self.cart = 1

    def tearDown(self):
        ShopCase.tearDown(self)
        self.cart = 0

    def test_total(self):
        self.assertEqual(total(), 1)


class EmptyCase(unittest.TestCase):
    def setUp(self):
        """Nothing."""

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        super().setUpClass()


class EmptyTest(EmptyCase):
    @classmethod
    def setUpClass(cls):
        cls.cart = 1

    def setUp(self):
        self.cart = 1

    def tearDown(self):
        self.cart = 0

    def test_total(self):
        self.assertEqual(total(), 1)


class OpenCase(unittest.TestCase):
    def setUp(self):
        raise NotImplementedError


class OpenTest(OpenCase):
    def setUp(self):
        self.cart = 1

    def test_total(self):
        self.assertEqual(total(), 1)


class SaidTest(ShopCase):
    # not super().setUp(): these tests need no till
    def setUp(self):
        self.cart = 1

    def tearDown(self):
        # the base's clean-up would close the shop
        self.cart = 0

    @classmethod
    def setUpClass(cls):
        pass

    def test_total(self):
        self.assertEqual(total(), 1)


class UnknownTest(Base, unittest.TestCase):
    def setUp(self):
        self.cart = 1

    def test_total(self):
        self.assertEqual(total(), 1)


class PlainTest(unittest.TestCase):
    def setUp(self):
        self.cart = 1

    def test_total(self):
        self.assertEqual(total(), 1)


class LaterTest(ShopCase):
    def setUp(self):
        self.addCleanup(super().setUp)
        self.cart = 1

    def test_total(self):
        self.assertEqual(total(), 1)


class StockCase(unittest.TestCase):
    def setUp(self):
        """Two attributes and nothing else."""
        shelf = ["tea"]

        def count():
            return len(shelf)

        self.stock, self.shelf = count(), shelf


class OtherStockTest(StockCase):
    def setUp(self):
        self.shelf = ["cake", "milk"]
        if self.shelf:
            self.stock: int = 2

    def test_total(self):
        self.assertEqual(total(), 1)


class HalfStockTest(StockCase):
    def setUp(self):  # TQ122
        self.stock = 3

    def test_total(self):
        self.assertEqual(total(), 1)


class OpenedCase(unittest.TestCase):
    def setUp(self):
        self.shop = "shop"
        self.open_doors()


class OtherOpenedTest(OpenedCase):
    def setUp(self):  # TQ122
        self.shop = "other"

    def test_total(self):
        self.assertEqual(total(), 1)


class ReusedCase(unittest.TestCase):
    def setUp(self):
        Shop.open = True
        self.shop = Shop()


class OtherReusedTest(ReusedCase):
    def setUp(self):  # TQ122
        self.shop = Shop()

    def test_total(self):
        self.assertEqual(total(), 1)


class ChainBase(unittest.TestCase):
    def setUp(self):
        self.shop = open_shop()

    @classmethod
    def setUpClass(cls):
        cls.till = make_till()


class ChainsInAHelper(ChainBase):
    def setUp(self):
        self.prepare()

    def prepare(self):
        super().setUp()
        self.cart = self.shop.cart()

    @classmethod
    def setUpClass(cls):
        ChainBase.setUpClass.__func__(cls)
        cls.bell = make_bell()

    def test_total(self):
        self.assertEqual(self.cart.total, 42)
