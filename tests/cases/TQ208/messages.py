def test_total(cart):
    cart.add("apple", 3)
    cart.total() == 6, "wrong total"  # TQ208


def test_name(cart):
    "apple" in cart.names(), f"no apple in {cart}"  # TQ208


def test_pair(cart):
    cart.total() == 6, cart.close()
    assert cart.total() == 6


def test_parentheses(cart):
    (cart.total() == 6, "wrong total")  # TQ208
