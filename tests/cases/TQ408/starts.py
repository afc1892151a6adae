import contextlib
import unittest
from unittest import TestCase, mock
from unittest.mock import patch

import pytest

import shop
from shop import Base, checkout


def test_direct():
    patch("shop.a").start()  # TQ408
    é = "é"; charge = mock.patch.object(shop, "charge").start()  # TQ408
    assert checkout(charge, é) == 3


def test_named():
    patcher = patch.dict("os.environ", {"A": "1"})
    patcher.start()  # TQ408
    assert checkout() == 3


def test_multiple():
    patch.multiple("shop", a=1, b=2).start()  # TQ408
    assert checkout() == 3


class CheckoutTest(TestCase):
    def setUp(self):
        self.a = patch("shop.a").start()  # TQ408
        self.patcher = patch("shop.b")
        self.b = self.patcher.start()  # TQ408

    def test_it(self):
        self.assertEqual(checkout(), 3)


class TestPlain:
    def setup_method(self):
        patch("shop.a").start()  # TQ408

    def test_it(self):
        assert checkout() == 3


@pytest.fixture
def charge():
    patcher = patch("shop.charge")
    yield patcher.start()  # TQ408


def test_stopped():
    patcher = patch("shop.a")
    patcher.start()
    assert checkout() == 3
    patcher.stop()


def test_stopped_late(request):
    patcher = patch("shop.a")
    patcher.start()
    request.addfinalizer(patcher.stop)
    assert checkout() == 3


class StoppedTest(unittest.TestCase):
    def setUp(self):
        self.p = patch("shop.a")
        self.p.start()
        q = patch("shop.b")
        q.start()
        self.addCleanup(q.stop)
        self.kept = [patch("shop.c"), patch("shop.d")]
        for one in self.kept:
            one.start()

    def tearDown(self):
        self.p.stop()

    def test_it(self):
        self.assertEqual(checkout(), 3)


class OutOfSightTest(Base, TestCase):
    def setUp(self):
        patch("shop.a").start()

    def test_it(self):
        self.assertEqual(checkout(), 3)


class Mixin:
    def begin(self):
        patch("shop.a").start()


@pytest.fixture
def stopped():
    patcher = patch("shop.charge")
    yield patcher.start()
    patcher.stop()


@pytest.fixture(scope="session", autouse=True)
def for_good():
    patch("shop.network").start()


def helper():
    patcher = patch("shop.a")
    patcher.start()
    return patcher


def test_handed_on(stack):
    patcher = patch("shop.a")
    patcher.start()
    stack.callback(patcher)
    assert checkout() == 3


def test_no_patch(thread, mocker):
    thread.start()
    made = shop.Server()
    made.start()
    mocker.patch("shop.a")
    with patch("shop.b"), contextlib.ExitStack() as stack:
        stack.enter_context(patch("shop.c"))
    gateway = made.gateway
    patch.object(gateway, "charge").start()
    assert checkout(gateway) == 3
