import asyncio
import timeit
import unittest
from time import perf_counter
from unittest import mock

from shop import search, wait

LIMIT = 0.5


async def test_running_loop():
    loop = asyncio.get_running_loop()
    begun = loop.time()
    await search("größe")
    assert loop.time() - begun < 1  # TQ507
    took = loop.time() - begun
    assert took <= LIMIT  # TQ507
    assert 0.3 > took  # TQ507
    assert took >= 0.1
    assert took < 60


async def test_asked_each_time():
    begun = asyncio.get_event_loop().time()
    await wait(0.1)
    end = asyncio.get_event_loop().time()
    assert end - begun < 0.2  # TQ507
    assert end - begun >= 0.1


async def test_against_another_duration():
    loop = asyncio.get_running_loop()
    begun = loop.time()
    await search("tea")
    first = loop.time() - begun
    second = loop.time() - begun
    assert first < second
    assert loop.time() - search.begun < search.limit


def test_loop_fixture(event_loop):
    begun = event_loop.time()
    event_loop.run_until_complete(search("tea"))
    assert event_loop.time() - begun < 1  # TQ507


def test_loop_that_is_a_double():
    loop = mock.Mock()
    begun = loop.time()
    search("tea", loop)
    assert loop.time() - begun < 1


def test_time_of_other_things(race):
    begun = race.time()
    search("tea")
    assert race.time() - begun < 1


class LoopTests(unittest.IsolatedAsyncioTestCase):
    async def test_search(self):
        loop = asyncio.get_running_loop()
        begun = loop.time()
        await search("tea")
        self.assertLess(loop.time() - begun, 1)  # TQ507
        self.assertGreater(loop.time() - begun, 0)


def test_timeit():
    assert timeit.timeit(lambda: search("tea"), number=3) < 1  # TQ507
    took = timeit.timeit("search('tea')", number=3)
    assert took < LIMIT  # TQ507
    assert took > 0
    assert took < timeit.timeit("wait(1)", number=3)


def seconds_of(call):
    begun = perf_counter()
    call()
    return perf_counter() - begun


def test_function_that_measures():
    assert seconds_of(search) < 1  # TQ507
    took = seconds_of(search)
    assert took < 0.5  # TQ507
    assert took >= 0.1
    assert took < seconds_of(wait)


def test_function_of_the_code():
    assert search.seconds_of(wait) < 1
