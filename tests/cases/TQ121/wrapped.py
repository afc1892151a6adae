import unittest

from shop import with_cart


class CartTest(unittest.TestCase):
    def test_total(self, cart):
        self.assertEqual(cart.total, 1)

    test_total = with_cart(test_total)

    def test_name(self, cart):  # TQ121
        self.assertEqual(cart.name, "a")
