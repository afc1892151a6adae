import unittest

from shop import orders


def is_open(order):
    return order.open


async def fetch():
    return orders()


def test_generator_by_name():
    found = (order.paid for order in orders())
    assert found  # TQ214


def test_lambda_by_name():
    check = lambda: orders() == []
    assert check, "größe"  # TQ214


async def test_coroutine_by_name():
    order = fetch()
    assert order  # TQ214


class OrdersTest(unittest.TestCase):
    def test_generator(self):
        found = (order.paid for order in orders())
        self.assertTrue(found)  # TQ214


# ------------------------------------------------------------ silent


def test_bound_again():
    found = (order.paid for order in orders())
    found = list(found)
    assert found


def test_answers():
    check = (lambda: orders() == [])()
    assert check


async def test_awaited_by_name():
    order = await fetch()
    assert order


def test_put_in_the_place_of_a_function():
    global is_open
    is_open = None
    assert is_open


def test_set_by_an_inner_function():
    found = (order.paid for order in orders())

    def close():
        nonlocal found
        found = None

    close()
    assert found
