import unittest
from unittest import mock
from unittest.mock import DEFAULT, MagicMock, Mock, patch

import pytest

import shop
from shop import Broken, checkout


def fails(*args):
    raise ValueError("é")


def falls_through(*args):
    return DEFAULT


def test_one_call(mocker):
    a = Mock(return_value=1, side_effect=ValueError)  # TQ417
    b = MagicMock(side_effect=[1, 2], return_value=1)  # TQ417
    é = "é"; mocker.patch("shop.c", return_value=é, side_effect=Broken("é"))  # TQ417
    with patch("shop.d", return_value=1, side_effect=fails) as d:  # TQ417
        a.configure_mock(return_value=1, side_effect=lambda: 3)  # TQ417
        assert checkout(a, b, d) == 3


@patch("shop.a", return_value=1, side_effect=KeyError)  # TQ417
def test_decorator(a):
    assert checkout(a) == 3


def test_assigned():
    gateway = Mock()
    gateway.charge.return_value = 1
    gateway.name = "é"
    gateway.refund.return_value = Mock()
    gateway.charge.side_effect = [1, 2]  # TQ417
    assert checkout(gateway) == 3


def test_assigned_the_other_way():
    gateway = Mock()
    gateway.charge.side_effect = shop.Broken
    gateway.charge.return_value = 1  # TQ417
    assert checkout(gateway) == 3


def test_mixed():
    gateway = Mock(return_value=1)
    gateway.side_effect = ValueError("é")  # TQ417
    with patch("shop.charge", return_value=1) as charge:
        charge.side_effect = fails  # TQ417
        assert checkout(gateway, charge) == 3


class CheckoutTest(unittest.TestCase):
    def setUp(self):
        self.charge = mock.Mock()
        self.charge.return_value = 1

    def test_default_of_set_up(self):
        self.charge.side_effect = ValueError
        self.assertRaises(ValueError, checkout, self.charge)

    def test_both_here(self):
        self.charge.return_value = 2
        self.charge.side_effect = ValueError  # TQ417
        self.assertRaises(ValueError, checkout, self.charge)


def test_none_and_default(effect):
    a = Mock(return_value=1, side_effect=None)
    b = Mock(return_value=1, side_effect=falls_through)
    c = Mock(return_value=1, side_effect=[DEFAULT, ValueError])
    d = Mock(return_value=1, side_effect=lambda *a: mock.DEFAULT)
    e = Mock(return_value=1, side_effect=DEFAULT)
    f = Mock(return_value=1, side_effect=effect)
    g = Mock(return_value=1)
    g.side_effect = None
    h = Mock()
    h.return_value = 1
    h.other.side_effect = ValueError
    i = Mock()
    i.return_value = 1
    i.side_effect = lambda *a: i.return_value
    assert checkout(a, b, c, d, e, f, g, h, i) == 3


def test_used_between():
    gateway = Mock()
    gateway.charge.return_value = 1
    assert checkout(gateway) == 3
    gateway.charge.side_effect = ValueError
    with pytest.raises(ValueError):
        checkout(gateway)


def test_taken_back():
    gateway = Mock()
    gateway.return_value = 1
    gateway.side_effect = ValueError
    with pytest.raises(ValueError):
        checkout(gateway)
    gateway.side_effect = None
    assert checkout(gateway) == 3


def test_another_mock():
    gateway = Mock()
    gateway.return_value = 1
    gateway = Mock()
    gateway.side_effect = ValueError
    shop.charge = Mock(return_value=[])
    shop.charge = Mock(side_effect=[1, 2])
    with patch("shop.a") as a:
        a.return_value = 1
    with patch("shop.a", side_effect=OSError) as a:
        assert checkout(gateway, a) == 3


@pytest.mark.parametrize("broken", [True, False])
def test_branches(broken):
    gateway = Mock()
    if broken:
        gateway.side_effect = ValueError
    else:
        gateway.return_value = 1
    assert checkout(gateway) == 3
