import unittest

import pytest as pt


def test_comparison(cart):
    return cart.total == "größer"  # TQ209


def test_each(cart):
    if cart.paid:
        return True  # TQ209
    return False  # TQ209


def test_membership(cart):
    return 3 in cart  # TQ209


def test_not(cart):
    return not cart.paid  # TQ209


def test_isinstance(cart):
    return isinstance(cart, dict)  # TQ209


def test_and(cart):
    return cart.total == 6 and cart.count == 2  # TQ209


@pt.mark.parametrize("n", [1])
async def test_async(cart, n):
    return await cart.total() == n  # TQ209


class TestCart:
    def test_method(self, cart):
        return cart.total == 6  # TQ209


class CartTest(unittest.TestCase):
    def test_case(self):
        return self.cart.total == 6  # TQ209


# ------------------------------------------------------------ silent


def test_after_assertion(cart):
    assert cart.total == 6
    return cart.total == 6


def test_nothing(cart):
    cart.pay()
    return


def test_none(cart):
    assert cart.pay()
    return None


def test_deferred(cart):
    return cart.pay_later()


def test_callback(cart):
    cart.filter(lambda item: item == 3)

    def only(item):
        return item == 3

    assert cart.filter(only) == []


@checks_what_it_returns
def test_decorated(cart):
    return cart.total == 6


def test_plugin(value):
    return value == 3


PLUGINS = {"three": test_plugin}


def helper(cart):
    return cart.total == 6


def test_partly_compared(cart):
    order = cart.pay()
    return order.status == "paid" and order.lines  # TQ209


def test_named_first(cart):
    is_paid = cart.pay().status == "paid"
    return is_paid  # TQ209


def test_predicate(cart):
    return cart.name.startswith("größe")  # TQ209


def test_named_object(cart):
    order = cart.pay()
    return order


def test_named_twice(cart):
    order = cart.pay() == 1
    order = cart.pay()
    return order


def test_named_step_by_step(cart):
    is_paid = True
    for order in cart.orders:
        if order.status != "paid":
            is_paid = False
    return is_paid  # TQ209


def test_named_by_what_it_was(cart):
    is_paid = False
    for order in cart.orders:
        is_paid = is_paid or order.status == "paid"
    return is_paid  # TQ209


def test_named_by_what_it_was_and_more(cart):
    found = False
    for order in cart.orders:
        found = found or order
    return found


def test_called(cart, mailer):
    cart.pay(mailer)
    return mailer.send.called  # TQ209
