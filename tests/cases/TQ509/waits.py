import asyncio
import multiprocessing
import multiprocessing as mp
import queue
import subprocess
import threading
import time
import unittest
from concurrent.futures import ThreadPoolExecutor
from queue import Queue
from subprocess import Popen
from threading import Event, Thread

import pytest
import trio


def test_threads(worker):
    thread = Thread(target=worker.run, daemon=True)
    thread.start()
    thread.join()  # TQ509
    thread.join(3)
    thread.join(timeout=3)
    thread.join(timeout=None)  # TQ509
    threads = [threading.Thread(target=worker.run) for _ in range(3)]
    for thread in threads:
        thread.start()
    others = []
    for number in range(3):
        others.append(mp.Process(target=worker.run, args=(number,)))
    for other in others:
        other.join()  # TQ509
    process = multiprocessing.Process(target=worker.run)
    process.join()  # TQ509
    process.kill()
    process.join()
    assert worker.état == "日本"


def test_list_of_threads(worker):
    workers = [threading.Thread(target=worker.run) for _ in range(3)]
    for item in workers:
        item.join()  # TQ509
    assert ",".join(worker.names) == "a,b"


def test_subclass(worker):
    class Own(threading.Thread):
        pass

    own = Own()
    own.start()
    own.join()  # TQ509
    assert worker.done is True


def test_queues(worker):
    results = Queue()
    worker.run(results)
    assert results.get() == 1  # TQ509
    assert results.get(True) == 1  # TQ509
    assert results.get(timeout=3) == 1
    assert results.get(True, 3) == 1
    assert results.get(False) == 1
    assert results.get(block=False) == 1
    assert results.get_nowait() == 1
    answers = queue.Queue()
    answers.put(3)
    assert worker.run(answers.get()) == 3
    assert {"a": 1}.get("a") == worker.seen


def test_events(worker):
    done = Event()
    worker.run(done.set)
    done.wait()  # TQ509
    assert done.wait(3) is True
    ready = threading.Event()
    ready.set()
    ready.wait()
    worker.wait()
    assert worker.seen == 1


def test_condition(worker):
    changed = threading.Condition()
    with changed:
        changed.wait()  # TQ509
        changed.wait(timeout=3)
        changed.wait_for(lambda: worker.done)  # TQ509
    assert worker.seen == 1


def test_futures(worker):
    with ThreadPoolExecutor() as pool:
        future = pool.submit(worker.run)
        assert future.result() == 1  # TQ509
        assert future.result(timeout=3) == 1
        assert pool.submit(worker.run).result() == 1  # TQ509
        later = pool.submit(worker.run)
    assert later.result() == 1


def test_subprocesses(command):
    subprocess.run(command)  # TQ509
    subprocess.run(command, timeout=3)
    subprocess.check_output(command)  # TQ509
    process = Popen(command)
    process.communicate()  # TQ509
    process.communicate(timeout=3)
    process.wait()
    other = Popen(command)
    other.wait()  # TQ509
    other.wait(3)
    other.kill()
    other.wait()
    assert command.seen == 1


def test_subprocess_with_stars(command, **options):
    assert subprocess.run(command, **options).returncode == 0


def test_patched_subprocess(command, mocker):
    mocker.patch("shop.service.subprocess.run")
    assert subprocess.run(command).returncode == 0


def test_polling(worker):
    while not worker.done:  # TQ509
        time.sleep(0.1)
    while True:  # TQ509
        if worker.done:
            break
        time.sleep(0.1)
    while not worker.done:  # TQ509
        pass
    assert worker.seen == 1


def test_polling_with_deadline(worker):
    end = time.monotonic() + 3
    while not worker.done and time.monotonic() < end:
        time.sleep(0.1)
    tries = 0
    while not worker.done:
        tries += 1
        assert tries < 9
        time.sleep(0.1)
    while worker.items:
        worker.items.pop()
    while not worker.done:
        worker.step()
    assert worker.seen == 1


async def test_async_waits(worker):
    done = asyncio.Event()
    worker.run(done.set)
    await done.wait()  # TQ509
    await asyncio.wait_for(done.wait(), 3)
    async with asyncio.timeout(3):
        await done.wait()
    task = asyncio.create_task(done.wait())
    task.cancel()
    items = asyncio.Queue()
    worker.run(items)
    assert await items.get() == 1  # TQ509
    while not worker.done:  # TQ509
        await asyncio.sleep(0)
    with trio.fail_after(3):
        while not worker.done:
            await trio.sleep(0.1)


def test_workers_may_wait(server):
    stop = Event()

    def serve():
        stop.wait()
        while not stop.is_set():
            time.sleep(0.1)

    server.run(serve)
    server.run(lambda: stop.wait())
    assert server.seen == 1


@pytest.mark.timeout(3)
def test_marked(worker):
    thread = Thread(target=worker.run)
    thread.join()
    assert worker.seen == 1


@pytest.mark.timeout(3)
class TestMarked:
    def test_join(self, worker):
        thread = Thread(target=worker.run)
        thread.join()
        assert worker.seen == 1


class Case(unittest.TestCase):
    def setUp(self):
        self.thread = Thread(target=run)
        self.thread.start()

    def tearDown(self):
        self.thread.join()  # TQ509

    def test_run(self):
        self.assertEqual(answer(), 1)


@pytest.fixture
def served(server):
    thread = Thread(target=server.run)
    thread.start()
    yield server
    server.stop()
    thread.join()  # TQ509


def test_thread_that_only_waits_for_an_event(dump):
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    assert thread.name in dump()
    stop.set()
    thread.join()


def test_thread_that_waits_for_another_event(dump):
    stop, other = threading.Event(), threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    other.set()
    thread.join()  # TQ509


def test_what_is_left_in_a_queue(worker):
    left = Queue()
    worker.run(left)
    rest = []
    while not left.empty():
        rest.append(left.get())
    if left.qsize() > 0 and worker.open:
        rest.append(left.get())
    while left.qsize():
        left.get()
    assert rest == ["日本"]


def test_other_queue_is_filled(worker):
    orders = Queue()
    refused = Queue()
    worker.run(orders, refused)
    rest = []
    while not orders.empty():
        rest.append(refused.get())  # TQ509
    while orders.empty():
        rest.append(orders.get())  # TQ509
    if not orders.empty():
        rest.append(1)
    else:
        rest.append(orders.get())  # TQ509
    assert rest == [1]


def test_server_that_is_shut_down(server):
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    assert server.ask("日本") == 3
    server.shutdown()
    thread.join()


def test_server_that_is_only_closed(server):
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    assert server.ask("日本") == 3
    server.server_close()
    thread.join()  # TQ509


def test_answer_breaks_off(answer):
    with pytest.raises(OSError):
        while answer.read(5):
            pass
    with pytest.raises(OSError):
        while answer.open:  # TQ509
            time.sleep(0.1)
    while answer.read(5):  # TQ509
        pass
