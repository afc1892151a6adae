import string

import pytest

from shop import greet

NAMES = "Ada"


@pytest.mark.parametrize("customer", "Ada")  # TQ829
def test_literal(customer):
    assert greet(customer) == 1


@pytest.mark.parametrize(argnames=["customer"], argvalues="Ada")  # TQ829
def test_keywords(customer):
    assert greet(customer) == 1


@pytest.mark.parametrize("customer", NAMES)  # TQ829
class TestBound:
    def test_bound(self, customer):
        assert greet(customer) == 1


@pytest.mark.parametrize("char", "abc")
@pytest.mark.parametrize("bad_letter", "xyz")
@pytest.mark.parametrize("digit", "123")
@pytest.mark.parametrize("symbol", "+-")
@pytest.mark.parametrize("key", "qw")
def test_characters(char, bad_letter, digit, symbol, key):
    assert greet(char, bad_letter, digit, symbol, key) == 1


@pytest.mark.parametrize("customer", string.ascii_letters)
def test_constant(customer):
    assert greet(customer) == 1


@pytest.mark.parametrize("customer", ["Ada"])
def test_list(customer):
    assert greet(customer) == 1
