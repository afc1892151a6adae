import pytest

from shop import pair, pay


def test_literals_unpacked():
    with pytest.raises(ValueError):
        amount, currency = -1, "€"
        pay(amount, currency)


def test_call_unpacked():
    with pytest.raises(ValueError):  # TQ308
        amount, currency = pair()
        pay(amount, currency)
