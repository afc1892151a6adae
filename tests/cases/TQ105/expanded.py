import unittest

from parameterized import parameterized
from parameterized import parameterized as rows

from shop import price


class TestPrices(unittest.TestCase):
    @parameterized.expand([("apple", 1)])
    def test_price(self, name, expected):
        self.assertEqual(price(name), expected)

    @parameterized.expand([("pear", 2)])
    def test_price(self, name, expected):
        self.assertEqual(price(name), expected)

    @rows.expand([("plum", 3)])
    def test_price_of_many(self, name, expected):
        self.assertEqual(price(name, many=True), expected)

    def test_price_of_many(self):
        self.assertEqual(price("plum", many=True), 3)

    def test_price_of_none(self):
        self.assertEqual(price("plum", count=0), 0)

    @rows.expand([("plum",)])
    def test_price_of_none(self, name):  # TQ105
        self.assertEqual(price(name, count=0), 0)
