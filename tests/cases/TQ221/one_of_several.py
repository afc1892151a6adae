import pytest

from shop import SoldOut, checkout


def test_sold_out():
    with pytest.raises((KeyError, SoldOut)):  # TQ221
        raise SoldOut("apple")


def test_checkout():
    with pytest.raises((KeyError, SoldOut)):
        checkout(["apple"], stock={})
