import warnings
from unittest import mock

from shop import Cart, Price


def test_the_warning_is_taken(recwarn):
    Price(3) == 3
    assert len(recwarn) == 1


def test_equality_is_asked():
    with mock.patch.object(Price, "__eq__") as equal:
        Price(3) == 3
    equal.assert_called_once_with(3)


def test_equality_is_asked_of_the_part():
    price = Price(3)
    price.amount = mock.MagicMock()
    price.amount.__lt__.return_value = False
    price < Price(4)
    price.amount.__lt__.assert_called_once()


def test_warnings_that_nobody_takes():
    warnings.simplefilter("ignore")
    Price(3) == 3  # TQ208
    assert Cart().total == 0
