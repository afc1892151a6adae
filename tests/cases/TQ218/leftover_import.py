import decimal

import shop.currencies


def test_precision():  # TQ218
    assert str(decimal.Decimal(1) / decimal.Decimal(8)) == "0.125"
