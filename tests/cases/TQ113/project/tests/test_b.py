from tests.test_a import check_shared


def test_total(cart):
    check_shared(cart)


def check_alone(order):  # TQ113
    assert order.total == 1
