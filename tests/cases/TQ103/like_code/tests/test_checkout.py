from unittest.mock import patch

from shop import (
    orders,
    prices,  # the module
)
from shop.orders import place, prices as all_prices

from tests import (
    lines, rows,  # these two
)


@patch("shop.orders.place")
def test_patched(
    orders,
):
    assert all_prices() == [1]


def test_place():
    assert place(orders) is orders and lines and rows and prices
