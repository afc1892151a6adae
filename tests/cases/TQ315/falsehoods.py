"""Assertions of false constants, in tests and around them."""

import unittest

import pytest

from shop import parse


def test_false():
    for row in parse("é"):
        if row.bad:
            assert False, "é"  # TQ315
    try:
        parse("é")
        assert 0  # TQ315
    except ValueError:
        assert False  # TQ315
    assert None  # TQ315
    assert ""  # TQ315
    assert []  # TQ315


async def test_handler(client):
    async def handler(request):
        assert False, "not called"  # TQ315

    assert await client.get(handler) == 404


class ParseTest(unittest.TestCase):
    def test_false(self):
        if parse("é"):
            assert False  # TQ315


@pytest.fixture
def rows():
    if not parse("é"):
        assert False, "no rows"  # TQ315
    return parse("é")


def helper():
    assert False  # TQ315


def test_other(rows):
    assert rows
    assert not rows.bad
    assert rows == []
    assert (rows, False)
    assert rows.bad is False
    pytest.fail("é")


class TestRealm:
    def request(self, name):
        if name:
            return name
        assert False  # TQ315


def test_report_of_a_failure():
    def inner():
        assert False, "é"

    def outer():
        inner()

    with pytest.raises(AssertionError) as caught:
        outer()
    assert parse(caught) == ["é"]


def test_another_exception():
    def inner():
        assert False, "é"  # TQ315

    with pytest.raises(ValueError):
        parse("é", inner)
