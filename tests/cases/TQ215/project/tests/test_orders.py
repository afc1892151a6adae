import shop
from shop import orders as o
from shop.orders import Client as C, fetch as get_order, total


async def test_imported(cart):
    get_order(cart)  # TQ215
    assert o.fetch(cart) == 6  # TQ215
    shop.fetch(cart)  # TQ215
    assert total(cart) == 6


async def test_method():
    client = C()
    client.get("/")  # TQ215
    client.close()
    assert await client.get("/") == "/"
