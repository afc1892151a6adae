import asyncio
import asyncio as aio
import unittest
from asyncio import create_task, ensure_future

import pytest


async def test_dropped(job):
    asyncio.create_task(job.run())  # TQ511
    aio.ensure_future(job.run())  # TQ511
    _ = create_task(job.run())  # TQ511
    forgotten: asyncio.Task = create_task(job.run())  # TQ511
    many = [create_task(job.run()) for _ in range(3)]  # TQ511
    assert await job.état() == "日本"


async def test_only_looked_at(job):
    task = asyncio.create_task(job.run())  # TQ511
    assert not task.done()
    task.set_name("job")
    assert await job.first() == 1


async def test_looked_after(job, server):
    awaited = asyncio.create_task(job.run())
    cancelled = asyncio.create_task(job.run())
    gathered = asyncio.create_task(job.run())
    waited = [asyncio.create_task(job.run()) for _ in range(3)]
    handed = ensure_future(job.run())
    called = ensure_future(job.run())
    server.task = asyncio.create_task(job.run())
    server.tasks["a"] = asyncio.create_task(job.run())
    server.add(asyncio.create_task(job.run()))
    await asyncio.create_task(job.run())
    await asyncio.gather(gathered, create_task(job.run()))
    await asyncio.wait(waited)
    called.add_done_callback(server.done)
    server.add(handed)
    cancelled.cancel()
    assert await awaited == 1


async def test_finally(job):
    task = asyncio.create_task(job.run())
    try:
        assert await job.first() == 1
    finally:
        task.cancel()


async def test_claimed_to_be_done(job):
    task = asyncio.create_task(job.run())
    await job.finish()
    assert task.done()


async def test_task_group(job):
    async with asyncio.TaskGroup() as group:
        group.create_task(job.run())
    assert job.done is True


async def test_all_tasks(job):
    asyncio.create_task(job.run())
    await asyncio.gather(*(task for task in asyncio.all_tasks() if task is not asyncio.current_task()))
    assert job.done is True


async def test_workload(server):
    async def handler(request):
        asyncio.create_task(request.log())

    assert await server.run(handler) == 1


async def test_spawn_is_refused(job):
    with pytest.raises(TypeError):
        asyncio.ensure_future(job)


def test_sync(loop, job):
    asyncio.ensure_future(job.run(), loop=loop)  # TQ511
    assert loop.run_until_complete(job.first()) == 1


@pytest.fixture
async def consumer(job):
    task = asyncio.create_task(job.run())
    yield job
    task.cancel()


@pytest.fixture
async def leaking_consumer(job):
    asyncio.create_task(job.run())  # TQ511
    return job


class Case(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.task = asyncio.create_task(run())

    async def test_run(self):
        asyncio.create_task(run())  # TQ511
        self.assertEqual(await first(), 1)


async def test_asked_whether_it_still_runs(worker):
    task = asyncio.create_task(worker.run())  # TQ511
    await asyncio.sleep(0)
    assert task.done() is False


async def test_many_at_once():
    [asyncio.create_task(work(number)) for number in range(3)]  # TQ511
    assert await ready() == 3
