import abc
import unittest
from typing import Protocol
from unittest import mock

import pytest as pt


def test_pass():  # TQ202
    pass


def test_dots():  # TQ202
    ...


def test_doc():  # TQ202
    """Größe."""


async def test_async(client):  # TQ202
    """Later."""
    pass


@pt.mark.parametrize("n", [1])
def test_marked(n):  # TQ202
    pass


class TestCart:
    def test_method(self):  # TQ202
        ...


class CartTest(unittest.TestCase):
    def test_method(self):  # TQ202
        """Later."""


@pt.mark.skip
def test_skipped():
    pass


@pt.mark.xfail(reason="later")
def test_xfailed():
    pass


@unittest.skip("later")
def test_skipped_too():
    pass


@unittest.expectedFailure
def test_expected():
    pass


@pt.mark.skipif(True, reason="later")
def test_skipped_if():
    pass


class TestContract(abc.ABC):
    @abc.abstractmethod
    def test_required(self):
        ...


class TestShape(Protocol):
    def test_required(self): ...


class TestBase:
    def test_total(self):
        assert make().total == 1


class TestSpecial(TestBase):
    def test_total(self):
        """Totals mean nothing here."""


@pt.fixture
def counted():
    yield
    assert count() == 0


def test_leaves_nothing(counted):
    pass


def test_returns():
    return


def test_not_implemented():
    raise NotImplementedError


@image_comparison(["plot"])
def test_drawn():
    pass


def helper():
    pass


def settled_twice(function):
    return function


@settled_twice
def test_settled_twice():
    pass


@settled_twice
def test_total_of_a_paid_cart():  # TQ202
    pass


class TestShelfIsCleared:
    def setup_method(self):
        shop.open_shelf("fruit")

    def test_opens(self):
        pass

    def test_opens_again(self):
        # A shelf of the first test would be in the way: the set-up is what is tested here.
        pass


class TestShelfLater:
    def setup_method(self):
        shop.open_shelf("fruit")

    def test_price(self):  # TQ202
        # TODO: prices
        pass


class TestShelfSoon:
    def setup_method(self):
        shop.open_shelf("fruit")

    def test_price(self):  # TQ202
        pass


class TestAnyCart(unittest.TestCase):
    def test_order(self):
        pass

    def test_empty(self):  # TQ202
        pass


class TestSpringCart(TestAnyCart):
    def test_order(self):
        super().test_order()
        assert shop.order() == 3


class TestShelfSomeDay:
    def setup_method(self):
        shop.open_shelf("fruit")

    def test_price(self):  # TQ202
        # nothing here yet
        pass


@pt.mark.asyncio
async def test_asyncio_order():  # TQ202
    pass


@mock.patch("shop.order")
def test_patch_order(order):  # TQ202
    pass


class TestOnlyElsewhere(unittest.TestCase):
    def setUp(self):
        self.skipTest("runs in the warehouse")

    def test_shelf(self):
        """The runner wants one test in here."""


class TestMostlyHere(unittest.TestCase):
    def setUp(self):
        if not shop.is_open():
            self.skipTest("runs by day")

    def test_shelf(self):  # TQ202
        """Not written yet."""
