"""The callable that is given to raises() may be nothing but its raise."""

import unittest

import pytest
from shop import SoldOut, retry


def test_call_form():
    def fail():
        raise SoldOut("größe")

    pytest.raises(SoldOut, fail)  # TQ221


def test_inspected():
    def fail():
        raise SoldOut("größe")

    caught = pytest.raises(SoldOut, fail)
    assert caught.value.name == "größe"


def test_decorated():
    @retry
    def fail():
        raise SoldOut("größe")

    pytest.raises(SoldOut, fail)


def test_handed_on():
    def fail():
        raise SoldOut("größe")

    pytest.raises(SoldOut, retry, fail)


class SoldOutTest(unittest.TestCase):
    def test_call_form(self):
        def fail():
            raise ValueError("größe")

        self.assertRaises(ValueError, fail)  # TQ221

    def test_other_class(self):
        def fail():
            raise SoldOut("größe")

        self.assertRaises(LookupError, fail)
