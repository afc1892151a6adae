import unittest
from operator import add

import pytest as pt
from pytest import raises as r


def test_pass():
    with r(LookupError):  # TQ222
        pass


def test_dots():
    with pt.raises(LookupError, match="größe"):  # TQ222
        ...


def test_name(cart):
    with pt.raises(LookupError):  # TQ222
        cart


def test_literal():
    with pt.warns(UserWarning) as record:  # TQ222
        "x"


def test_assignment():
    with pt.raises(LookupError):  # TQ222
        code = "X"


async def test_async(cart):
    with pt.raises(LookupError):  # TQ222
        pass


class CartTest(unittest.TestCase):
    def test_case(self):
        with self.assertRaises(LookupError):  # TQ222
            pass
        with self.assertLogs("shop"):  # TQ222
            pass
        with self.assertWarns(UserWarning):  # TQ222
            pass


# ------------------------------------------------------------ silent


async def test_can_raise(cart, cm, task):
    with pt.raises(LookupError):
        cart.total
    with pt.raises(LookupError):
        cart["X"]
    with pt.raises(TypeError):
        cart + 1
    with pt.raises(TypeError):
        cart < 1
    with pt.raises(LookupError):
        await task
    with pt.raises(ImportError):
        import shop
    with pt.raises(ImportError):
        from shop import nothing
    with pt.raises(AttributeError):
        del cart.total
    with pt.raises(LookupError):
        with cm:
            pass
    with pt.raises(LookupError), cm:
        pass
    with pt.raises(NameError):
        undefined
    with pt.raises(TypeError):
        a, b = cart
    with pt.raises(TypeError):
        {cart: 1}
    with pt.raises(TypeError):
        class Sub(add):
            pass
    with pt.raises(ValueError):
        f"{cart}"
    with pt.raises(LookupError):
        for item in cart:
            pass


def test_of_the_block_itself():
    with pt.raises(pt.fail.Exception):
        with pt.raises(LookupError):
            pass


_IS_SYNC = True
_IS_SLOW = False


class SwitchedOffTest(unittest.TestCase):
    @unittest.skipUnless(not _IS_SYNC, "only without the stand-in")
    def test_cancelled(self):
        task = make_task()
        with self.assertRaises(LookupError):
            task

    @unittest.skipIf(_IS_SYNC, "only without the stand-in")
    def test_cancelled_too(self):
        task = make_task()
        with self.assertRaises(LookupError):
            task

    @unittest.skipUnless(_IS_SYNC, "only with the stand-in")
    def test_runs(self):
        task = make_task()
        with self.assertRaises(LookupError):  # TQ222
            task

    @unittest.skipIf(_IS_SLOW, "slow")
    def test_runs_too(self):
        task = make_task()
        with self.assertRaises(LookupError):  # TQ222
            task
