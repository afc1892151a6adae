"""Any exception or warning, in every form of both frameworks."""

import unittest
from contextlib import ExitStack, nullcontext

import pytest
import pytest as pt
from pytest import raises as r
from pytest import RaisesGroup

from shop import charge, guard

anything = pytest.raises


def test_blocks():
    with pytest.raises(Exception):  # TQ307
        charge("é")
    with pt.raises(BaseException):  # TQ307
        charge(-1)
    with r(Exception):  # TQ307
        charge(-1)
    with anything(Exception):  # TQ307
        charge(-1)
    with pytest.raises(expected_exception=Exception):  # TQ307
        charge(-1)
    with pytest.raises((ValueError, Exception)):  # TQ307
        charge(-1)
    with pytest.warns(Warning):  # TQ307
        charge(-1)
    with pytest.warns():  # TQ307
        charge(-1)


def test_calls():
    pytest.raises(Exception, charge, -1)  # TQ307
    pytest.raises(Exception, lambda: charge(-1))  # TQ307
    pytest.warns(Warning, charge, -1)  # TQ307


def test_bound_and_unread():
    with pytest.raises(Exception) as caught:  # TQ307
        charge(-1)
    with pytest.raises(Exception) as caught:
        charge(-2)
    assert caught.value.amount == -2


async def test_async(client):
    with (  # TQ307
        guard(),
        pytest.raises(Exception),
    ):
        await client.charge(-1)


def test_among_others():
    with guard(), pytest.raises(Exception):  # TQ307
        charge(-1)


def test_entered():
    with ExitStack() as stack:
        stack.enter_context(pytest.raises(Exception))  # TQ307
        charge(-1)


class TestCharge:
    def test_method(self):
        with pytest.raises(Exception):  # TQ307
            charge(-1)

        def inner():
            with pytest.raises(Exception):  # TQ307
                charge(-1)

        inner()


class ChargeTest(unittest.TestCase):
    def test_blocks(self):
        with self.assertRaises(Exception):  # TQ307
            charge(-1)
        with self.assertRaises(Exception, msg="é"):  # TQ307
            charge(-1)
        with self.assertWarns(Warning):  # TQ307
            charge(-1)

    def test_calls(self):
        self.assertRaises(Exception, charge, -1)  # TQ307
        self.assertWarns(Warning, charge, -1)  # TQ307

    def test_regex(self):
        with self.assertRaisesRegex(Exception, "amount"):
            charge(-1)
        self.assertRaisesRegex(Exception, "amount", charge, -1)
        with self.assertWarnsRegex(Warning, "amount"):
            charge(-1)

    def test_read(self):
        with self.assertRaises(Exception) as cm:
            charge(-1)
        self.assertEqual(cm.exception.amount, -1)
        with self.assertRaises(Exception) as self.cm:
            charge(-1)
        self.assertEqual(self.cm.exception.amount, -1)


class AsyncChargeTest(unittest.IsolatedAsyncioTestCase):
    async def test_block(self):
        with self.assertRaises(Exception):  # TQ307
            await charge(-1)


def test_narrowed():
    with pytest.raises(ValueError):
        charge(-1)
    with pytest.raises(Exception, match="amount"):
        charge(-1)
    with pytest.raises(Exception, check=lambda error: error.amount == -1):
        charge(-1)
    with pytest.warns(Warning, match="amount"):
        charge(-1)
    with pytest.warns(match="amount"):
        charge(-1)
    with RaisesGroup(Exception):
        charge(-1)
    with pytest.deprecated_call():
        charge(-1)
    pytest.raises(Exception, charge, -1).match("amount")


def test_read():
    with pytest.raises(Exception) as caught:
        charge(-1)
    assert "amount" in str(caught.value)
    with pytest.raises(Exception) as later:
        charge(-1)

    def show():
        return later.value

    assert show().amount == -1
    value = pytest.raises(Exception, charge, -1)
    assert value.match("amount")
    with pytest.warns(Warning) as record:
        charge(-1)
    assert len(record) == 1


def test_read_in_a_loop():
    seen = None
    for amount in (-1, -2):
        if seen:
            assert seen.value.amount < 0
        with pytest.raises(Exception) as seen:
            charge(amount)


def test_in_both_arms(flag):
    if flag:
        with pytest.raises(Exception) as caught:
            charge(-1)
    else:
        with pytest.raises(Exception) as caught:
            charge(-2)
    assert caught.value.amount


def test_own_exception_through_a_manager():
    with pytest.raises(Exception):
        with guard():
            raise Exception("é")


@pytest.mark.parametrize("expectation", [nullcontext(), pytest.raises(Exception)])
def test_given(expectation):
    with expectation:
        charge(-1)


def helper():
    with pytest.raises(Exception):
        charge(-1)


def test_class_that_differs():
    # A negative amount is an error of the driver, and which one that is depends on
    # the platform.
    with pytest.raises(Exception):
        charge(-1)
    with pytest.raises(Exception):  # different exceptions with different drivers
        charge(-1)
    # Gives either a DriverError or a ValueError.
    pytest.raises(Exception, charge, -1)
    # Does not work on this platform either.
    with pytest.raises(Exception):  # TQ307
        charge(-1)
    # The class depends on the platform.

    with pytest.raises(Exception):  # TQ307
        charge(-1)
