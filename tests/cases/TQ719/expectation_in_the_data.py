"""What is expected may stand in the data of the cases."""

from contextlib import nullcontext

import pytest
from shop import tax

RATES = [(10, nullcontext(2)), (-1, pytest.raises(ValueError))]


@pytest.mark.parametrize("rate, outcome", RATES)
def test_rate(rate, outcome):
    with outcome as wanted:
        assert tax(rate) == wanted


def test_ten():
    assert tax(10) == 2


def test_twenty():
    assert tax(20) == 4


def test_thirty():
    assert tax(30) == 6


def test_forty():
    assert tax(40) == 8
