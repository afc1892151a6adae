import decimal

import shop.currencies  # the names come with it
from shop import Cart


def test_precision():  # TQ218
    assert str(decimal.Decimal(1) / decimal.Decimal(8)) == "0.125"


def test_total():
    assert Cart(currency=shop.currencies.EURO).total() == 0
