import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.strategies import integers as ints

from shop import tax


@given(st.integers(), st.floats())
def test_right(shop, amount, rate):  # TQ881
    assert tax(amount) >= shop


@example(amount=1, rate=2)
@given(amount=ints(), rate=ints())
async def test_keywords(amount, rate):  # TQ881
    assert await tax(rate) >= 0


@given(amount=ints(), _rate=ints())
def test_underscore(amount, _rate):
    assert tax(amount) >= 0


@given(st.builds(tax))
def test_empty(made):
    pass


@given(ints())
def test_read_inside(amount):
    def inner():
        return tax(amount)

    assert inner() >= 0


@given(**{"amount": ints()})
def test_stars(amount):
    assert tax(1) >= 0


@pytest.mark.parametrize("rate", [1])
@given(amount=ints())
def test_other(rate, amount):
    assert tax(amount) >= 0
