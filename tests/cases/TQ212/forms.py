import unittest
from unittest import mock
from unittest.mock import AsyncMock

import pytest as pt
from pytest import raises as r


def test_mock(cart):
    mailer = mock.Mock()
    cart.pay(mailer)
    mailer.send.assert_called_once  # TQ212
    mailer.send.assert_called_with  # TQ212
    assert mailer.send.assert_called  # TQ212


async def test_async_mock(cart):
    mailer = AsyncMock()
    await cart.pay(mailer)
    mailer.größe.assert_awaited_once  # TQ212


def test_raises(cart):
    r(LookupError)  # TQ212
    pt.raises(LookupError, match="X")  # TQ212
    pt.warns(UserWarning)  # TQ212
    cart.redeem("X")


class CartTest(unittest.TestCase):
    def test_case(self):
        self.assertTrue  # TQ212
        self.assertEqual  # TQ212
        self.assertRaises(LookupError)  # TQ212
        self.assertRaisesRegex(LookupError, "X")  # TQ212
        self.cart.redeem("X")

    def test_used(self):
        with self.assertRaises(LookupError):
            self.cart.redeem("X")
        self.assertRaises(LookupError, self.cart.redeem, "X")
        self.assertRaisesRegex(LookupError, "X", self.cart.redeem, "X")
        context = self.assertRaises(LookupError)
        with context:
            self.cart.redeem("X")
        check = self.assertTrue
        check(self.cart.paid)


def test_used(cart, stack):
    with pt.raises(LookupError):
        cart.redeem("X")
    pt.raises(LookupError, cart.redeem, "X")
    pt.raises(LookupError, func=cart.redeem)
    stack.enter_context(pt.raises(LookupError))
    mailer = mock.Mock()
    mailer.send.assert_not_called()
    with pt.raises(TypeError):
        pt.raises(3)
    cart.asserted
