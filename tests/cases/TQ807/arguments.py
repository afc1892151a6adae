from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop import tax


def test_unread(rates, tmp_path):  # TQ807
    assert tax(10, rates) == 2


async def test_async(client, rates):  # TQ807
    assert await tax(10, rates) == 2


def test_read_inside(rates):
    def inner():
        return tax(10, rates)

    assert inner() == 2


@mock.patch("shop.rates")
def test_patched(rates):
    assert tax(10) == 2


@pytest.mark.parametrize("amount", [1, 2])
def test_cases(amount):
    assert tax(10) == 2


def test_underscore(_rates, __):
    assert tax(10) == 2


def test_effect(db, capsys, caplog):
    assert tax(10) == 2


def test_locals(rates):
    assert tax(10, **locals()) == 2


def test_default(rates=1):
    assert tax(10) == 2


def test_nothing(rates):
    pass


@given(amount=st.integers())
def test_given(amount):
    assert tax(10) == 2


class TestTax:
    def test_method(self, tmp_path):  # TQ807
        assert tax(10) == 2


def test_attached_to_a_class(self, rates):
    assert tax(10) == 2


def test_words_only(  # TQ807
    rates,  # the rates
    tmp_path,
):
    """rates and tmp_path."""
    assert tax(10, "rates", tmp_path=1) == 2
