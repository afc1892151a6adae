"""Bare truth of names and attributes, and of what promises a yes or no."""

import re
import unittest

import pytest

import shop.orders
from shop import config, create_order, is_open, LIMITS


def test_name():
    order = create_order(3)
    assert order  # TQ302
    assert order.total == 3


async def test_attribute():
    order = await create_order(3)
    assert order.é, "é"  # TQ302
    assert order.customer.name  # TQ302
    assert (  # TQ302
        order.customer.address
    ) and order.total == 3


def test_in_and(order):
    assert order.total == 3 and order.customer  # TQ302


class OrderTest(unittest.TestCase):
    def test_method(self):
        order = create_order(3)
        self.assertTrue(order)  # TQ302
        self.assertTrue(order.customer, "no customer")  # TQ302
        self.assertTrue(order.is_paid)
        self.assertFalse(order)
        self.assertTrue(order.pay())


def test_predicates(order, mock):
    assert order.is_paid
    assert order.has_items
    assert order.can_ship
    assert order.should_ship
    assert order.ok
    assert order.valid
    assert order.closed
    assert order.reachable
    assert mock.called
    assert not order
    assert order.pay()
    assert order["paid"]
    assert is_open


def test_bound_yes_or_no(order):
    paid_in_full = order.total == 3
    assert paid_in_full
    result = order.total > 2
    assert result
    answer = isinstance(order, dict)
    assert answer
    opened = is_open(3)
    assert opened


def test_match(order):
    found = re.match("a", order.name)
    assert found


@pytest.mark.parametrize("value", [1, "a", [0]])
def test_parametrized(value):
    assert value


def test_import_is_another_rules_matter():
    assert LIMITS
    assert create_order


def test_values_of_imports():
    order = create_order(3)
    assert config.title, "é"  # TQ302
    assert shop.orders.recent  # TQ302
    assert config.LIMITS
    assert config.Title
    assert config.is_open
    assert order.total == 3
    with pytest.raises(AttributeError):
        assert config.größe
    with pytest.raises(AttributeError, match="no"):
        assert order.size


def helper(order):
    assert order


def test_switch(order):
    assert order.eager
    assert order.lines  # TQ302
    order.eager = False
    assert order.total == 0
