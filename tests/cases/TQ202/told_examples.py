"""Nothing here runs the examples that the docstrings tell."""

from shop import Cart


def test_discount_is_told():  # TQ202
    """A coupon lowers the price:

    >>> cart.redeem("SUMMER")
    """


def test_total():
    assert Cart([10]).total == 10
