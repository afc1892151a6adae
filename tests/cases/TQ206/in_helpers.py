import pytest
from shop import Cart


def check(cart):
    return cart.total
    assert cart.open  # TQ206


@pytest.fixture
def cart():
    cart = Cart()
    with pytest.raises(ValueError):
        cart.pay(-1)
        assert cart.total == 0  # TQ206
    return cart


def test_total(cart):
    assert check(cart) == 3
