from shop.orders import place  # TQ103


def test_place():
    assert place(1) == 1
