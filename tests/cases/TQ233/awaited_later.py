"""A gather that has a name and is waited for further down."""

import asyncio

from shop import fetch, stock


async def test_waited_for():
    größe = asyncio.gather(fetch("a"), fetch("b"), return_exceptions=True)  # TQ233
    await größe
    assert stock() == 2


async def test_results_read():
    future = asyncio.gather(fetch("a"), fetch("b"), return_exceptions=True)
    results = await future
    assert results == [1, 2]


async def test_cancelled():
    future = asyncio.gather(fetch("a"), fetch("b"), return_exceptions=True)
    future.cancel()
    await future
    assert stock() == 0
