import asyncio
import asyncio as aio
import threading
import unittest
from asyncio import run
from unittest.mock import patch

import pytest


async def test_run(cart):
    assert asyncio.run(cart.total()) == 42  # TQ516
    assert run(cart.total()) == "日本"  # TQ516
    loop = aio.new_event_loop()
    loop.run_until_complete(cart.total())  # TQ516
    asyncio.get_event_loop().run_until_complete(cart.total())  # TQ516


@pytest.fixture
async def filled(cart):
    await cart.add("tea")
    return cart


@pytest.fixture
def empty(cart):
    return cart


def test_async_fixture(filled):
    assert asyncio.run(filled.total()) == 42  # TQ516


def test_sync_fixture(empty):
    assert asyncio.run(empty.total()) == 42


def test_loop_of_the_fixture(event_loop, filled):
    assert event_loop.run_until_complete(filled.total()) == 42


def test_sync(cart):
    loop = asyncio.new_event_loop()
    assert loop.run_until_complete(cart.total()) == asyncio.run(cart.total())


async def test_in_a_thread(cart):
    def work():
        asyncio.run(cart.total())

    thread = threading.Thread(target=work)
    thread.start()
    await asyncio.to_thread(lambda: asyncio.run(cart.total()))
    await asyncio.to_thread(asyncio.run, cart.total())
    assert cart.seen == 1


async def test_refused(cart):
    with pytest.raises(RuntimeError):
        asyncio.run(cart.total())


async def test_patched(cart):
    with patch("cart.main.asyncio.run"):
        asyncio.run(cart.total())
    assert cart.seen == 1


class Case(unittest.IsolatedAsyncioTestCase):
    async def test_total(self):
        self.assertEqual(asyncio.run(total()), 42)  # TQ516

    def test_sync(self):
        self.assertEqual(asyncio.run(total()), 42)


@pytest.mark.asyncio
async def test_marked(cart):
    assert asyncio.run(cart.total()) == 42  # TQ516


@pytest.mark.asyncio
async def test_marked_and_patched(cart, mocker):
    mocker.patch("asyncio.run")
    assert asyncio.run(cart.total()) == 42
