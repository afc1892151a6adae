import asyncio

import anyio


async def _until_closed(stall):
    while not stall.closed:
        await anyio.sleep(0.01)


async def _until_open(stall):
    while not stall.open:
        await asyncio.sleep(0.01)


async def _until_empty(stall):
    while stall.goods:
        await anyio.sleep(0.01)  # TQ505


async def _a_while(stall):
    await anyio.sleep(0.1)  # TQ505
    stall.look()


async def test_closes(stall):
    with anyio.fail_after(5):
        await stall.close()
        await _until_closed(stall)
    assert stall.goods == []


async def test_closes_twice(stall):
    with anyio.fail_after(5):
        await _until_closed(stall)
        await _a_while(stall)
    assert stall.goods == ["größe"]


async def test_opens(stall):
    await asyncio.wait_for(_until_open(stall), 5)
    assert stall.goods == ["tea"]


async def test_sells(stall):
    with anyio.fail_after(5):
        await _until_empty(stall)
    assert stall.till == 12


async def test_sells_slowly(stall):
    await _until_empty(stall)
    assert stall.till == 12
