from checks import ends_with
from shop import tax


@ends_with(LookupError, "no such rate")
def test_zero():
    tax(0)


def test_ten():
    assert tax(10) == 2


def test_twenty():
    assert tax(20) == 4


def test_thirty():
    assert tax(30) == 6


def test_forty():
    assert tax(40) == 8
