import unittest

import pytest


def is_even(number):
    return number % 2 == 0


class Cart:
    def total(self):
        return 6


async def fetch(cart):
    return cart


def test_function(cart):
    assert is_even  # TQ214
    assert is_even and cart.paid  # TQ214


def test_class():
    assert Cart, "größe"  # TQ214


def test_lambda(cart):
    assert lambda: cart.total() == 6  # TQ214


def test_generator(cart):
    assert (item.paid for item in cart)  # TQ214


def test_coroutine(cart):
    assert fetch(cart)  # TQ214


def test_nested(cart):
    def check():
        return cart.paid

    assert check  # TQ214


class CartTest(unittest.TestCase):
    def test_case(self):
        self.assertTrue(is_even)  # TQ214


# ------------------------------------------------------------ silent


def test_relations(cart):
    assert cart.rule is is_even
    assert cart.rule == is_even
    assert is_even(cart.total)
    assert [item.paid for item in cart]
    assert is_even in cart.rules
    assert isinstance(cart, Cart)


def test_rebound(cart):
    is_even = cart.find("even")
    assert is_even


def test_parameter(is_even):
    assert is_even


@make_lazy
def lazy():
    return 3


def test_decorated():
    assert lazy


async def test_awaited(cart):
    assert await fetch(cart)


if pytest:
    optional = is_even
else:
    optional = None


def test_alternative():
    assert optional
