import unittest
from unittest import mock as m
from unittest.mock import AsyncMock, Mock, patch

import requests_mock


def test_factory(cart):
    mailer = Mock()
    cart.pay(mailer)
    mailer.send.called_once_with("größe")  # TQ213
    mailer.send.assert_called_onec()  # TQ213
    mailer.send.asert_called_once()  # TQ213
    mailer.send.assret_called_once_with(1)  # TQ213
    mailer.send.assert_has_call([1])  # TQ213
    mailer.send.has_calls([1])  # TQ213
    mailer.send.not_called()  # TQ213
    assert mailer.send.called_with(1)  # TQ213
    assert mailer.send.called_once  # TQ213
    assert not mailer.send.any_call(1)  # TQ213
    assert mailer.send.called_once_with(1) and cart.paid  # TQ213


async def test_async(cart):
    mailer = AsyncMock()
    await cart.pay(mailer)
    mailer.send.awaited_once_with(1)  # TQ213
    mailer.send.assert_awaited_onc()  # TQ213


@patch("shop.mail")
def test_patched(mail, cart):
    cart.pay()
    mail.called_once_with(1)  # TQ213


@m.patch.object(Cart, "mail")
def test_patched_object(mail, cart):
    cart.pay()
    mail.assert_called_oncewith(1)  # TQ213


def test_with(cart):
    with patch("shop.mail") as mail:
        cart.pay()
    mail.called_once_with(1)  # TQ213


def test_mocker(mocker, cart):
    mail = mocker.patch("shop.mail")
    cart.pay()
    mail.called_once_with(1)  # TQ213


def test_by_name(mock_mail, cart):
    cart.pay()
    mock_mail.called_once_with(1)  # TQ213


class CartTest(unittest.TestCase):
    def setUp(self):
        self.mailer = Mock()

    def test_case(self):
        self.mailer.send.called_once_with(1)  # TQ213
        self.assertTrue(self.mailer.send.called_once_with(1))  # TQ213


# ------------------------------------------------------------ silent


def test_right(cart):
    mailer = Mock()
    mailer.send.assert_called_once_with(1)
    assert mailer.send.called
    assert mailer.send.call_count == 1
    mailer.send.reset_mock()
    mailer.callback()
    mailer.send.call("home")
    assert mailer.calls


def test_requests_mock(requests_mock):
    requests_mock.get("https://shop.example")
    assert requests_mock.called_once


def test_requests_mock_object():
    with requests_mock.Mocker() as mock:
        mock.get("https://shop.example")
        assert mock.called_once


def test_responses(responses, httpx_mock, respx_mock):
    assert responses.not_called
    assert httpx_mock.called_once
    assert respx_mock.called_once


def test_unproven(task, recorder):
    assert task.not_called
    recorder.called_once_with(1)
    recorder.assert_called_onec()


class RateTest(unittest.TestCase):
    def setUp(self):
        self.rates_mock = self.web.post("https://shop.example/rates", json={"eur": 1})
        self.mailer_mock = self.patch_mailer()
        self.mock_till = self.till

    def test_what_another_library_gave_has_words_of_its_own(self):
        charge("eur")
        self.assertTrue(self.rates_mock.called_once)

    def test_what_a_patch_gave_has_not(self):
        charge("eur")
        self.assertTrue(self.mailer_mock.called_once)  # TQ213
        self.assertTrue(self.mock_till.called_once)  # TQ213


def test_words_in_another_order(cart):
    mailer = Mock()
    cart.pay(mailer)
    mailer.send.assert_called_with_once("home")  # TQ213
    mailer.send.assert_with_called_once("home")  # TQ213
