from shop import Cart


def is_full(cart):
    return cart.total > 3


def check(cart):
    assert is_full  # TQ214
    assert is_full(cart)


def test_cart():
    check(Cart())
