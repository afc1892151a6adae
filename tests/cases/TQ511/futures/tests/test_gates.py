import asyncio

from shop import gates


async def test_a_future_is_no_task():
    gate = gates.Gate()
    waiting = asyncio.ensure_future(gate.wait())
    assert not waiting.done()


async def test_a_coroutine_is_one():
    gate = gates.Gate()
    passing = asyncio.ensure_future(gate.pass_through())  # TQ511
    assert not passing.done()
