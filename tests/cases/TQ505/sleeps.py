import asyncio
import asyncio as aio
import threading
import time
import unittest
from time import sleep
from unittest import mock as m

import anyio
import pytest as pt
import trio

NOTHING = 0
PAUSE = 0.2


def test_plain(worker):
    worker.start()
    time.sleep(2)  # TQ505
    sleep(0.1)  # TQ505
    sleep(PAUSE)  # TQ505
    sleep(worker.pause)  # TQ505
    assert worker.état == "日本"


async def test_async(worker):
    await asyncio.sleep(1)  # TQ505
    await aio.sleep(delay=1)  # TQ505
    await anyio.sleep(1)  # TQ505
    await trio.sleep(1)  # TQ505
    assert await worker.run() == 1


def test_through_the_loop(loop, worker):
    loop.run_until_complete(asyncio.sleep(0.1))  # TQ505
    asyncio.run(asyncio.sleep(0.1))  # TQ505
    assert worker.done is True


def test_zero_gives_way(worker):
    time.sleep(0)
    sleep(0.0)
    sleep(NOTHING)
    assert worker.done is True


async def test_zero_gives_way_async(worker):
    await asyncio.sleep(0)
    await trio.sleep(0)
    assert worker.done is True


def test_other_sleep(worker):
    worker.sleep(3)
    assert worker.done is True


def test_poll_with_deadline(worker):
    deadline = time.monotonic() + 3
    while not worker.done:
        if time.monotonic() > deadline:
            pt.fail("too late")
        time.sleep(0.1)
    assert worker.result == 3


def test_poll_with_count(worker):
    for _ in range(30):
        if worker.done:
            break
        time.sleep(0.1)
    else:
        raise TimeoutError
    tries = 0
    while not worker.done:
        tries += 1
        assert tries < 30
        time.sleep(0.1)
    assert worker.result == 3


def test_poll_that_asks_again(worker):
    found = worker.find()
    for _ in range(5):
        if "answer" not in found:
            time.sleep(1)
            found = worker.find()
    assert found["answer"] == 3


def test_one_more_look_at_each(worker):
    for step in worker.steps:
        found = step.find()
        if not found:
            time.sleep(1)  # TQ505
            found = step.find()
        assert found == 3


def test_pause_on_a_condition_that_stays(worker):
    for step in worker.steps:
        if worker.is_slow:
            time.sleep(1)  # TQ505
        step.run()
    assert worker.result == 3


def test_loop_without_exit(worker):
    for step in worker.steps:
        time.sleep(0.1)  # TQ505
        step.run()
    assert worker.result == 3


async def test_poll_under_timeout(worker):
    async with asyncio.timeout(3):
        while not worker.done:
            await asyncio.sleep(0.1)
    with trio.fail_after(3):
        while True:
            await trio.sleep(0.1)
            if worker.done:
                break
    assert worker.result == 3


async def test_pause_under_timeout(worker):
    async with asyncio.timeout(30):
        await asyncio.sleep(0.1)  # TQ505
        await worker.run()
    assert worker.result == 3


@m.patch("time.sleep")
def test_patched(sleep_mock, worker):
    time.sleep(3)
    assert worker.done is sleep_mock


def test_monkeypatched(worker, monkeypatch):
    monkeypatch.setattr(time, "sleep", lambda seconds: None)
    time.sleep(3)
    assert worker.done is True


def test_patched_in_the_product(worker, mocker):
    mocker.patch("worker.queue.sleep")
    sleep(3)
    assert worker.done is True


async def test_workload(runner):
    async def slow():
        await asyncio.sleep(3)
        return 3

    def blocking():
        time.sleep(1)

    assert await runner.run(slow) == 3
    assert await runner.run(slow()) == 3
    threading.Thread(target=blocking).start()
    assert await runner.run(lambda: time.sleep(1)) is None
    assert await runner.run(asyncio.sleep(1)) is None


async def test_sleep_is_cut(runner):
    with pt.raises(asyncio.TimeoutError):
        async with asyncio.timeout(0.1):
            await asyncio.sleep(1)
    with trio.move_on_after(0.1) as scope:
        await trio.sleep(1)
    assert scope.cancelled_caught is runner.cut
    with pt.raises(TimeoutError):
        await asyncio.wait_for(asyncio.sleep(3), 0.1)
    task = asyncio.create_task(asyncio.sleep(3))
    task.cancel()


async def test_sleep_to_be_cancelled(runner):
    runner.cancel_soon()
    try:
        await asyncio.sleep(3)
    except asyncio.CancelledError:
        pass
    await asyncio.sleep(3600)
    assert runner.cancelled == 1


async def test_nested_helper(worker):
    async def settle():
        await asyncio.sleep(0.1)  # TQ505

    await settle()
    assert worker.done is True


def test_main_in_asyncio_run(worker):
    async def main():
        worker.start()
        await asyncio.sleep(0.1)  # TQ505
        assert worker.done is True

    asyncio.run(main())


@pt.fixture
def started(worker):
    worker.start()
    time.sleep(1)  # TQ505
    yield worker
    time.sleep(1)  # TQ505


@pt.fixture
async def connected(worker):
    await asyncio.sleep(1)  # TQ505
    return worker


def wait_a_little():
    time.sleep(1)  # TQ505


def handler(request):
    time.sleep(1)
    return request


def decorated_task(app):
    @app.task
    def job():
        time.sleep(1)

    return job


def test_of_helpers(server, app):
    wait_a_little()
    server.handle(handler)
    assert server.answer == decorated_task(app)


class FakeServer:
    def answer(self):
        time.sleep(1)


class Case(unittest.TestCase):
    def setUp(self):
        self.server = FakeServer()
        time.sleep(1)  # TQ505

    def tearDown(self):
        time.sleep(1)  # TQ505

    def settle(self):
        sleep(1)  # TQ505

    def test_answer(self):
        self.settle()
        self.assertEqual(self.server.answer(), 1)
        if self.server.slow:
            sleep(  # TQ505
                3,
            )

    async def test_async(self):
        await asyncio.sleep(1)  # TQ505
        self.assertEqual(self.server.answer(), 1)


def test_poll_without_deadline(worker):
    while not worker.done:
        time.sleep(0.1)  # TQ505
    assert worker.result == 3


async def test_sleep_that_is_never_awaited(worker):
    asyncio.sleep(1)
    assert await worker.run() == 1


def test_timeout_of_the_product(worker):
    with worker.AlarmTimeout(3):
        time.sleep(0.01)  # TQ505
        worker.ran = True
    assert worker.seen == 1


async def test_workload_behind_a_wrapper(pool):
    async def work(number):
        await asyncio.sleep(0.1)
        return number

    async def wrapped(number):
        return await work(number)

    assert await pool.map(wrapped, [1, 2]) == [1, 2]


async def test_helper_behind_a_helper(worker):
    async def pause():
        await asyncio.sleep(1)  # TQ505

    async def settle():
        await pause()

    await settle()
    assert worker.done


async def test_workload_of_something_that_runs_jobs(scheduler):
    async def job():
        await asyncio.sleep(10)
        return 3

    assert await scheduler.run(job(), limit=1) == 3
    await scheduler.run(asyncio.sleep(10))
    assert scheduler.ran == 2


def test_sleep_is_interrupted(worker):
    heard = False
    worker.interrupt_after(0.1)
    try:
        time.sleep(5)
    except:  # noqa: E722
        heard = True
    assert heard is True


def test_sleep_before_what_may_fail(worker):
    worker.start()
    try:
        time.sleep(1)  # TQ505
        worker.stop()
    except OSError:
        worker.kill()
    assert worker.state == "日本"


def test_timer_does_not_ring_early(timer):
    timer.set(0.1)
    assert timer.rings == 0
    time.sleep(0.09)  # TQ505
    assert timer.rings == 0
