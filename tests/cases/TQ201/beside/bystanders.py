import pytest


def refuses(pay):
    with pytest.raises(ValueError):
        pay(-1)


def compare(total, price):
    if total != price:
        pytest.fail("größer")


def look(cart):
    return cart.total
