import unittest

from shop import Store
from shop.testing import ShopCase


class Opened(unittest.TestCase):
    def setUp(self):
        self.store = Store(self.address())
        self.store.open()

    def address(self):
        return "main street"


class TestOpensWithoutAddress(Opened):
    def address(self):
        return None

    def test_opens(self):
        pass


class TestOpens(Opened):
    def test_opens(self):  # TQ202
        pass


class TestCloses(Opened):
    def setUp(self):
        super().setUp()
        self.store.close()

    def price(self):
        return 42

    def test_closes(self):  # TQ202
        pass


class TestSlowShop(ShopCase):
    @classmethod
    def connect(cls):
        return Store("far away", timeout=0)

    def test_connects(self):
        pass


class TestShop(ShopCase):
    def setUp(self):
        super().setUp()
        self.store = self.opened()

    def opened(self):
        return Store("here")

    def test_connects(self):  # TQ202
        pass


class TestHalfOfShop(ShopCase):
    def connect(self):
        return Store("there")

    def test_connects(self):  # TQ202
        pass

    def test_price(self):
        assert self.store.price("apple") == 3
