import time
import unittest
from datetime import datetime, timedelta
from time import monotonic, perf_counter

import pytest
from freezegun import freeze_time

from shop import search, wait

LIMIT = 0.5


def test_upper_bounds():
    start = time.time()
    search("é")
    assert time.time() - start < 1  # TQ507
    elapsed = time.time() - start
    assert elapsed < 1.5  # TQ507
    assert elapsed <= LIMIT  # TQ507
    assert 2 > elapsed  # TQ507
    assert 0.1 < elapsed < 0.3  # TQ507
    assert not elapsed > 3  # TQ507
    assert elapsed == 0  # TQ507


def test_other_clocks():
    begun = perf_counter()
    search("tea")
    assert perf_counter() - begun < 1  # TQ507
    begun = monotonic()
    search("tea")
    took = monotonic() - begun
    assert took * 1000 < 5, took  # TQ507
    first = datetime.now()
    search("tea")
    assert datetime.now() - first < timedelta(seconds=1)  # TQ507
    assert (datetime.now() - first).total_seconds() < 1  # TQ507


async def test_async():
    start = time.perf_counter()
    await search("tea")
    assert time.perf_counter() - start < 1  # TQ507


def test_lower_bound():
    start = time.monotonic()
    wait(0.1)
    assert time.monotonic() - start >= 0.1
    assert 0.1 <= time.monotonic() - start


@pytest.mark.slow
def test_marked_slow():
    start = time.monotonic()
    search("tea")
    assert time.monotonic() - start < 1


@pytest.mark.performance
class TestPerformance:
    def test_search(self):
        start = time.monotonic()
        search("tea")
        assert time.monotonic() - start < 1


@pytest.mark.benchmark
def test_benchmark():
    start = time.monotonic()
    search("tea")
    assert time.monotonic() - start < 1


@freeze_time("2020-01-01", auto_tick_seconds=1)
def test_frozen():
    start = time.time()
    search("tea")
    assert time.time() - start < 5


def test_monkeypatched(monkeypatch):
    monkeypatch.setattr(time, "monotonic", iter([1, 2]).__next__)
    start = time.monotonic()
    search("tea")
    assert time.monotonic() - start < 5


def test_against_a_measured_bound():
    start = time.monotonic()
    search("tea")
    first = time.monotonic() - start
    start = time.monotonic()
    search("tea")
    assert time.monotonic() - start < first


def test_stop_against_hanging():
    start = monotonic()
    search("tea")
    assert monotonic() - start < 60
    assert 30 > time.monotonic() - start
    assert (monotonic() - start) * 1000 < 100  # TQ507
    assert time.monotonic_ns() - start < 5000  # TQ507
    assert monotonic() - start < 29  # TQ507


def test_duration_of_the_product():
    assert search("tea").seconds < 3


class Case(unittest.TestCase):
    def test_search(self):
        start = time.time()
        search("tea")
        elapsed = time.time() - start
        self.assertLess(elapsed, 1)  # TQ507
        self.assertTrue(elapsed < 1)  # TQ507
        self.assertGreater(1, elapsed)  # TQ507
        self.assertAlmostEqual(elapsed, 0.1, places=1)  # TQ507
        self.assertGreaterEqual(elapsed, 0.1)


def test_about_as_long_as_told():
    began = perf_counter()
    search("日本")
    assert perf_counter() - began == pytest.approx(1, abs=0.1)  # TQ507


class StartedInSetUp(unittest.TestCase):
    def setUp(self):
        self.began = monotonic()

    def test_search(self):
        search("日本")
        self.assertLess(monotonic() - self.began, 1)  # TQ507

    def test_wait(self):
        wait(0.1)
        self.assertGreaterEqual(monotonic() - self.began, 0.1)

    def test_other(self):
        self.assertLess(search(monotonic()), 1)


def test_loop_that_must_end(shop):
    began = time.monotonic()
    while not shop.closed:
        time.sleep(0.05)
        assert time.monotonic() - began < 5, "still open"
    assert shop.orders == []


async def test_messages_until_the_last(shop):
    began = perf_counter()
    while True:
        message = await shop.next_message()
        if message == "日本":
            break
        elapsed = perf_counter() - began
        assert elapsed < 2


def test_each_round_is_quick(shop):
    while shop.orders:
        began = time.monotonic()
        shop.serve()
        assert time.monotonic() - began < 0.5  # TQ507
    for _ in range(3):
        began = time.monotonic()
        shop.serve()
        assert time.monotonic() - began < 0.5  # TQ507


def test_loop_as_a_whole_is_quick(shop):
    began = time.monotonic()
    while shop.orders:
        shop.serve()
    assert time.monotonic() - began < 0.5  # TQ507
