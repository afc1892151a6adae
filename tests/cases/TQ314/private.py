"""Private attributes in assertions."""

import unittest

from shop import Cart, cache


def test_attribute(cart):
    cart.add(1)
    assert cart._items == [1]  # TQ314
    assert len(cart._items) == 1  # TQ314
    assert cart.owner._name == "é"  # TQ314
    assert cart._total() == 1  # TQ314
    assert not cart._items, "é"  # TQ314
    assert cart._Cart__items == [1]  # TQ314
    assert cache._entries == {}  # TQ314
    assert [item._id for item in cart] == [1]  # TQ314


class CartTest(unittest.TestCase):
    def test_methods(self):
        cart = Cart(1)
        self.assertEqual(cart._items, [1])  # TQ314
        self.assertTrue(cart._items)  # TQ314
        self.assertEqual(self.cart._items, [1])  # TQ314
        self.assertEqual(self._items, [1])
        self.assertEqual(self._cart.items, [1])
        self._check(cart)


def test_public(cart, point, model):
    assert cart.items == [1]
    assert cart.__dict__ == {}
    assert cart.__class__.__name__ == "Cart"
    assert point._asdict() == {"x": 1}
    assert point._fields == ("x",)
    assert point._replace(x=2).x == 2
    assert model._meta.ordering == ["x"]
    _items = cart.items
    assert _items == [1]
    cart._items.append(2)


def helper(cart):
    assert cart._items == [1]
