"""Truthy results that the file shows to be a yes or no, and tests that are about the comparison or about running."""

import unittest

import pytest
from shop import bot, create_cart, text


class TextFileTest(unittest.TestCase):
    def test_inside(self):
        self.assertTrue(text.textFile("é", self.file))

    def test_inside_by_name(self):
        found = text.textFile("ü", self.file)
        self.assertTrue(found)

    def test_outside(self):
        self.assertFalse(text.textFile("x", self.file))

    def test_never_denied(self):  # TQ301
        self.assertTrue(text.jsonFile("é", self.file))


def test_there():
    assert bot.session("é")


def test_not_there():
    session = bot.session("x")
    assert not session


def test_full_cart():  # TQ301
    assert create_cart(3)


def test_no_cart():
    assert not create_cart(0)


async def test_told_to():
    assert await bot.set_chat_title(3, "é")


async def test_asked_for():  # TQ301
    assert await bot.chat_title(3)


class TestHandler:
    async def response(self, update):
        self.test_flag = False
        await bot.process(update)
        return self.test_flag

    async def reply_body(self, update):
        return await bot.process(update)

    async def test_flag_of_a_helper(self):
        assert await self.response("é")

    async def test_body_of_a_helper(self):  # TQ301
        assert await self.reply_body("é")


class CartTest(unittest.TestCase):
    def test_equality_to_none(self):
        cart = create_cart(3)
        self.assertNotEqual(cart, None)
        self.assertTrue(cart != None)  # noqa: E711

    def test_made(self):  # TQ301
        cart = create_cart(3)
        self.assertNotEqual(cart, None)


def test_huge_cart():
    cart = create_cart(10**9)
    assert cart is not None  # does not hang


def test_small_cart():  # TQ301
    cart = create_cart(1)
    assert cart is not None  # a small one


class OptionTest(unittest.TestCase):
    def call(self, word):
        from shop.options import as_switch

        return as_switch(word)

    def test_off(self):
        self.assertFalse(self.call("größe off"))

    def test_word_for_yes(self):
        found = self.call("yes")
        self.assertTrue(found)

    def test_number(self):
        self.assertTrue(self.call(1))


class OptionNameTest(unittest.TestCase):
    def call(self, word):
        from shop.options import option_name

        return option_name(word)

    def test_word_for_yes(self):  # TQ301
        found = self.call("yes")
        self.assertTrue(found)


@pytest.mark.parametrize("day, expected", [(1, True), (2, False)])
def test_opening_day(calendar, day, expected):
    answer = calendar.onDay(day)
    assert answer == expected


@pytest.mark.parametrize("day", [7, 14])
def test_last_of_week(calendar, day):
    answer = calendar.onDay(day)
    assert answer


@pytest.mark.parametrize("day, expected", [(1, "größe"), (2, "hall")])
def test_place_of_day(calendar, day, expected):
    place = calendar.forDay(day)
    assert place == expected


@pytest.mark.parametrize("day", [7, 14])
def test_place_of_last_of_week(calendar, day):  # TQ301
    place = calendar.forDay(day)
    assert place


class Reservation:
    def __init__(self, shop, table):
        self.granted = shop.reserve(table)

    def __bool__(self):
        return self.granted


class Receipt:
    def __init__(self, shop):
        self.lines = shop.lines()


class GuestReservation(Reservation):
    guest = "é"


def test_reservation(shop):
    first = Reservation(shop, 3)
    assert first


def test_reservation_of_a_guest(shop):
    assert GuestReservation(shop, 3)


def test_receipt(shop):  # TQ301
    assert Receipt(shop)


class Till:
    def __init__(self, name):
        self.name = name

    def open(self):
        state = self.ask("open")
        return state == "open"

    def lock(self):
        return self._told("lock")

    def label(self):
        return self.name or "till"

    def sell(self, goods) -> bool:
        return self.ask(goods)

    def close(self):
        if self.ask("close"):
            return True

    def receipt(self):
        if self.ask("paper"):
            return True
        return self.name

    def _told(self, word):
        return not self.ask(word)

    def ask(self, word):
        return bot.ask(self.name, word)


class TillTest(unittest.TestCase):
    def setUp(self):
        self.till = Till("größe")

    def test_open(self):
        answer = self.till.open()
        self.assertTrue(answer)

    def test_lock(self):
        answer = self.till.lock()
        self.assertTrue(answer)

    def test_sell(self):
        answer = self.till.sell("tea")
        self.assertTrue(answer)

    def test_close(self):
        answer = self.till.close()
        self.assertTrue(answer)

    def test_label(self):  # TQ301
        answer = self.till.label()
        self.assertTrue(answer)

    def test_sold(self):  # TQ301
        receipt = self.till.receipt()
        self.assertTrue(receipt)


class OldTill:
    def lock(self, word):
        """Lock it.

        :rtype: ``bool``
        """
        return self.ask(word)

    def goods(self):
        """What is in it.

        :rtype: ``list`` of ``str``
        """
        return self.ask("größe")

    def open(self):
        if self.ask("open"):
            return True
        raise ValueError("closed")


class HeldTest(unittest.TestCase):
    till_class = OldTill

    def setUp(self):
        self.till = self.till_class("größe")
        self.other = self.create()

    @classmethod
    def create(cls):
        return cls.till_class("ü")

    def test_lock(self):
        answer = self.till.lock("é")
        self.assertTrue(answer)

    def test_open(self):
        answer = self.till.open()
        self.assertTrue(answer)

    def test_open_other(self):
        answer = self.other.open()
        self.assertTrue(answer)

    def test_goods(self):  # TQ301
        answer = self.till.goods()
        self.assertTrue(answer)

    def test_goods_of_other(self):  # TQ301
        answer = self.other.goods()
        self.assertTrue(answer)


class HeldByHeirTest(HeldTest):
    def test_open_again(self):
        answer = self.other.open()
        self.assertTrue(answer)

    def test_goods_again(self):  # TQ301
        answer = self.till.goods()
        self.assertTrue(answer)


class ChosenTill:
    def __new__(cls, version):
        return super().__new__(NewTill)


class NewTill(ChosenTill):
    def lock(self):
        return bot.ask("lock") == "locked"

    def goods(self):
        return bot.ask("goods")


class PlainTill:
    pass


class LockedTill(PlainTill):
    def lock(self):
        return bot.ask("lock") == "größe"


class ChosenTillTest(unittest.TestCase):
    def setUp(self):
        self.till = ChosenTill(bot.version())
        self.plain = PlainTill(bot.version())

    def test_lock(self):
        answer = self.till.lock()
        self.assertTrue(answer)

    def test_goods(self):  # TQ301
        answer = self.till.goods()
        self.assertTrue(answer)

    def test_lock_of_plain(self):  # TQ301
        answer = self.plain.lock()
        self.assertTrue(answer)
