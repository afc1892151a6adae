"""The id of a case is part of a test's name."""

import pytest
from shop import tax


@pytest.mark.parametrize("rate, wanted", [(10, 2), ("x", None)], ids=["whole", "invalid"])
def test_rate(rate, wanted):
    assert tax(rate) == wanted


def test_ten():
    assert tax(10) == 2


def test_twenty():
    assert tax(20) == 4


def test_thirty():
    assert tax(30) == 6


def test_forty():
    assert tax(40) == 8
