import pytest

from shop import Cart


@pytest.fixture
def cart():
    return Cart()


def test_rebound_for_the_whole_file():
    global cart
    cart = Cart
    assert cart().total() == 0
