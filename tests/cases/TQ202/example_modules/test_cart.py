def test_discount():
    """A coupon lowers the price:

    >>> from shop import Cart
    >>> Cart([10]).redeem("SUMMER")
    9
    """


def test_total():  # TQ202
    """The total is the sum of the prices."""
