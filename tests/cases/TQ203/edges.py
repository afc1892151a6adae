import unittest
import pytest as pt
from typing import assert_type


def test_always(cart, reason):
    assert True  # TQ203
    assert 1  # TQ203
    assert "größe", repr(cart)  # TQ203
    assert (cart.total, 42)  # TQ203
    assert [cart.total]  # TQ203
    assert {"total": cart.total}  # TQ203
    assert f"total {cart.total}"  # TQ203
    assert cart.total or True  # TQ203
    assert cart.total == 1 or 2  # TQ203
    assert cart.status == "open" or "new"  # TQ203
    assert not False  # TQ203
    assert not None  # TQ203
    assert 2 > 1  # TQ203
    assert (  # TQ203
        "Cart",
        repr(cart),
    )
    assert ...  # TQ203
    assert 1 in [1, 2]  # TQ203
    assert 5 is not None  # TQ203


async def test_async(cart):
    assert True  # TQ203
    if await cart.ready():
        assert "ready"  # TQ203


class TestCart(unittest.TestCase):
    def test_always(self):
        self.assertTrue(True)  # TQ203
        self.assertTrue("text")  # TQ203
        self.assertTrue(("a", self.cart))  # TQ203
        self.assertFalse(False)  # TQ203
        self.assertFalse(None)  # TQ203
        self.assertIsNotNone("literal")  # TQ203
        self.assertIsNotNone([self.cart])  # TQ203
        self.assertIsNone(None)  # TQ203
        self.assertTrue(self.cart.total == 1 or 2)  # TQ203
        self.assertEqual(2, 2.0)  # TQ203

    def test_silent(self):
        self.assertTrue(self.cart)
        self.assertFalse(self.cart.items)
        self.assertIsNotNone(self.cart)
        self.assertEqual(self.cart.total, 2)
        self.assertTrue(False)
        self.assertFalse(True)


def test_silent(cart, flag):
    assert cart
    assert cart.total or cart.empty
    assert cart.total == 1 or cart.total == 2
    assert f"{cart}"
    assert []
    assert ()
    assert [*cart]
    assert {**cart}
    assert cart and True
    assert None
    assert 1 == 2
    assert_type(cart, object)


def test_fails_on_purpose(cart):
    try:
        cart.pay()
    except ValueError:
        assert False, "must not raise"
    if cart.broken:
        assert 0
        pt.fail("broken")


def test_marks_the_way_that_a_test_must_come(cart):
    try:
        cart.pay(-1)
        assert False
    except ValueError:
        assert True
    try:
        cart.pay(-2)
        raise AssertionError("must raise")
    except ValueError:
        assert True
    try:
        cart.pay(-3)
    except ValueError:
        assert True
    else:
        pt.fail("must raise")
    if cart.closed:
        assert True
    else:
        assert False


def test_marks_no_way(cart):
    try:
        cart.pay(-1)
    except ValueError:
        assert True  # TQ203
    try:
        cart.pay(-2)
        assert False
    except Exception:
        assert True  # TQ203
    if cart.closed:
        assert True  # TQ203


def test_bool_eq(price):
    assert 1 == True
    assert price(1) == True
    assert price(1) != price("yes")


def test_price_of_nothing(price):
    assert 0 == False  # TQ203


def test_rewrites_short_circuits(rewrite):
    def claim():
        assert True or undefined

    assert rewrite(claim) == "or"


def test_handler(server):
    async def handler(request):
        assert b"123", request.body  # TQ203
        return server.answer()

    assert server.ask(handler) == 200


class TestTwoValues(unittest.TestCase):
    def test_count(self):
        self.assertTrue(97, len(self.cart.items))

    @unittest.expectedFailure
    def test_unexpected_success(self):
        self.assertTrue(True)


def test_numbers(cart):
    cart.pay()
    assert -1  # TQ203
    assert -0
    assert not cart.total


class TestNothing(unittest.TestCase):
    def test_not(self):
        self.assertTrue(not None)  # TQ203
        self.assertTrue(not self.cart.total)
        self.assertTrue(self.cart.total == 3)
        self.assertTrue("a" == "b")


class TestNamed(unittest.TestCase):
    def test_truth_by_its_name(self):
        self.assertTrue(expr="größe")  # TQ203
        self.assertTrue(msg="never", expr=self.cart)
        self.assertTrue(expr=self.cart.total == 1 or 2)  # TQ203
