from shop import Cart, register

GRÖSSEN = ["S", "M"]
ORDERS = []
ITEMS = []
CART = Cart(items=ITEMS)
register(ORDERS)


def test_orders():
    assert ORDERS == ["apple"]


def test_items():
    assert not ITEMS


def test_sizes():  # TQ218
    assert GRÖSSEN == ["S", "M"]
