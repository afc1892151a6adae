"""What is expected may stand in a helper of the file."""

import pytest as pt
from shop import tax


def check_refused(rate):
    with pt.raises(ValueError):
        tax(rate)


def test_zero():
    check_refused("größe")


def test_ten():
    assert tax(10) == 2


def test_twenty():
    assert tax(20) == 4


def test_thirty():
    assert tax(30) == 6


def test_forty():
    assert tax(40) == 8
