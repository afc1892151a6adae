import unittest


class WithCart:
    def setup(self):  # TQ111
        self.cart = "日本"

    def tearDown(self):  # TQ111
        self.cart = None


class TestCart(WithCart):
    def test_total(self):
        assert self.cart == "日本"


class TestBase:
    def setup(self):  # TQ111
        self.cart = 1


class TestBelow(TestBase):
    def test_total(self):
        assert self.cart == 1


class WithShop:
    def setUp(self):
        self.shop = 1


class TestShop(WithShop):
    def test_total(self):
        assert self.shop == 1


class ShopCase(WithShop, unittest.TestCase):
    def test_total(self):
        self.assertEqual(self.shop, 1)


class Called:
    def setup(self):
        self.till = 1


class TestCalled(Called):
    def setup_method(self):
        super().setup_method()
        self.make()

    def make(self):
        self.setup()

    def test_total(self):
        assert self.till == 1
