import contextlib
import unittest
import unittest as ut

import pytest
from elsewhere import Base, runner
from tornado.testing import AsyncTestCase, gen_test
from twisted.internet import defer
from twisted.internet.defer import inlineCallbacks
from twisted.trial import unittest as trial


def test_totals():  # TQ108
    for name in ("a", "日本"):
        yield check, name


async def test_async():  # TQ108
    yield await total()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["a"])
def test_marked(name):  # TQ108
    found = yield total(name)
    assert found == 1


class TestCart:
    def test_total(self):  # TQ108
        yield from totals()


class CartTest(unittest.TestCase):
    def test_total(self):  # TQ108
        with self.cart:
            yield
            self.assertEqual(self.cart.total, 1)


class AliasTest(ut.TestCase):
    def test_nothing(self):  # TQ108
        yield


@pytest.fixture
def test_client():
    yield 1


@contextlib.contextmanager
def test_context():
    yield 1


@runner
def test_decorated():
    yield 1


def test_inner_generator():
    def numbers():
        yield 1

    assert list(numbers()) == [1]


def test_lambda():
    assert list((lambda: (yield))()) == []


def test_word():
    assert yield_of("yield") == 1


class TrialTest(trial.TestCase):
    @inlineCallbacks
    def test_total(self):
        yield total()

    @defer.inlineCallbacks
    def test_more(self):
        yield total()


class TornadoTest(AsyncTestCase):
    @gen_test
    def test_total(self):
        yield total()


class UnknownTest(Base, unittest.TestCase):
    def test_total(self):
        yield total()


def numbers():
    yield 1
