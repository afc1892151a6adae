import decimal
import locale

import shop.currencies  # noqa: F401 - loading it must leave the process alone


def test_locale_is_left_alone():
    assert locale.getlocale(locale.LC_MONETARY) == (None, None)


def test_precision_is_left_alone():
    assert str(decimal.Decimal(1) / decimal.Decimal(8)) == "0.125"
