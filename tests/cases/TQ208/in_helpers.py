import unittest

import pytest
from shop import Cart, compare


def check_total(cart):
    cart.total == 3  # TQ208
    assert cart.size == 2


@pytest.fixture
def cart():
    cart = Cart()
    yield cart
    cart.closed is True  # TQ208


def test_total(cart):
    check_total(cart)


class CartTest(unittest.TestCase):
    def check(self, cart):
        with self.assertRaises(TypeError):
            cart < 3
        cart.total == 3  # TQ208

    def test_cart(self):
        self.check(Cart())


def compares(cart):
    cart.total == 3


def test_compare(cart):
    assert compare(compares, cart) is False
