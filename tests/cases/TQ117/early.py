import unittest
import unittest as ut

import pytest
from pytest import skip


def test_first(cart):
    pytest.skip("日本")  # TQ117
    assert cart.total == 1


async def test_async(cart):
    await cart.open()
    skip(  # TQ117
        "later",
    )
    assert cart.total == 1


class CartTest(ut.TestCase):
    def test_total(self):
        """Text."""
        self.skipTest("later")  # TQ117
        self.assertEqual(total(), 1)

    def test_last(self):
        self.assertEqual(total(), 1)
        self.skipTest("later")


class TestCart:
    def test_total(self, cart):
        pytest.skip("later")  # TQ117
        assert cart.total == 1


def test_condition(cart):
    if not cart:
        pytest.skip("empty")
    assert cart.total == 1


def test_handler(cart):
    try:
        cart.open()
    except OSError:
        pytest.skip("closed")
    assert cart.total == 1


def test_loop(cart):
    for item in cart:
        pytest.skip("later")
    assert cart.total == 1


def test_only():
    pytest.skip("later")


def test_expected():
    with pytest.raises(pytest.skip.Exception):
        pytest.skip("later")
    assert total() == 1


def test_helper():
    def helper():
        pytest.skip("later")
        return 1

    assert helper() == 1


def helper():
    pytest.skip("later")
    return 1


def test_choice(cart):
    cart or pytest.skip("empty")
    assert cart.total == 1


def test_in_a_block():
    with open_shop() as shop:
        pytest.skip("no shop")  # TQ117
        assert shop.total == 42


def test_behind_a_block():
    with may_swallow():
        pytest.skip("no shop")
    assert total() == 42
