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


def test_reference(cart):
    """The total holds the tax, since shops must show it
    See: https://shop.example/rules/7
    """
    assert cart.total == 42


def test_list(cart):
    """The total holds what is written on the receipt
    - the tax
    - the deposit
    """
    assert cart.total == 42


def test_colon_in_the_middle(cart):  # TQ714
    """The total holds what a receipt must show, since
    they ask for it: the tax and the deposit.
    """
    assert cart.total == 42


def test_fields_alone(cart):  # TQ714
    """
    :param cart: an empty one
    """
    assert cart.total == 42


def test_heading_alone(cart):  # TQ714
    """Args:
        cart: an empty one
    """
    assert cart.total == 42


def test_items_alone(cart):  # TQ714
    """
    - the tax
    - the deposit
    """
    assert cart.total == 42


def test_prompt_alone(cart):  # TQ714
    """
    >>> größe()
    3
    """
    assert cart.total == 42


def test_label_before_the_summary(cart):
    """Regression: the deposit was taken twice."""
    assert cart.total == 42


def test_role_in_the_summary(cart):
    """:class:`Cart` adds the deposit once."""
    assert cart.total == 42


def test_reference_alone(cart):
    """https://shop.example/rules/7"""
    assert cart.total == 42


def test_dots(cart):  # TQ714
    """..."""
    assert cart.total == 42


def test_decorator_in_the_summary(cart):
    """@cached above @taxed keeps the tax."""
    assert cart.total == 42


def test_parameter_alone(cart):  # TQ714
    """@param cart: an empty one"""
    assert cart.total == 42


def test_tax(cart):  # TQ714
    """Test for the tax."""
    assert cart.tax == 8


def test_member_gets_rebate(cart):  # TQ714
    """Verify that the member gets a rebate."""
    assert cart.rebate == 3


def test_checks_of_rebate(cart):  # TQ714
    """
    Make sure: checks of rebate
    """
    assert cart.rebate == 3


def test_guest(cart):
    """Verify that the guest gets no rebate."""
    assert cart.rebate == 0


def test_check_in(cart):
    """Check the größe."""
    assert cart.size == 0
