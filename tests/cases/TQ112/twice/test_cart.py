def tets_total(cart):  # TQ112
    assert cart.total == 1


def tets_named(cart):
    assert cart.total == 1
