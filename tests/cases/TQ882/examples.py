from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import integers

from shop import catalogue, tax

AMOUNTS = st.integers(1, 5)


@st.composite
def pairs(draw):
    return draw(AMOUNTS), draw(AMOUNTS)


def test_direct():
    assert tax(st.integers().example()) == 1  # TQ882
    amount = integers().map(str).example()  # TQ882
    assert tax(amount) == 1


async def test_named():
    amount = AMOUNTS.example()  # TQ882
    pair = pairs().example()  # TQ882
    local = st.text() | st.none()
    assert await tax(amount, pair, local.example()) == 1  # TQ882


@given(st.integers())
def test_given(amount):
    assert tax(amount, catalogue.example()) == 1


def helper():
    return AMOUNTS.example()
