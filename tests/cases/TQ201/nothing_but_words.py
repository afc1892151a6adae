from shop import charge


def test_planned():
    """Only said so far."""


def test_charge():  # TQ201
    """Charges the customer."""
    charge(3)


def test_reset():
    # reset asserts that we are still at the same level
    charge(3)
