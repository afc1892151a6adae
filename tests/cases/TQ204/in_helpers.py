from shop import Cart


def check_sizes(block, cart):
    size = 0
    for item in block:
        size += item["size"]
    assert size == size  # TQ204
    assert size == cart.size


def test_sizes():
    check_sizes([{"size": 3}], Cart(3))
