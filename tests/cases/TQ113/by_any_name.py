import sys

import pytest


def check_total(cart):
    assert cart.total == 1


def check_name(cart):
    assert cart.name == "a"


@pytest.mark.parametrize("what", ["total", "name"])
def test_cart(cart, what):
    getattr(sys.modules[__name__], f"check_{what}")(cart)
