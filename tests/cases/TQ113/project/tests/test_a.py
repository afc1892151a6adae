def check_shared(cart):
    assert cart.total == 1


def check_alone(cart):  # TQ113
    assert cart.total == 1
