def test_total(cart):
    return cart.total() == 6 if cart else False  # TQ209
