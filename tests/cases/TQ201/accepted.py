# path: tests/test_voucher.py
import asyncio
import unittest
from unittest import mock

import pytest


def test_redeem_refuses_text():
    with pytest.raises(ValueError):
        redeem_voucher("x")


def test_redeem_refuses_nothing():
    pytest.raises(ValueError, redeem_voucher, "")


def test_redeem_ten():
    redeem_voucher("10")


def test_redeem_twenty():
    assert_open(20)
    for number in ("20", "21"):
        redeem_voucher(number)


def test_redeem_later():
    asyncio.run(redeem_voucher("30"))


def test_redeem_answers():  # TQ201
    answer = redeem_voucher("30")


@mock.patch("shop.mail")
def test_redeem_mails(mail):  # TQ201
    redeem_voucher("30")


def test_price_refuses_text():
    with pytest.raises(ValueError):
        price("x")


def test_price():  # TQ201
    price("1")


def test_price_of_valid_text():
    price("one")


class TestPaid:
    def test_body_too_large(self):
        with pytest.raises(OverflowError):
            self.request.body

    def test_no_limit(self):
        with settings(LIMIT=None):
            self.request.body

    def test_head(self):  # TQ201
        with settings(LIMIT=3):
            self.request.head()

    def test_use_name_of_others(self):
        with pytest.raises(KeyError):
            self.user.rename("Ada")

    def test_use_name_when_free(self):
        self.user.rename("Eve")

    def test_name_again(self):  # TQ201
        self.user.rename("Ann")


class TestCleaned:
    def test_wrong_kind(self):
        field = make_field()
        with pytest.raises(ValueError):
            field.clean({"number": 7}, None)

    def test_own_reader(self):
        field = make_field(reader=str)
        field.clean({"number": 7}, None)

    def test_other_number(self):  # TQ201
        field = make_field()
        field.clean({"number": 8}, None)


class Saved(unittest.TestCase):
    def test_force(self):
        self.assertRaises(KeyError, self.store.save, None)
        with self.assertRaises(KeyError):
            make_user().save(force=True)
        with self.assertRaises(KeyError):
            make_shop().save(force=True)

    def test_forced(self):
        cart = make_cart()
        cart.save(force=True)

    def test_saved(self):  # TQ201
        cart = make_cart()
        cart.save()

    def test_get_of_nobody(self):
        with self.assertRaises(KeyError):
            self.client.get("/nobody")
        with self.assertRaises(KeyError):
            self.client.get("/no-one")

    def test_get(self):  # TQ201
        self.client.get("/me")


def test_bad_label():
    with pytest.raises(ValueError):
        label("")


def test_long_label():
    label("xxxxxxxxxxxxxx")


def test_label():  # TQ201
    label("y")


def test_range_refuses():
    with pytest.raises(ValueError):
        Range(1, 2)(3)
    with pytest.raises(KeyError):
        Shop("x").fields


def test_range_refuses_text():
    with pytest.raises(ValueError):
        Range(1, 2)("x")
    with pytest.raises(KeyError):
        Shop("y").fields


def test_range():
    Range(1, 5)(3)


def test_range_fields():
    Store("x").fields


def test_range_made():  # TQ201
    Range(1, 5)


def test_plain_forms():
    with pytest.raises(ValueError):
        charge_card(-1)
    pytest.raises(ValueError, charge_card, -2)


def test_tuple_of_classes():
    with pytest.raises((ValueError, KeyError)):
        charge_card(-3)


def test_of_another_kind():  # TQ201
    charge_card(4)


def test_valid():
    Version("1.0")


def test_invalid():
    with pytest.raises(ValueError):
        Version("x")


@pytest.mark.parametrize(("text", "expectation"), [("", pytest.raises(ValueError)), ("1", nullcontext())])
def test_case_expects(text, expectation):
    with expectation:
        price_tag(text)


@pytest.mark.parametrize("text", ["", "1"])
def test_case_expects_nothing(text, shop):  # TQ201
    with shop:
        price_tag(text)


def test_ship():
    with pytest.raises(ValueError):
        ship(1)


def test_ship_by_air():
    ship(2)


def test_by_air_and_ship():  # TQ201
    ship(3)


def test_route_without_name():
    with pytest.raises(ValueError):

        @shop.route("")
        def orders():
            return []

    with pytest.raises(ValueError):

        @shop.route(None)
        async def paid():
            return []

    with pytest.raises(TypeError):

        @register
        def bare():
            return []


def test_route_with_name():
    @shop.route("/orders")
    def orders():
        return []


def test_route_in_folder():  # TQ201
    shop.mount("/folder")

    @shop.page("/orders")
    def orders():
        return []


def test_register_is_valid_without_name():
    @register
    async def bare():
        return make_order()


@mock.patch("shop.disk_size", return_value=1024)
class TestDisk:
    def test_enough_space_for_orders(self, size):
        shop.reserve(88, 1023)

    def test_not_enough_space_for_orders(self, size):
        with pytest.raises(OSError):
            shop.reserve(88, 1024)

    def test_space_for_orders(self, size):  # TQ201
        shop.free(88, 1023)
