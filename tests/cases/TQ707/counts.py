import logging
import unittest

import pytest

log = logging.getLogger(__name__)


def test_block_is_the_act(shop):  # TQ707
    tea = shop.add("tea")
    tea.price = 3
    tea.tax = 1
    cake = shop.add("cake")
    cake.price = 5
    cake.tax = 1
    ann = shop.customer("Ann")
    ann.city = "Rome"
    ann.member = True
    cart = shop.cart(ann)
    cart.items = shop.items([tea, cake])
    with pytest.raises(LookupError):
        cart.checkout()


def test_handler_is_no_statement(shop):
    try:
        shop.open()
    except OSError:
        pytest.skip("closed")
    tea = shop.add("tea")
    tea.price = 3
    tea.tax = 1
    ann = shop.customer("Ann")
    ann.city = "Rome"
    ann.member = True
    cart = shop.cart(ann)
    total = cart.checkout()
    assert total == 10


def test_readings_come_after_the_act(shop):
    ann = shop.customer("Ann")
    ann.city = "Rome"
    cart = shop.cart(ann)
    receipt = cart.checkout()
    total = receipt.total
    first = receipt.lines[0]
    second = receipt.lines[1]
    rest = total - first.price
    name = first.name
    other = second.name
    city = receipt.city
    log.info("checked out")
    log.info("total %s", total)
    print(name, other, city)
    assert rest == 5


def test_readings_before_the_act(shop):  # TQ707
    ann = shop.customer("Ann")
    price = ann.price
    first = ann.items[0]
    second = ann.items[1]
    third = ann.items[2]
    name = ann.name
    street = ann.street
    city = ann.city
    land = ann.land
    code = ann.code
    cart = shop.cart(name, street, city, land, code)
    total = cart.checkout(price, first, second, third)
    assert total == 10


def test_act_in_try(shop):
    tea = shop.add("tea")
    tea.price = 3
    tea.tax = 1
    cake = shop.add("cake")
    cake.price = 5
    cake.tax = 1
    ann = shop.customer("Ann")
    ann.city = "Rome"
    try:
        shop.cart(ann).checkout([tea, cake])
    finally:
        shop.close()
    receipt = shop.last_receipt
    assert receipt == 10


def test_act_three_times(shop):
    tea = shop.add("tea")
    tea.price = 3
    tea.tax = 1
    cake = shop.add("cake")
    cake.price = 5
    cake.tax = 1
    ann = shop.customer("Ann")
    ann.city = "Rome"
    shop.checkout(ann, tea)
    ann.city = "Bonn"
    shop.checkout(ann, cake)
    ann.city = "Wien"
    total = shop.checkout(ann)
    assert total == 10


def test_looks_behind_the_act(shop):
    tea = shop.add("tea")
    tea.price = 3
    tea.tax = 1
    cake = shop.add("cake")
    cake.price = 5
    cake.tax = 1
    ann = shop.customer("Ann")
    ann.city = "Rome"
    ann.code = 3
    answer = shop.checkout(ann, tea, cake)
    rows = [row for row in answer if "price" in row.keys()]
    prices = [row["price"] for row in rows]
    assert prices == [3, 5]


class TillTest(unittest.TestCase):
    def test_refusal_makes_the_call(self):  # TQ707
        tea = self.shop.add("tea")
        tea.price = 3
        tea.tax = 1
        cake = self.shop.add("cake")
        cake.price = 5
        cake.tax = 1
        ann = self.shop.customer("Ann")
        ann.city = "Rome"
        ann.code = 3
        ann.member = False
        cart = self.shop.cart(ann)
        self.assertRaises(LookupError, self.shop.checkout, cart)

    def test_refusal_of_less(self):
        tea = self.shop.add("tea")
        tea.price = 3
        tea.tax = 1
        cake = self.shop.add("cake")
        cake.price = 5
        cake.tax = 1
        ann = self.shop.customer("Ann")
        ann.city = "Rome"
        ann.code = 3
        cart = self.shop.cart(ann)
        self.assertRaises(LookupError, self.shop.checkout, cart)


def test_act_in_a_loop(shop):
    seen = []
    for cart in shop.carts:
        try:
            receipt = cart.checkout()
        except LookupError:
            receipt = cart.empty()
        lines = receipt.lines
        first = lines[0]
        last = lines[-1]
        seen.append(first.price)
        seen.append(last.price)
        shop.close(cart)
    assert seen == [3, 5]


def test_loop_that_arranges(shop):  # TQ707
    names = []
    for name in ("tea", "cake"):
        item = shop.add(name)
        item.price = 3
        item.tax = 1
        item.code = 7
        item.size = 2
        item.colour = "red"
        item.origin = "Rome"
        item.label = name
        names.append(name)
    total = shop.checkout(names)
    assert total == 8
