from test_cart import tets_named


async def tets_total(order):  # TQ112
    assert await order.total() == 1


def test_order(order):
    tets_named(order)
