"""The types of orders, checked when an order is made."""

from shop import create_order


def test_order():  # TQ301
    order = create_order("é")
    assert order is not None
    order.close()
