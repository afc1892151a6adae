import asyncio
import asyncio as aio
import unittest
from asyncio import gather


async def test_statement(shop):
    await asyncio.gather(shop.order("größe"), return_exceptions=True)  # TQ233
    assert shop.orders == 1


async def test_unread(shop):
    results = await gather(shop.order(1), shop.order(2), return_exceptions=True)  # TQ233
    assert shop.orders == 2


def test_run(shop, loop):
    loop.run_until_complete(aio.gather(shop.order(1), return_exceptions=True))  # TQ233
    assert shop.orders == 1


class ShopTest(unittest.IsolatedAsyncioTestCase):
    async def test_case(self):
        await asyncio.gather(self.shop.order(1), return_exceptions=True)  # TQ233
        self.assertEqual(self.shop.orders, 1)


async def test_read(shop):
    results = await asyncio.gather(shop.order(1), return_exceptions=True)
    assert results == [1]


async def test_raising(shop):
    await asyncio.gather(shop.order(1), shop.order(2))
    await asyncio.gather(shop.order(1), return_exceptions=False)
    assert await asyncio.gather(shop.order(1), return_exceptions=True) == [1]


async def test_handed_on(shop):
    check_all(await asyncio.gather(shop.order(1), return_exceptions=True))


async def test_cancelled(shop):
    tasks = [asyncio.create_task(shop.order(n)) for n in range(2)]
    assert shop.orders == 0
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def test_finally(shop):
    tasks = [asyncio.create_task(shop.order(n)) for n in range(2)]
    try:
        assert await shop.orders() == 0
    finally:
        await asyncio.gather(*tasks, return_exceptions=True)


async def test_waits_for_what_is_left(shop):
    assert await shop.order(1) == 1
    await asyncio.gather(*shop._tasks, return_exceptions=True)


async def test_waits_for_its_own(shop):
    tasks = [asyncio.create_task(shop.order(number)) for number in range(3)]
    await asyncio.gather(*tasks, return_exceptions=True)  # TQ233


async def test_waits_in_between(shop):
    await asyncio.gather(*shop.tasks, return_exceptions=True)  # TQ233
    assert shop.orders == 1


async def test_tasks_are_asked(shop):
    task = asyncio.create_task(shop.order(1))
    await asyncio.gather(task, return_exceptions=True)
    assert task.result() == 1


async def test_each_task_is_asked(shop):
    tasks = [asyncio.create_task(shop.order(number)) for number in range(3)]
    await asyncio.gather(*tasks, return_exceptions=True)
    assert [task.exception() for task in tasks] == [None] * 3


async def test_kept_task_is_asked(shop):
    shop.task = asyncio.create_task(shop.order("größe"))
    await asyncio.gather(shop.task, return_exceptions=True)
    assert shop.task.done()


async def test_tasks_are_asked_before(shop):
    task = asyncio.create_task(shop.order(1))
    assert not task.done()
    await asyncio.gather(task, return_exceptions=True)  # TQ233
    assert shop.orders == 1
