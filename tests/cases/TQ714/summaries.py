def test_total(cart):
    """The total holds the tax.
    Shops in the EU must show it.
    """
    assert cart.total == 42


def test_rebate(cart):
    """
    A rebate lowers the total!
    It is shown as well.
    """
    assert cart.total == 42


def test_wrapped(cart):  # TQ714
    """The total holds the tax, since shops
    in the EU must show it.
    """
    assert cart.total == 42


def test_blank_line(cart):
    """The total holds the tax, since shops must show it

    Elsewhere they need not.
    """
    assert cart.total == 42


def test_empty(cart):  # TQ714
    """  """
    assert cart.total == 42


def test_price_of_tea(cart):  # TQ714
    """Test the price of tea."""
    assert cart.total == 42
