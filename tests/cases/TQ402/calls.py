import unittest
from unittest.mock import ANY, AsyncMock, Mock, call, patch

import pytest

from shop import Gateway, checkout


def test_assert_called():  # TQ402
    m = Mock()
    checkout(m)
    m.pay.assert_called_once_with(3)
    m.refund.assert_not_called()


def test_called_and_counts():  # TQ402
    m = Mock()
    checkout(m)
    assert m.pay.called
    assert not m.refund.called and m.pay.call_count == 1
    assert m.mock_calls == [call.pay(3)]
    assert m.pay.call_args == call(ANY)
    assert m.pay.call_args.args[0] == 3
    assert len(m.pay.call_args_list) == 1


@patch("shop.mailer")
async def test_decorated(mailer):  # TQ402
    sent = AsyncMock()
    await checkout(sent)
    sent.assert_awaited_once()
    mailer.assert_called()


class CheckoutTest(unittest.TestCase):
    def setUp(self):
        self.m = Mock(spec=Gateway)

    def test_method(self):  # TQ402
        checkout(self.m)
        self.assertTrue(self.m.pay.called)
        self.assertEqual(self.m.pay.call_count, 1)
        self.assertFalse(self.m.refund.called)

    def test_method_with_a_result(self):
        self.assertEqual(checkout(self.m), "paid")
        self.m.pay.assert_called_once_with(3)


def test_with_a_result():
    m = Mock()
    assert checkout(m) == "paid"
    m.pay.assert_called_once_with(3)


def test_with_raises():
    m = Mock()
    with pytest.raises(ValueError):
        checkout(m)
    m.pay.assert_not_called()


def test_one_claim_of_a_pair():
    m = Mock()
    assert checkout(m) == "paid" and m.pay.called


def test_helper(check_receipt):
    m = Mock()
    check_receipt(checkout(m))
    m.pay.assert_called_once_with(3)


def test_no_mock(route):
    checkout(3)
    assert route.called


def test_nothing():
    checkout(Mock())
