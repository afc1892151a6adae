"""fail() with and without a reason."""

import unittest

import pytest
import pytest as pt
from pytest import fail

from shop import parse


def test_fail():
    if parse("é"):
        pytest.fail()  # TQ316
    if parse("a"):
        pt.fail()  # TQ316
    if parse("b"):
        fail()  # TQ316
    if parse("c"):
        pytest.fail("")  # TQ316
    if parse("d"):
        pytest.fail(reason="")  # TQ316
    if parse("e"):
        pytest.fail(pytrace=False)  # TQ316


class ParseTest(unittest.TestCase):
    def test_fail(self):
        if parse("é"):
            self.fail()  # TQ316
        if parse("a"):
            self.fail(None)  # TQ316
        if parse("b"):
            self.fail("é")
        if parse("c"):
            self.fail(msg="é")

    def check(self):
        self.fail()  # TQ316


@pytest.fixture
def rows():
    if not parse("é"):
        pytest.fail()  # TQ316


def test_reasoned(reason, arguments):
    if parse("é"):
        pytest.fail("é")
    if parse("a"):
        pytest.fail(f"{reason}")
    if parse("b"):
        pytest.fail(reason)
    if parse("c"):
        pytest.fail(reason=reason, pytrace=False)
    if parse("d"):
        pytest.fail(*arguments)
    if parse("e"):
        reason.fail()


class TestJob:
    def fail(self):
        return None

    def test_job(self):
        self.fail()
        assert parse(self) == []


try:
    pytest.fail()
except BaseException as error:
    Failed = type(error)


def test_caught():
    with pytest.raises(Failed):
        pytest.fail()
    try:
        parse("é")
        pytest.fail()  # TQ316
    except ValueError as error:
        assert str(error) == "é"


def test_while_an_error_is_at_hand(shop):
    try:
        raise ValueError("é")
    except ValueError:
        assert shop.report() == "é"
    else:
        pytest.fail()
    try:
        shop.close()
    except ValueError:
        assert shop.report() == "é"
    else:
        pytest.fail()  # TQ316
    try:
        if shop.is_open():
            raise ValueError("é")
    except ValueError:
        assert shop.report() == "é"
    else:
        pytest.fail()  # TQ316
