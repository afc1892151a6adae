import unittest
from unittest import mock
from unittest.mock import AsyncMock, Mock, patch

import pytest
import respx

import shop
from shop import checkout


@pytest.fixture
def mailer():
    return Mock()


@patch("shop.charge")
def test_attributes(charge, mailer, mocker):
    spy = mocker.spy(shop, "pay")
    checkout(charge)
    assert charge.called  # TQ406
    assert charge.called, "é"  # TQ406
    assert "é" and mailer.send.called  # TQ406
    assert spy.called is True  # TQ406
    assert spy.call_count  # TQ406
    assert charge.call_count >= 1  # TQ406
    assert charge.call_count > 0  # TQ406
    assert charge.call_count != 0  # TQ406
    assert 1 <= charge.call_count  # TQ406
    assert 0 < charge.call_count  # TQ406
    assert shop.charge.called  # TQ406
    assert (  # TQ406
        charge.refund
        .called
    )


async def test_awaits():
    sent = AsyncMock()
    await checkout(sent)
    assert sent.await_count  # TQ406
    assert sent.called == True  # TQ406


class CheckoutTest(unittest.TestCase):
    def setUp(self):
        patcher = mock.patch("shop.charge")
        self.charge = patcher.start()
        self.addCleanup(patcher.stop)

    def test_method(self):
        checkout()
        self.assertTrue(self.charge.called)  # TQ406
        self.assertTrue(self.charge.called, "why")  # TQ406
        self.assertIs(self.charge.called, True)  # TQ406
        self.assertGreaterEqual(self.charge.call_count, 1)  # TQ406
        self.assertGreater(self.charge.call_count, 0)  # TQ406
        self.assertNotEqual(0, self.charge.call_count)  # TQ406
        self.assertFalse(self.charge.called)
        self.assertEqual(self.charge.call_count, 1)


@patch("shop.charge")
def test_fine(charge, mailer):
    checkout(charge)
    assert not charge.called
    assert charge.called is False
    assert charge.call_count == 1
    assert charge.call_count > 1
    assert charge.call_count >= 2
    assert charge.call_count <= 1
    assert charge.call_args.kwargs == {}
    charge.assert_called()
    assert charge.called == mailer.called
    if charge.called:
        checkout(charge)


@respx.mock
def test_no_mocks(route, respx_mock, requests_mock, phone):
    found = respx.get("http://example.com")
    checkout(found)
    assert found.called
    assert route.called
    assert respx_mock.calls.call_count
    assert requests_mock.called
    assert phone.called
    charge = Mock()
    charge = phone
    assert charge.called
