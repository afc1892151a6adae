import unittest

import pytest
from shop import Cart, run


def check_total(cart):
    """Größe."""
    assert (cart.total == 3, "total")  # TQ203


@pytest.fixture
def cart():
    cart = Cart()
    assert "made"  # TQ203
    yield cart
    assert cart.closed


def test_total(cart):
    check_total(cart)


class CartTest(unittest.TestCase):
    def setUp(self):
        self.assertTrue("made")  # TQ203
        self.cart = Cart()

    def check(self):
        self.assertTrue("checked")  # TQ203

    def test_cart(self):
        self.check()
        self.assertEqual(self.cart.total, 3)


# ------------------------------------------------------------ silent


def handed_to_the_code():
    assert True


def never_called():
    assert True


def test_run():
    assert run(handed_to_the_code) == 0
