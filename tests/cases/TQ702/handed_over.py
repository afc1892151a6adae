"""What a set-up or a fixture has written out is input as well."""

import string
import unittest

import pytest
from shop import Shop, read


@pytest.fixture
def names():
    return ["tea", "größe"]


@pytest.fixture
def shops():
    return [Shop("a"), Shop("b")]


@pytest.fixture
def sold(shop):
    return shop.sell("tea")


def test_names(shop, names):
    for name in names:  # TQ702
        assert shop.price(name) == 3


def test_shops(shops):
    for shop in shops:
        assert shop.name in "ab"


def test_sold(sold):
    for item in sold:
        assert item.price == 3


def test_all_names_are_there(shop, names):
    found = shop.names()
    for name in names:
        assert name in found


def test_names_with_prices(shop):
    prices = dict(tea=3, cake=5)
    for name, price in prices.items():  # TQ702
        assert shop.price(name) == price


def test_names_with_found_prices(shop):
    prices = dict(tea=shop.price("tea"), cake=shop.price("cake"))
    for name, price in prices.items():
        assert price == 3, name


def test_digits():
    for digit in string.digits:  # TQ702
        assert read(digit) == int(digit)


class ShopTest(unittest.TestCase):
    def setUp(self):
        self.names = ("tea", "cake")
        self.shop = Shop(self.names)
        self.rows = []

    def test_names(self):
        for name in self.names:  # TQ702
            self.assertEqual(self.shop.price(name), 3)

    def test_names_that_were_found(self):
        found = self.shop.all()
        for name in self.names:
            self.assertIn(name, found)

    def test_rows(self):
        self.shop.fill(self.rows)
        for row in self.rows:
            self.assertTrue(row.startswith("t"))
