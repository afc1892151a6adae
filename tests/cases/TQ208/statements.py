import contextlib
import unittest
from pathlib import Path
from unittest import mock

import pytest as pt


def test_plain(cart):
    cart.total() == 6  # TQ208


def test_more(cart):
    "größer" in cart.names  # TQ208
    cart.total is None  # TQ208
    not cart.total == 6  # TQ208
    cart.total == 6 and cart.count == 2  # TQ208
    (cart.total == 6)  # TQ208
    cart.total < 6 <= 7; cart.pay()  # TQ208


async def test_async(cart):
    await cart.total() == (  # TQ208
        6
    )


def test_called(cart):
    mailer = mock.Mock()
    cart.pay(mailer)
    mailer.send.called  # TQ208
    assert cart.paid


def test_nested(cart):
    def seen(total):
        total == 6  # TQ208

    cart.on_pay(seen)
    assert cart.paid


class CartTest(unittest.TestCase):
    def test_case(self):
        self.cart.total == 6  # TQ208


# ------------------------------------------------------------ silent


def test_blocks(cart, recwarn):
    with pt.raises(TypeError):
        cart < 3
    with pt.warns(UserWarning):
        cart == 3
    with contextlib.suppress(TypeError):
        cart < 3
    try:
        cart < 3
    except TypeError:
        pass
    assert cart.paid


def test_operators(tmp_path, first, second):
    tmp_path / "x"
    first >> second
    Path("x") / "y"
    assert first.done


def test_calls(cart):
    cart.total() or cart.pay()
    cart.is_open() and cart.close()
    cart.total
    assert cart.paid


@pt.mark.benchmark
def test_speed(cart):
    cart == cart


def test_order_is_possible(cart):
    # must not raise
    cart < cart


def helper(cart):
    cart.total == 6


async def test_resource(client):
    async with client.session("é") as session:
        await session.get("a") == 1  # TQ208
    with pt.raises(ValueError) as caught:
        client.get("a") == 1
    with client.expecting("é"):
        client.get("a") == 1
    assert caught.value
