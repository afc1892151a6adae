"""Broad classes for which the test gives a reason, or which the test itself supplies."""

import unittest
import warnings
from unittest.mock import Mock

import pytest

from shop import Cart, charge, guard


def test_said_in_the_block():
    with pytest.raises(Exception):
        # The exact error is unspecified.
        charge(-1)
    charge(3)
    with pytest.raises(Exception):  # TQ307
        # The amount is unspecified.
        charge(-1)


def test_said_above_a_run():
    # Currently raises whatever the driver gives it.
    with pytest.raises(Exception):
        charge("é")
    with pytest.raises(Exception):
        charge(None)
    charge(3)
    with pytest.raises(Exception):  # TQ307
        charge(-1)


def test_class_is_noted():
    with pytest.raises(Exception):  # or shop.AmountError
        charge(-1)
    # raises an exception that the gateway sends
    with pytest.raises(Exception):  # TQ307
        charge(-2)


def test_accepted_elsewhere():
    with pytest.raises(Exception):  # noqa: B017
        charge(-1)
    with pytest.raises(Exception):  # noqa: E501  # TQ307
        charge(-1)


def test_given_to_a_mock():
    gateway = Mock()
    gateway.send.side_effect = Exception("é")
    with pytest.raises(Exception):
        charge(1, gateway)


def test_another_class_is_given():
    gateway = Mock(side_effect=ValueError("é"))
    with pytest.raises(Exception):  # TQ307
        charge(1, gateway)


def test_raised_in_a_callback():
    def refuse(amount):
        raise Exception(amount)

    with pytest.raises(Exception):
        charge(1, refuse)


def test_net_around_a_claim():
    with pytest.warns():
        with pytest.raises(ValueError):
            with pytest.warns(UserWarning):
                charge(-1)
    with pytest.warns():  # TQ307
        with guard():
            charge(-1)


class OptionsTest(unittest.TestCase):
    def test_warnings_are_errors(self):
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            self.assertRaises(Warning, Cart, "é")
            self.assertRaises(Exception, Cart, "ü")  # TQ307

    def test_warnings_are_ignored(self):
        warnings.simplefilter("ignore")
        self.assertRaises(Warning, Cart, "é")  # TQ307


def test_handed_in():
    def refuse(error):
        with pytest.raises(Exception):
            charge(1, Mock(side_effect=error))

    refuse(ValueError("é"))
    refuse(OSError("é"))


def test_warned_by_hand():
    with pytest.warns(Warning):
        warnings.warn("é")
    with pytest.warns(Warning):  # TQ307
        charge(-1)


def test_made_for_a_callback():
    gateway = guard(answer=Exception("é"))
    with pytest.raises(Exception):
        charge(1, gateway)


def test_another_one_is_made():
    gateway = guard(answer=KeyError("é"))
    with pytest.raises(Exception):  # TQ307
        charge(1, gateway)


class BrokenGateway:
    def send(self, amount):
        raise Exception("é")

    def count(self):
        raise KeyError("é")


class OtherGateway:
    def send(self, amount):
        raise KeyError("é")


@pytest.fixture
def cart():
    return Cart(BrokenGateway())


@pytest.fixture
def full_cart(cart):
    cart.add(1)
    return cart


@pytest.fixture
def other_cart():
    return Cart(OtherGateway())


def test_stand_in_raises():
    with pytest.raises(Exception):
        charge(1, BrokenGateway())


def test_stand_in_raises_another():
    with pytest.raises(Exception):  # TQ307
        charge(1, OtherGateway())


def test_stand_in_of_a_fixture(full_cart):
    with pytest.raises(Exception):
        full_cart.pay()


def test_stand_in_of_another_fixture(other_cart):
    with pytest.raises(Exception):  # TQ307
        other_cart.pay()


def test_no_stand_in(mail):
    with pytest.raises(Exception):  # TQ307
        Cart("é").pay()
    with pytest.raises(Exception):  # TQ307
        mail.send("é")


class BrokenGatewayTest(unittest.TestCase):
    def setUp(self):
        self.cart = Cart(BrokenGateway())

    def test_stand_in_of_the_set_up(self):
        self.assertRaises(Exception, self.cart.pay)

    def refuse(self, amount):
        raise Exception(amount)

    def test_method_raises(self):
        self.assertRaises(Exception, charge, 1, self.refuse)


class GatewayTest(unittest.TestCase):
    def setUp(self):
        self.cart = Cart(OtherGateway())

    def test_stand_in_raises_another(self):
        self.assertRaises(Exception, self.cart.pay)  # TQ307
