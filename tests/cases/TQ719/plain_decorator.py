from checks import runs_with  # TQ719
from shop import tax


@runs_with("rates", 3)
def test_zero():
    assert tax(0) == 0


def test_ten():
    assert tax(10) == 2


def test_twenty():
    assert tax(20) == 4


def test_thirty():
    assert tax(30) == 6


def test_forty():
    assert tax(40) == 8
