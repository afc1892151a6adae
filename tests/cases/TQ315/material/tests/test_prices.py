from shop import price
from tests.checks.sums import assert_price


def test_price():
    assert_price(price("tea"))
