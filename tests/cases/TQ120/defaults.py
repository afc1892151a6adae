import unittest
from unittest import mock
from unittest import mock as m
from unittest.mock import patch

import pytest
from elsewhere import Base, supply
from hypothesis import given, strategies as st


@pytest.fixture
def cart():
    return 1


def test_total(cart=None):  # TQ120
    assert total(cart) == "日本"


async def test_async(shop, cart=1):  # TQ120
    assert await total(cart, shop) == 1


def test_keyword_only(*, cart=1):  # TQ120
    assert total(cart) == 1


@pytest.mark.parametrize("name", ["a"])
def test_marked(  # TQ120
    name,
    cart=1,
    other=2,
):
    assert total(name, cart, other) == 1


class TestCart:
    def test_total(self, cart=1):  # TQ120
        assert total(cart) == 1

    @staticmethod
    def test_static(cart=1):  # TQ120
        assert total(cart) == 1


@patch("shop.load")
def test_patched_and_more(load, cart=1):  # TQ120
    assert total(load, cart) == 1


def test_plain(cart):
    assert total(cart) == 1


@patch("shop.load")
def test_patched(load=None):
    assert total(load) == 1


@m.patch.object(shop, "load")
@mock.patch("shop.save")
def test_patched_twice(save=None, load=None):
    assert total(save, load) == 1


@given(st.integers())
def test_given(number=1):
    assert total(number) == 1


@supply
def test_supplied(cart=1):
    assert total(cart) == 1


class CartTest(unittest.TestCase):
    def test_total(self, cart=1):
        self.assertEqual(total(cart), 1)


class TestUnknown(Base):
    def test_total(self, cart=1):
        assert total(cart) == 1


def test_called(cart=1):
    assert total(cart) == 1


def test_calls():
    test_called(2)


def helper(cart=1):
    return cart


@pytest.fixture
def test_user(cart=1):
    return cart


def test_avatar_source(user, default, size=50):
    return "/nowhere/avatar.png"
