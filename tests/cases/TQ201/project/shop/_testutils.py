def assert_unpaid(pay, cart):
    before = dict(cart)
    pay(cart)
    if before != cart:
        raise ValueError("paid")
