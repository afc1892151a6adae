import pytest
from shop import Cart


def check_size(cart):
    assert len(cart.items) >= 0  # TQ205
    assert len(cart.items) >= 1


@pytest.fixture
def cart():
    cart = Cart()
    assert str(cart) is not None  # TQ205
    return cart


def test_size(cart):
    check_size(cart)
