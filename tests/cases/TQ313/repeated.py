"""The same assertion twice, and twice for a reason."""

import unittest

from shop import Cart, limiter


def test_twice_in_a_row():
    cart = Cart("é")
    assert cart.total == 1
    assert cart.total == 1  # TQ313


def test_with_something_harmless_between(data):
    assert data["a"] == 1

    # the next one
    assert data["b"] == 2
    assert len(data) == 2
    x = 3
    assert data["a"] == 1  # TQ313
    assert x == data["c"]


def test_with_a_message():
    cart = Cart(1)
    assert cart.total == 1
    assert cart.total == 1, "é"  # TQ313


def test_in_a_block(carts):
    for cart in carts:
        assert cart.total == 1
        assert cart.total == 1  # TQ313


async def test_async(cart):
    answer = await cart.total()
    assert answer == 1
    assert answer == 1  # TQ313


class CartTest(unittest.TestCase):
    def test_methods(self):
        cart = Cart(1)
        self.assertEqual(cart.total, 1)
        self.assertEqual(cart.total, 1)  # TQ313
        self.assertIn("a", cart.names)
        self.assertTrue(cart.names)
        cart.add(2)
        self.assertEqual(cart.total, 1)


def test_mock(mock):
    Cart(mock).pay()
    mock.assert_called_once_with(1)
    mock.assert_called_once_with(1)  # TQ313


def test_changed_between(cart, data):
    assert cart.total == 1
    cart.add(0)
    assert cart.total == 1
    cart.total += 0
    assert cart.total == 1
    cart = Cart(1)
    assert cart.total == 1
    del data["a"]
    assert cart.total == 1


def test_call_may_change_it(ip, queue, items):
    assert limiter.allow(ip)
    assert limiter.allow(ip)
    assert queue.pop() == 1
    assert queue.pop() == 1
    assert next(items) == 1
    assert next(items) == 1
    assert list(items) == []
    assert list(items) == []


def test_call_between(cart, ip):
    assert cart.total == 1
    assert limiter.allow(ip)
    assert cart.total == 1


def test_property_between(cart):
    assert cart.total == 1
    assert cart.rebuilt == 2
    assert cart.total == 1


def test_total_is_cached(cart):
    assert cart.total == 1
    assert cart.total == 1


def test_comment_says_so(cart):
    assert cart.total == 1
    # still the same
    assert cart.total == 1


def test_other_block(cart, flag):
    if flag:
        assert cart.total == 1
    else:
        assert cart.total == 1
    assert cart.total == 1


def test_awaited(cart):
    async def inner():
        assert await cart.next() == 1
        assert await cart.next() == 1

    inner()


def helper(cart):
    assert cart.total == 1
    assert cart.total == 1


class Job:
    def __init__(self):
        self._state = "new"
        self._name = "é"

    @property
    def state(self):
        if self._state == "new":
            self._state = "started"
        return self._state

    @state.setter
    def state(self, value):
        self._state = value

    @property
    def name(self):
        return self._name


class Import(Job):
    pass


def test_property_that_moves_on():
    job = Import()
    assert job.state == "started"
    assert job.state == "started"


def test_plain_property():
    job = Import()
    assert job.name == "é"
    assert job.name == "é"  # TQ313
