import unittest

import shop


class PairedTest(unittest.TestCase):
    def setUp(self):
        self.client = getattr(self, "client_" + self._testMethodName)
        self.client()

    def test_sells(self):
        self.assertEqual(shop.sold, 1)

    def client_test_sells(self):
        shop.sell("tea")

    def test_sells_two(self):
        self.assertEqual(shop.sold, 2)

    def client_test_sells_two(self):
        shop.sell("tea", "größe")

    def test_orders(self):
        self.assertEqual(shop.sold, 3)

    def client_test_orders(self):
        shop.order("tea")


class UnpairedTest(unittest.TestCase):
    def setUp(self):
        self.client = getattr(self, "client_" + self._testMethodName)

    def test_one(self):
        self.assertEqual(shop.price("tea"), 1)

    def test_two(self):  # TQ717
        self.assertEqual(shop.price("cake"), 2)

    def test_three(self):  # TQ717
        self.assertEqual(shop.price("milk"), 3)
