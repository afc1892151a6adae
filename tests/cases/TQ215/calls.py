import asyncio
import contextlib
import unittest
from unittest.mock import patch

import pytest


async def fetch(cart):
    return cart.total


async def rows(cart):
    yield cart.total


@contextlib.asynccontextmanager
async def opened(cart):
    yield cart


class Client:
    async def get(self, path):
        return path

    def close(self):
        pass


async def test_statement(cart):
    fetch("größe")  # TQ215
    assert cart.total == 6


def test_sync(cart):
    fetch(cart)  # TQ215
    assert cart.total == 6


async def test_operand(cart):
    assert fetch(cart) == 6  # TQ215
    assert fetch(cart)  # TQ215
    assert fetch(cart) is not None, "no total"  # TQ215


async def test_method(cart):
    client = Client()
    client.get("/")  # TQ215
    assert client.get("/") == "/"  # TQ215


async def test_raises(cart):
    with pytest.raises(ValueError):
        fetch(cart)  # TQ215


async def test_local(cart):
    async def work():
        cart.pay()

    work()  # TQ215
    assert cart.paid


class CartTest(unittest.IsolatedAsyncioTestCase):
    async def load(self):
        return 6

    async def test_case(self):
        self.assertEqual(self.load(), 6)  # TQ215
        self.load()  # TQ215


# ------------------------------------------------------------ silent


async def test_awaited(cart, loop, nursery):
    await fetch(cart)
    assert await fetch(cart) == 6
    await asyncio.gather(fetch(cart), fetch(cart))
    asyncio.create_task(fetch(cart))
    task = fetch(cart)
    await task
    loop.run_until_complete(fetch(cart))
    nursery.start_soon(fetch, cart)
    assert asyncio.iscoroutine(fetch(cart))
    Client().close()
    async for row in rows(cart):
        assert row
    rows(cart)
    opened(cart)


def test_run(cart):
    assert asyncio.run(fetch(cart)) == 6


def test_warning(cart):
    with pytest.warns(RuntimeWarning):
        fetch(cart)


async def test_rebound(cart, fetch):
    fetch(cart)
    assert fetch(cart) == 6


@patch(__name__ + ".save")
async def test_patched(save, cart):
    save(cart)


async def save(cart):
    return cart


async def test_lambda(cart):
    cart.on_pay(lambda: fetch(cart))
    assert [fetch(cart)]
