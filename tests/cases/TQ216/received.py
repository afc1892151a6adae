import unittest

import pytest

from shop import load


@pytest.fixture
def names():
    return ["pear", "apple"]


@pytest.fixture
def rows():
    yield load()


def test_fixture(names, rows):
    assert not names.sort()  # TQ216
    assert not rows.sort()


@pytest.mark.parametrize("names", [load()])
def test_parameter(names):
    assert not names.sort()


class TestShelf:
    known = {"apple"}
    shown = None

    def setup_method(self):
        self.names = ["pear", "apple"]
        self.rows = load()
        self.prices = {}

    def test_attributes(self):
        assert not self.names.sort()  # TQ216
        assert self.known.add("größe") is None  # TQ216
        assert self.rows.sort() is None
        assert self.shown.sort() is None
        assert self.names.pop() == "apple"


class TestEmptiedShelf:
    def setup_method(self):
        self.names = ["pear", "apple"]

    def test_rebound(self):
        self.names = load()
        assert self.names.sort() is None


class ShelfTest(unittest.TestCase):
    def setUp(self):
        self.prices = {}
        self.names = []
        self.names = load(self.names)

    def test_attributes(self):
        self.assertIsNone(self.prices.update(apple=1))  # TQ216
        self.assertIsNone(self.names.sort())
