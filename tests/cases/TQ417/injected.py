import unittest
from unittest.mock import patch

import pytest

from shop import checkout


@patch("shop.charge", return_value=3)
def test_both(charge):
    charge.side_effect = ValueError  # TQ417
    with pytest.raises(ValueError):
        checkout()


@patch("shop.charge", return_value=3)
@patch("shop.mailer")
def test_the_other(mailer, charge):
    mailer.side_effect = ValueError
    assert checkout(charge) == 3


@patch("shop.charge", return_value=3)
def test_used_before(charge):
    assert checkout() == 3
    charge.side_effect = ValueError
    with pytest.raises(ValueError):
        checkout()


class CheckoutTest(unittest.TestCase):
    @patch("shop.charge", side_effect=[1, 2])
    def test_both(self, charge):
        charge.return_value = 3  # TQ417
        self.assertEqual(checkout(), 3)

    @patch("shop.charge", side_effect=[1, 2])
    def test_reset(self, charge):
        charge.side_effect = None
        charge.return_value = 3
        self.assertEqual(checkout(), 3)
