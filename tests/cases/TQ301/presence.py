"""Tests for which it is the whole point that something is there, beside those that look like them."""

import asyncio
import pickle
import unittest

import pytest

from shop import Cart, Page, basket, bus, create_order, get_user, pool_of, registry, sessions, tasks


def test_wide_cart():
    """A cart of many columns is made without error."""
    assert create_order(100)


def test_deep_cart():
    # used to be broken for carts in carts
    cart = create_order(10)
    assert cart is not None


def test_issue_1234():
    assert create_order(3) is not None


def test_ordinary_cart():  # TQ301
    """A cart of three columns is made."""
    assert create_order(3) is not None


def test_user_that_is_there():
    assert get_user(1) is not None


def test_user_that_is_not():
    assert get_user(99) is None


def test_order_of_one():  # TQ301
    assert create_order(1) is not None


def test_order_of_none():
    assert create_order(0) is None


def test_lines_of_a_full_basket():
    basket.fill()
    assert len(basket.lines()) > 0


def test_lines_of_an_empty_basket():
    assert basket.lines() == []


def test_owner_is_kept():
    assert Cart("é").owner is not None


def test_no_owner():
    cart = Cart("")
    assert cart.owner is None


def test_buyer_is_kept():  # TQ301
    assert Cart("é").buyer is not None


def test_names_kept():
    first, rest = sessions.names(3)
    assert [] != first


def test_no_names_kept():
    first, rest = sessions.names(0)
    assert first == []


def test_token():
    assert sessions.start("é").session_token


def test_number_of_a_task():
    response = tasks.start("é")
    assert response["taskRunId"]


def test_title_of_a_task():  # TQ301
    response = tasks.start("é")
    assert response["title"]


def test_version():
    assert sessions.driver_version() != ""


def test_token_and_order():  # TQ301
    order = create_order(3)
    assert order is not None
    assert order.token


def test_goes_on():
    cart = create_order(3)
    assert cart is not None
    cart.pay("é")


def test_hands_on():
    handle = bus.call_later(3)
    assert handle is not None
    bus.forget(handle)


def test_ends():  # TQ301
    cart = create_order(3)
    assert cart is not None
    cart.close()


def test_entries_of_a_callback():
    orders = []
    bus.listen(orders.append)
    bus.send("é")
    assert len(orders) > 0


def test_entries_of_the_test():  # TQ301
    orders = []
    for size in (1, 2):
        orders.append(create_order(size))
    assert len(orders) > 0


def test_stand_in_is_told():
    class Listener:
        order = None

        def on_order(self, order):
            self.order = order

    listener = Listener()
    bus.listen(listener)
    bus.send("é")
    assert listener.order is not None


def test_set_by_a_task():
    order = None

    def on_order(sent):
        nonlocal order
        order = sent

    bus.listen(on_order)
    assert order is not None


def test_each_has_a_title():
    for cart in sessions.carts():
        assert cart.title


def test_each_written_out():  # TQ301
    for size in (1, 2):
        assert create_order(size)


def test_header():
    cart = create_order(3)
    assert cart.headers.get("Content-Length") is not None


def test_described():
    assert registry.get_cart(owner="é", size=3) is not None


def test_by_number():  # TQ301
    assert registry.get_cart(3) is not None


def test_searched():
    found = None
    for cart in sessions.carts():
        if cart.owner == "é":
            found = cart
    assert found is not None


def test_copied():
    assert pickle.loads(pickle.dumps(create_order(3)))


async def test_waited_for():
    orders = []
    while not orders:
        orders = await sessions.list_orders()
        await asyncio.sleep(0)
    assert len(orders) >= 1


def test_switched_on():
    cart = create_order(3)
    cart.options["pool"] = True
    assert pool_of(cart).pool is not None


@pytest.mark.xfail
def test_not_yet():
    assert create_order(-1) is not None


def test_shop_is_cached():
    cart = basket.fill()
    assert cart.shop is not None


def test_cart_cached():  # TQ301
    """The cart is cached."""
    assert create_order(3) is not None


class NoisyTest(unittest.TestCase):
    def setUp(self):
        self.log = []
        bus.listen(self.log.append)

    def test_log(self):
        bus.send("é")
        self.assertTrue(self.log)

    def test_eq_with_none(self):
        self.assertNotEqual(create_order(3), None)


def test_names_of_the_package():
    for thing in (Cart, create_order):
        assert thing is not None


def test_things_of_the_package():  # TQ301
    for thing in (Cart("é"), create_order(3)):
        assert thing is not None


def test_setting_of_a_class():
    class Small(Cart):
        use_cache = True

    assert Small("é").get_use_cache()


def test_total_of_a_class():  # TQ301
    class Small(Cart):
        use_cache = True

    assert Small("é").get_total()


def test_quiet_report():
    page = Page()
    bus.report(page, level=0)
    assert page.getvalue() == ""


def test_loud_report():
    page = Page()
    bus.report(page)
    assert page.getvalue() != ""


def test_second_order_is_refused():
    assert sessions.create_order(99) is None


def test_first_order():  # TQ301
    assert sessions.create_order(3) is not None
