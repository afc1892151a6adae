import contextlib
import sys
import unittest

import pytest as pt
from pytest import fail, raises as r, skip


def test_return(cart):
    return
    assert cart.total == "größer"  # TQ206


def test_raise(cart):
    raise ValueError
    assert cart.total == 6  # TQ206


def test_fail(cart):
    fail("later")
    assert cart.total == 6  # TQ206
    assert (  # TQ206
        cart.total == 6
    )


def test_skip(cart):
    skip("later")
    if cart:
        assert cart.total == 6  # TQ206


def test_xfail(cart):
    pt.xfail("later")
    assert cart.total == 6  # TQ206


def test_loops(cart):
    for item in cart:
        continue
        assert item  # TQ206
    for item in cart:
        if item:
            break
            assert item  # TQ206
        assert item


def test_both_arms(cart):
    if cart:
        return
    else:
        raise ValueError
    assert cart.total == 6  # TQ206


def test_try_all(cart):
    try:
        return
    except ValueError:
        raise
    assert cart.total == 6  # TQ206


async def test_async(cart):
    pt.skip("later")
    assert await cart.total() == 6  # TQ206


class CartTest(unittest.TestCase):
    def test_self_fail(self):
        self.fail("later")
        self.assertEqual(self.cart.total, 6)  # TQ206

    def test_self_skip(self):
        self.skipTest("later")
        self.assertEqual(self.cart.total, 6)  # TQ206

    def test_raises(self):
        with self.assertRaises(LookupError) as caught:
            self.cart.redeem("X")
            self.assertIn("X", str(caught.exception))  # TQ206

    def test_raises_mock(self):
        with self.assertRaises(ValueError):
            self.cart.redeem("X")
            self.mailer.send.assert_not_called()  # TQ206


def test_raises_block(cart):
    with r(ValueError):
        data = {"code": "X"}
        cart.redeem(data)
        assert cart.total == 6  # TQ206


def test_raises_block_call(cart, shop):
    with r(ValueError):
        cart.redeem("X")
        assert shop.count() == 0  # TQ206
        assert cart.lines() == []  # TQ206


async def test_raises_block_await(cart):
    with pt.raises(ValueError):
        await cart.redeem("X")
        assert await cart.count() == 0 + 0  # TQ206


# ------------------------------------------------------------ silent


def test_may_be_lazy(cart):
    with pt.raises(ValueError):
        lines = cart.filter("X")
        assert lines.first() == 1


def test_opened_first(cart):
    with pt.raises(ValueError):
        cart.lock()
        assert cart.add("apple") == 1


def test_one_arm(cart):
    if cart:
        return
    assert cart.total == 6


def test_handled(cart):
    try:
        raise ValueError
    except ValueError:
        pass
    assert cart.total == 6


def test_finally(cart):
    try:
        return
    finally:
        assert cart.total == 6


def test_suppressed(cart):
    with contextlib.suppress(ValueError):
        raise ValueError
    assert cart.total == 6


def test_raised(cart):
    with pt.raises(ValueError):
        raise ValueError
    assert cart.total == 6


def test_logger(logger, cart):
    logger.fail("later")
    assert cart.total == 6


def test_suppress_block(cart):
    with contextlib.suppress(ValueError):
        cart.redeem("X")
        assert cart.total == 6


def test_warns_block(cart):
    with pt.warns(UserWarning):
        cart.redeem("X")
        assert cart.total == 6


def test_set_up_only(cart):
    with pt.raises(ValueError):
        code = "X"
        assert cart.redeem(code)


def test_assertion_may_raise(cart):
    with pt.raises(AttributeError):
        other = cart.copy()
        assert other.total


def test_assertion_may_raise_too(cart):
    with pt.raises(ValueError):
        cart.close()
        assert cart.count() == 0


def test_expects_assertion(cart):
    with pt.raises(AssertionError):
        cart.close()
        assert cart.total == 0


def test_later_call_raises(cart):
    with pt.raises(ValueError):
        first = cart.add("apple")
        assert first
        cart.redeem("X")


def test_marker(cart):
    while True:
        if cart.step():
            return
    assert False, "not reached"


def test_platform(cart):
    if sys.platform == "win32":
        pt.skip("posix only")
    assert cart.total == 6


class Other:
    def fail(self, words):
        self.words = words


class TestOther(Other):
    def test_fail(self, cart):
        self.fail("later")
        assert cart.total == 6
