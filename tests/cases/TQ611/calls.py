import unittest

import pytest

from billing import orders


def test_create():
    assert orders.create().id == 1


def test_calls():
    test_create()  # TQ611
    assert orders.pay(1) == "paid"


async def test_fetch():
    assert await orders.fetch(1) == "a"


async def test_awaits():
    await test_fetch()  # TQ611
    assert await orders.pay(1) == "paid"


def test_in_a_block():
    with pytest.raises(ValueError):
        test_create()  # TQ611
    assert orders.count() == 1


class TestOrders:
    def test_create(self):
        assert orders.create().id == 1

    def test_calls(self):
        self.test_create()  # TQ611
        assert orders.pay(1) == "paid"

    def test_calls_function(self):
        test_create()  # TQ611
        assert orders.pay(1) == "paid"

    def test_calls_by_class(self):
        TestOrders.test_create(self)  # TQ611
        assert orders.pay(1) == "paid"


class OrderTests(unittest.TestCase):
    def test_create(self):
        self.assertEqual(orders.create().id, 1)

    def test_é(self):
        self.test_create()  # TQ611
        self.assertEqual(orders.pay(1), "paid")


def testing_order(number=1):
    order = orders.create(number)
    order.open()
    return order


def test_opened_order():
    order = orders.create(1)
    assert order.open() == "open"
    return order


class OpenOrderTests(unittest.TestCase):
    def test_close(self):
        order = testing_order()
        self.assertEqual(order.close(), "closed")

    def test_pay(self):
        order = test_opened_order()  # TQ611
        self.assertEqual(orders.pay(order), "paid")


def test_close():
    order = testing_order()  # TQ611
    assert order.close() == "closed"


class MoreOrderTests(OrderTests):
    def test_create(self):
        super().test_create()
        self.assertEqual(orders.count(), 1)

    def test_inherited(self):
        self.test_é()  # TQ611
        self.assertEqual(orders.count(), 1)


def check_created():
    assert orders.create().id == 1


def test_helper():
    check_created()
    assert orders.count() == 1


def test_inner_function():
    def test_one(number):
        assert orders.create(number).id == number

    for number in (1, 2):
        test_one(number)


def test_same_name_of_another(test_client, app):
    test_client("/")
    app.test_request_context("/")
    assert app.test_create() == 1


def test_connection(client):
    assert client.test_create() == orders.ok()


@pytest.fixture
def test_data():
    return 1


def test_fixture(test_data):
    assert orders.get(test_data) == 1


def test_recursion(depth=0):
    if depth < 2:
        test_recursion(depth + 1)
    assert orders.count() == 0


def test_sum(case, number, expected=None):
    case.assertEqual(orders.total(number), expected or number)


def test_stored(basket):
    assert orders.stored(basket) == basket


@pytest.fixture
def basket():
    return orders.basket()


class SumTests(unittest.TestCase):
    def test_one(self):
        test_sum(self, 1)
        self.assertEqual(orders.count(), 1)

    def test_all(self):
        test_stored(orders.basket())  # TQ611
        self.assertEqual(orders.count(), 1)


def test_price(number):
    assert orders.price(number) == 3 * number


def test_prices():
    test_price(2)
    assert orders.price(0) == 0


def test_paid(ledger):
    assert orders.paid(ledger) == 1


def test_paid_twice(ledger):
    test_paid(ledger)  # TQ611
    assert orders.paid(ledger) == 2
