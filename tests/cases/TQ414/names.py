import unittest
from unittest import mock
from unittest.mock import DEFAULT, patch

import pytest

import shop
from shop import Cart, checkout


@patch("shop.charge")
@patch("shop.send_receipt")
def test_two(charge, send_receipt):  # TQ414
    assert checkout() == 3


@mock.patch("shop.mail.send_receipt")
@mock.patch.object(Cart, "total")
@pytest.mark.slow
async def test_prefixed(mock_send_receipt, mock_total):  # TQ414
    assert await checkout() == 3


@patch("shop.é")
@patch("shop.b_two")
@patch("shop.c_three")
def test_three(é, b_two, c_three):  # TQ414
    assert checkout() == 3


@patch("shop.SmtpClient")
@patch("shop.GatewayClient")
def test_camel_case(smtp_client, mock_gateway_client):  # TQ414
    assert checkout() == 3


class CheckoutTest(unittest.TestCase):
    @patch("shop.charge", return_value=3)
    @patch("shop.constant", 3)
    @patch.dict("shop.table")
    @patch("shop.mailer")
    def test_others_between(self, mock_charge, mock_mailer):  # TQ414
        self.assertEqual(checkout(), 3)

    @patch("shop.charge")
    @patch("shop.mailer")
    def setUp(self, charge, mailer):  # TQ414
        self.cart = checkout()


@patch("shop.charge")
class TestClass:
    @patch("shop.mailer")
    def test_class_last(self, mailer, charge):
        assert checkout() == 3

    @patch("shop.mailer")
    def test_class_first(self, charge, mailer):  # TQ414
        assert checkout() == 3


@patch("shop.charge")
@patch("shop.send_receipt")
def test_right(send_receipt, charge):
    assert checkout() == 3


@patch("shop.charge")
@patch("shop.send_receipt")
def test_names_that_do_not_tell(a, b):
    assert checkout() == 3


@patch("shop.charge")
@patch("shop.send_receipt")
def test_mocks(mock1, mock2):
    assert checkout() == 3


@patch("shop.charge")
@patch("shop.send_receipt")
def test_one_tells(charge, other):
    assert checkout() == 3


@patch("shop.charge", new=3)
@patch("shop.send_receipt")
@patch("shop.mailer", DEFAULT)
def test_new_injects_nothing(mailer, send_receipt):
    assert checkout() == 3


@patch.dict("shop.charge")
@patch.dict("shop.send_receipt")
def test_dict_injects_nothing(charge, send_receipt):
    assert checkout() == 3


@patch("shop.cart.save")
@patch("shop.order.save")
def test_same_last_name(mock_save, mock_order_save):
    assert checkout() == 3


@patch("shop.charge")
@shop.reorders
@patch("shop.send_receipt")
def test_unknown_decorator(charge, send_receipt):
    assert checkout() == 3


@patch("shop.get_user")
@patch("shop.user_cart")
def test_shared_words(user, cart):
    assert checkout() == 3


@patch("shop.charge", **shop.options)
@patch("shop.send_receipt")
def test_hidden_new(charge, send_receipt):
    assert checkout() == 3


@patch("shop.billing.send")
@patch("shop.orders.send")
def test_same_last_name_told_by_the_module(billing_send, mock_orders_send):  # TQ414
    assert checkout() == 3


@patch("shop.billing.send")
@patch("shop.orders.send")
def test_same_last_name_in_order(orders_send, billing_send):
    assert checkout() == 3


class RefundTest(unittest.TestCase):
    def test_refund(self):
        self._refund("card")
        self._refund_swapped("card")
        self._refund_all("card", "cash")
        self._refund_any("card")
        self._refund_any("card", "cash")
        self._refund_starred(*shop.ways)
        self._refund_behind("card")
        self._refund_swapped_behind("card")

    @patch("shop.charge")
    @patch("shop.path.exists")
    @patch("shop.path.is_dir")
    def _refund(self, exists, mock_is_dir, mock_exists, mock_charge):
        self.assertEqual(checkout(exists), 3)

    @patch("shop.charge")
    @patch("shop.mailer")
    def _refund_swapped(self, way, mock_charge, mock_mailer):  # TQ414
        self.assertEqual(checkout(way), 3)

    @patch("shop.charge")
    @patch("shop.mailer")
    def _refund_all(self, charge, mailer, mock_mailer, mock_charge):
        self.assertEqual(checkout(charge), 3)

    @patch("shop.charge")
    @patch("shop.mailer")
    def _refund_any(self, charge, mailer, third=None):
        self.assertEqual(checkout(charge), 3)

    @patch("shop.charge")
    @patch("shop.mailer")
    def _refund_starred(self, charge, mailer, third=None):
        self.assertEqual(checkout(charge), 3)

    @patch("shop.ledger")
    @patch("shop.charge")
    @patch("shop.mailer")
    def _refund_behind(self, ledger, mock_mailer, mock_charge, *others):
        # what the caller gives comes first, so the third mock is in others
        self.assertEqual(checkout(ledger), 3)

    @patch("shop.ledger")
    @patch("shop.charge")
    @patch("shop.mailer")
    def _refund_swapped_behind(self, way, mock_charge, mock_mailer, *others):  # TQ414
        self.assertEqual(checkout(way), 3)

    @patch("shop.charge")
    @patch("shop.mailer")
    def _refund_elsewhere(self, charge, mailer, third):
        self.assertEqual(checkout(charge), 3)

    @patch("shop.charge")
    @patch("shop.mailer")
    def _refund_of_nothing_else(self, charge, mailer):  # TQ414
        self.assertEqual(checkout(), 3)


@patch("shop.charge")
@patch("shop.mailer")
def test_with_a_fixture_behind(charge, mailer, client):  # TQ414
    assert checkout(client) == 3


@patch("shop.charge")
@patch("shop.mailer")
class TestPatchedTwice:
    def test_read_top_down(self, mock_charge, mock_mailer):  # TQ414
        assert checkout() == 3

    def test_read_bottom_up(self, mock_mailer, mock_charge):
        assert checkout() == 3

    def prepare(self, charge, mailer):
        return checkout(charge, mailer)
