import unittest
from unittest import mock

import pytest
from shop import Cart


def check_called(gateway: mock.Mock):
    gateway = mock.Mock()
    Cart().pay(gateway)
    gateway.charge.assert_called_once  # TQ212


@pytest.fixture
def cart():
    pytest.raises(ValueError)  # TQ212
    return Cart()


def test_pay(cart):
    check_called(mock.Mock())


class CartTest(unittest.TestCase):
    def check(self):
        self.assertTrue  # TQ212
        self.assertTrue(Cart().open)

    def test_cart(self):
        self.check()
