import re
import unittest
from unittest import mock as m
from unittest.mock import ANY, Mock

import pytest


def test_tautologies(cart, x, text):
    assert len(cart.items) >= 0  # TQ205
    assert 0 <= len(cart.items)  # TQ205
    assert len(cart.items) > -1  # TQ205
    assert not len(cart.items) < 0  # TQ205
    assert abs(cart.total) >= 0  # TQ205
    assert cart.send.call_count >= 0  # TQ205
    assert x in [x]  # TQ205
    assert x in (1, x)  # TQ205
    assert isinstance(x, object)  # TQ205
    assert x is None or x is not None  # TQ205
    assert x == 1 or x != 1  # TQ205
    assert x or not x  # TQ205
    assert str(x) is not None  # TQ205
    assert "" in text  # TQ205
    assert text.startswith("")  # TQ205
    assert text.endswith("")  # TQ205
    assert re.match(".*", text)  # TQ205
    assert re.search("", text)  # TQ205
    assert re.search(pattern=".*", string=text)  # TQ205
    assert cart.owner == m.ANY  # TQ205
    assert ANY == cart.owner  # TQ205
    assert cart.total == 1 and len(cart.items) >= 0  # TQ205


def test_calls():
    mailer = Mock()
    mailer.assert_has_calls([])  # TQ205


def test_silent(cart, x, text, names):
    assert len(cart.items) > 0
    assert len(cart.items) >= 1
    assert abs(x) > 0
    assert x in [1, 2]
    assert x in {x}
    assert isinstance(x, str)
    assert x is None or cart.total is not None
    assert cart.read() is None or cart.read() is not None
    assert "" in names
    assert "a" in text
    assert "" in text.split(",")
    assert text.startswith("a")
    assert re.match("a.*", text)
    assert re.fullmatch(".*", text)
    assert x == [1, m.ANY]
    assert x != m.ANY
    cart.send.assert_has_calls([m.call(1)])


def test_eq_is_left_to_the_other_side(x):
    assert x == m.ANY


class TestCart(unittest.TestCase):
    def test_tautologies(self):
        self.assertGreaterEqual(len(self.cart.items), 0)  # TQ205
        self.assertGreater(len(self.cart.items), -1)  # TQ205
        self.assertIsInstance(self.cart, object)  # TQ205
        self.assertIn(self.cart, [self.cart])  # TQ205
        self.assertEqual(self.cart.owner, m.ANY)  # TQ205
        self.assertIsNotNone(str(self.cart))  # TQ205
        self.assertRegex(self.cart.text, ".*")  # TQ205
        self.assertRegex(self.cart.text, "a.*")
        self.assertGreaterEqual(len(self.cart.items), 1)
        self.assertLessEqual(0, len(self.cart.items))  # TQ205


async def test_async(client):
    items = await client.items()
    assert len(items) >= 0  # TQ205


class Context:
    def __eq__(self, other):
        return self.flat() == other.flat() if isinstance(other, Context) else NotImplemented


def test_class_in_sight_is_asked_first():
    context = Context()
    assert context == m.ANY
    assert m.ANY == context  # TQ205
    assert [context] == m.ANY  # TQ205


def test_patterns_of_every_text(text, run):
    assert re.search(r".*", text) is not None  # TQ205
    assert re.search(r"a.*", text) is not None
    with pytest.raises(ValueError, match=".*"):  # TQ205
        run()
    with pytest.raises(ValueError, match=""):  # TQ205
        run()
    with pytest.warns(UserWarning, match=".*"):  # TQ205
        run()
    with pytest.raises(ValueError, match="é.*"):
        run()
    with pytest.raises(ValueError):
        run()


def test_no_calls_by_keyword(run):
    send = Mock()
    run(send)
    send.assert_has_calls(calls=[])  # TQ205
    send.assert_has_calls(calls=[m.call(1)])


class TestPatterns(unittest.TestCase):
    def test_patterns_of_every_text(self):
        self.assertIsNotNone(re.search(".*", self.text()))  # TQ205
        with self.assertRaisesRegex(ValueError, ".*"):  # TQ205
            self.run_it()
        with self.assertRaisesRegex(ValueError, "wrong"):
            self.run_it()


def test_equality_with_strangers_keeps_membership(make_cart):
    cart = make_cart()
    assert cart in [None, cart]
    assert cart in [cart, None]  # TQ205


def test_membership(make_cart):
    cart = make_cart()
    assert cart in [None, cart]  # TQ205
