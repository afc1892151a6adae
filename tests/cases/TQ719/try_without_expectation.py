"""A try that expects nothing to go wrong is no error path."""  # TQ719

import pytest
from shop import Till, tax


def test_zero():
    till = Till()
    try:
        assert tax(0) == 0
    finally:
        till.close()


@pytest.mark.parametrize("rate", [pytest.param(10, id="whole"), pytest.param(20, id="half")])
def test_ten(rate):
    assert tax(rate) == rate / 5


def test_twenty():
    assert tax(20) == 4


def test_thirty():
    assert tax(30) == 6


def test_forty():
    assert tax(40) == 8
