from unittest import mock

from shop import Till, tax


def test_rates_gone():
    source = mock.Mock()
    source.read.side_effect = [3, OSError("gone")]
    assert Till(source).total == 3


def test_ten():
    assert tax(10) == 2


def test_twenty():
    assert tax(20) == 4


def test_thirty():
    assert tax(30) == 6


def test_forty():
    assert tax(40) == 8
