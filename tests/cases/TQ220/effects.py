"""What a mock was told to raise, and mocks that hand their calls to the code."""

import unittest
from unittest.mock import patch

import pytest
from shop import service
from shop.cart import Cart
from shop.errors import Refused


def test_raises():
    with patch("shop.service.charge", side_effect=Refused("größe")):
        with pytest.raises(Refused):  # TQ220
            service.charge(3)


def test_raises_further_up():
    with patch("shop.service.charge", side_effect=Refused):
        with pytest.raises(Refused):
            service.checkout(3)


def test_other_error():
    with patch("shop.service.charge", side_effect=ValueError):
        with pytest.raises(Refused):
            service.charge(service.order(3))


class CartTest(unittest.TestCase):
    @patch("shop.service.charge", side_effect=ValueError)
    def test_raises(self, charge):
        with self.assertRaises(ValueError):  # TQ220
            service.charge(3)

    def test_original(self):
        original = service.charge
        with patch("shop.service.charge", side_effect=original) as charge:
            self.assertEqual(service.charge(3), {"ok": True})
        self.assertEqual(charge.call_count, 1)

    def test_method(self):
        with patch.object(Cart, "total", autospec=True, side_effect=Cart.total) as total:
            self.assertEqual(Cart().total(), 0)
        self.assertEqual(total.call_count, 1)

    def test_own_effect(self):
        with patch.object(Cart, "total", autospec=True, side_effect=lambda cart: 3):
            self.assertEqual(Cart().total(), 3)  # TQ220
