"""Several claims in one assertion."""

import unittest


def test_and(cart):
    assert cart.total == 1 and cart.name == "é"  # TQ311
    assert (cart.a and cart.b) and cart.c, "é"  # TQ311
    assert not (cart.a or cart.b)  # TQ311
    assert (  # TQ311
        cart.a
        and cart.b
    )

    def inner():
        assert cart.a and cart.b  # TQ311

    inner()


async def test_async(cart):
    assert await cart.a() and await cart.b()  # TQ311


class CartTest(unittest.TestCase):
    def test_method(self):
        cart = self.cart
        self.assertTrue(cart.a and cart.b)  # TQ311
        self.assertTrue(cart.a and cart.b, "é")  # TQ311
        self.assertFalse(cart.a or cart.b)  # TQ311
        self.assertTrue(expr=cart.a and cart.b, msg="é")  # TQ311
        self.assertTrue(expr=cart.a, msg="é" and "e")
        self.assertFalse(cart.a and cart.b)
        self.assertTrue(cart.a or cart.b)
        self.assertEqual(cart.a and cart.b, 3)


def test_one_claim(cart):
    assert cart.a or cart.b
    assert 1 < cart.a < 3
    assert not (cart.a and cart.b)
    assert all([cart.a, cart.b])
    assert cart.add(cart.a and cart.b) == 3
    assert (cart.a and cart.b) == 3
    assert [item for item in cart if item.a and item.b]


def helper(cart):
    assert cart.a and cart.b
