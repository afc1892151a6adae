# path: tests/runner/test_samples.py
import unittest

from shop import audit


class TestableCart:
    def test_price(self):
        pass


class TestAudit(unittest.TestCase):
    def setUp(self):
        self.cart = TestableCart()

    def test_price_is_noted(self):
        with audit.watch(self.cart) as notes:
            self.cart.test_price()
        self.assertEqual(notes, ["test_price"])


class TestTwoPrices(unittest.TestCase):
    def test_low(self):
        pass

    def test_high(self):
        pass


def test_prices_are_counted():
    assert audit.count(TestTwoPrices) == 2


class TestOffers(unittest.TestCase):
    def test_summer(self):  # TQ202
        pass

    def test_name(self):
        self.assertIsInstance(self, TestOffers)
        self.assertEqual(audit.count([]), 0)

    def other(self):
        return TestOffers("test_summer")


def suite():
    return unittest.TestLoader().loadTestsFromTestCase(TestOffers)
