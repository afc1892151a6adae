import functools
import threading
import unittest
from threading import Thread

import pytest as pt
from shop.testing import ShelfTestCase
from pytest import raises as r


def refund(cart):
    cart.paid = False


def make_refund(cart):
    return lambda: refund(cart)


def test_raises(cart, request):
    pt.raises(LookupError, cart.redeem("größe"))  # TQ232
    r(LookupError, refund(cart))  # TQ232
    request.addfinalizer(cart.close())  # TQ232
    Thread(target=cart.work()).start()  # TQ232
    threading.Timer(1, cart.work("x")).start()  # TQ232
    assert cart.paid


class CartTest(unittest.TestCase):
    def test_case(self):
        self.assertRaises(LookupError, self.cart.redeem("X"))  # TQ232
        self.assertRaisesRegex(LookupError, "X", self.cart.redeem("X", 3))  # TQ232
        self.addCleanup(self.cart.close())  # TQ232
        self.addCleanup(  # TQ232
            self.cart.close(),
        )

    def test_given(self):
        self.assertRaises(LookupError, self.cart.redeem, "X")
        self.assertRaises(LookupError, functools.partial(self.cart.redeem, "X"))
        self.assertRaises(LookupError, lambda: self.cart.redeem("X"))
        self.assertRaises(LookupError, make_refund(self.cart))
        self.assertRaises(LookupError, Validator(3), 5)
        self.assertRaises(LookupError, Validator(3))
        self.assertRaises(LookupError, getattr(self.cart, "redeem"))
        self.addCleanup(self.cart.close)
        self.addCleanup(functools.partial(self.cart.close, 1))
        with self.assertRaises(LookupError):
            self.cart.redeem("X")


def test_given(cart, request):
    pt.raises(LookupError, cart.redeem, "X")
    pt.raises(LookupError, match="X")
    request.addfinalizer(functools.partial(cart.close, 1))

    def build():
        def inner():
            cart.close()

        return inner

    request.addfinalizer(build())
    Thread(target=cart.work).start()
    assert cart.paid


def setup_module(request):
    request.addfinalizer(refund(None))  # TQ232


@pt.fixture
def shop(request):
    shop = open_shop()
    request.addfinalizer(shop.close())  # TQ232
    request.addfinalizer(shop.leave)
    return shop


class SetUpTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.shop = open_shop()
        cls.addClassCleanup(cls.shop.close())  # TQ232
        cls.addClassCleanup(cls.shop.leave)

    def setUp(self):
        self.cart = self.shop.cart()
        self.addCleanup(self.cart.close())  # TQ232
        self.addCleanup(self.cart.leave)
        self.addCleanup(functools.partial(self.cart.close, 1))

    async def asyncSetUp(self):
        self.addCleanup(self.cart.clear())  # TQ232

    def test_total(self):
        self.assertEqual(self.cart.total(), 0)


def register(request, shop):
    request.addfinalizer(shop.close())


class ShelfTest(ShelfTestCase):
    def sweep(self):
        self.shelf.empty()

    @deferred
    def lock(self):
        self.shelf.lock()

    def setUp(self):
        self.shelf = open_shop().shelf()
        self.addCleanup(self.sweep())  # TQ232
        self.addCleanup(self.shelf.close())  # TQ232
        # a method of the base, which nobody sees, may give a function
        self.addCleanup(self.forget("shelf"))
        self.addCleanup(self.lock())

    def test_total(self):
        self.assertEqual(self.shelf.total(), 0)


class SeenShelfTest(unittest.TestCase):
    def setUp(self):
        self.addCleanup(self.forget("shelf"))  # TQ232

    def test_total(self):
        self.assertEqual(self.shelf.total(), 0)


class SweptShelfTest(unittest.TestCase):
    @classmethod
    def sweeper(cls, shelf):
        def sweep():
            shelf.empty(cls.how)

        return sweep

    @staticmethod
    def swept(shelf):
        shelf.empty("all")
        return 3

    def setUp(self):
        self.addCleanup(self.sweeper(open_shop().shelf()))
        self.addCleanup(self.swept(open_shop().shelf()))  # TQ232

    def test_total(self):
        self.assertEqual(self.shelf.total(), 0)
