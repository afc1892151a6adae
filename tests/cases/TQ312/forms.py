"""Forms that hide the values, and forms that show them."""

import unittest


def test_assert(cart):
    assert (cart.total == 1) is True  # TQ312
    assert (cart.total == 1) == True  # noqa: E712  # TQ312
    assert (cart.total == 1) is False  # TQ312
    assert (cart.name in "é") is not False  # TQ312
    assert isinstance(cart, dict) is True  # TQ312
    assert isinstance(cart, dict) == False, "é"  # noqa: E712  # TQ312
    assert not cart.total == 1  # TQ312
    assert not cart.total != 1  # TQ312
    assert not cart.name in "é"  # TQ312
    assert not cart.name is None  # TQ312


class CartTest(unittest.TestCase):
    def test_true(self):
        cart = self.cart
        self.assertTrue(cart.total == 1)  # TQ312
        self.assertTrue(cart.total != 1, "é")  # TQ312
        self.assertTrue(expr=cart.total == 1)  # TQ312
        self.assertEqual(first=cart.total, second=None)  # TQ312
        self.assertEqual(cart.total, second=None, msg="é")  # TQ312
        self.assertEqual(first=cart.total, second=1)
        self.assertEqual(cart.total, msg=None)
        self.assertTrue(cart.name in "é")  # TQ312
        self.assertTrue(cart.name not in "é")  # TQ312
        self.assertTrue(cart.total > 1)  # TQ312
        self.assertTrue(cart.total <= 1)  # TQ312
        self.assertTrue(cart is None)  # TQ312
        self.assertTrue(cart is not None)  # TQ312
        self.assertTrue(cart is self)  # TQ312
        self.assertTrue(isinstance(cart, dict))  # TQ312
        self.assertTrue(not cart == 1)  # TQ312

    def test_false(self):
        cart = self.cart
        self.assertFalse(cart.total == 1)  # TQ312
        self.assertFalse(cart.name in "é")  # TQ312
        self.assertFalse(isinstance(cart, dict))  # TQ312
        self.assertFalse(cart is None)  # TQ312

    async def test_constants(self):
        cart = self.cart
        self.assertEqual(cart.name, None)  # TQ312
        self.assertEqual(None, cart.name)  # TQ312
        self.assertNotEqual(cart.name, None, "é")  # TQ312
        self.assertIs(cart.name, None)  # TQ312
        self.assertIsNot(cart.name, None)  # TQ312
        self.assertEqual(cart.paid, True)  # TQ312
        self.assertEqual(False, cart.paid)  # TQ312
        self.assertEqual(cart.total == 1, True)  # TQ312

    def test_good(self):
        cart = self.cart
        self.assertEqual(cart.total, 1)
        self.assertIsNone(cart.name)
        self.assertIs(cart.paid, True)
        self.assertTrue(cart.paid)
        self.assertFalse(cart.paid)
        self.assertTrue(1 < cart.total < 3)
        self.assertFalse(cart.total < 1)
        self.assertTrue(cart.name.startswith("é"))
        self.assertTrue(cart.a == 1 or cart.b == 1)

    def test_eq(self):
        self.assertTrue(self.cart == self.other)
        self.assertFalse(self.cart != self.other)

    def test_ordering(self):
        self.assertTrue(self.cart < self.other)

    def test_twins(self):
        """Equality is by value."""
        self.assertTrue(self.cart == self.other)


def test_good(cart):
    assert cart.total == 1
    assert cart.total is True
    assert cart.paid is False
    assert not cart.paid
    assert not cart.total < 1
    assert not isinstance(cart, dict)
    assert not 1 < cart.total < 3
    assert cart.check(not cart.total == 1)


def test_not_equal(cart):
    assert not cart == 1


class OrderTest(unittest.TestCase):
    """Orders of customers, which nobody puts in an order."""

    def test_not_paid_yet(self):
        order = self.order
        self.assertTrue(order.total == 1)  # TQ312
        self.assertTrue(order < self.other)  # TQ312

    def test_equal_shares(self):
        order = self.order
        self.assertTrue(order.shares[0] == order.shares[1])  # TQ312
        self.assertFalse(order.é == "é")  # TQ312
        self.assertTrue(len(order.shares) > 1)  # TQ312
        self.assertTrue(isinstance(order, dict))  # TQ312
        self.assertEqual(order.payer, None)  # TQ312
        self.assertEqual(order.total == 1, True)  # TQ312
        self.assertTrue(order == self.other)
        self.assertEqual(order == self.other, True)
        self.assertTrue(not order == self.other)
        self.assertNotEqual(order, None)


def test_order_not_found(order):
    assert not order.total == 1  # TQ312
