def validate_cart(cart):
    if not cart.items:
        raise ValueError("empty")


def check_total(cart):
    assert cart.total >= 0


def pay(cart):
    cart.paid = True
