from concurrent.futures import ThreadPoolExecutor, as_completed
from threading import Thread

from shop import worker


def test_list():
    with ThreadPoolExecutor() as pool:
        futures = [pool.submit(worker.run, i) for i in range(3)]
        results = [future.result() for future in futures]  # TQ509
    assert results == [1, 2, 3]


def test_generator():
    with ThreadPoolExecutor() as pool:
        futures = [pool.submit(worker.run, i) for i in range(3)]
        assert sorted(future.result() for future in futures) == [1, 2]  # TQ509


def test_threads():
    threads = [Thread(target=worker.run) for _ in range(3)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]  # TQ509
    assert worker.done() == 3


def test_limited():
    with ThreadPoolExecutor() as pool:
        futures = [pool.submit(worker.run, i) for i in range(3)]
        assert sorted(future.result() for future in as_completed(futures)) == [1, 2]
        assert sorted(future.result(timeout=3) for future in futures) == [1, 2]
