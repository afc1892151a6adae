import asyncio
import unittest

import pytest


async def load(name="größe"):
    return name


@pytest.fixture
async def loaded():
    load()  # TQ215
    yield await load()
    load("again")  # TQ215


@pytest.fixture
def task(event_loop):
    return event_loop.create_task(load())


@pytest.fixture
def made():
    return load()


async def fill(shelf):
    load(shelf)  # TQ215
    await load(shelf)
    return load(shelf)


class LoadTest(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        load()  # TQ215
        await load()
        self.coming = load()

    def tearDown(self):
        asyncio.run(load())

    async def test_load(self):
        self.assertEqual(await self.coming, "größe")


async def test_fixtures(loaded, task, made):
    assert await fill(loaded) == await task == await made


async def test_warning_of_the_helper():
    async def forget():
        with pytest.warns(RuntimeWarning):
            load()

    await forget()


IS_SYNC = False


class Suite:
    async def fill(self):
        return await load()

    def run(self):
        if IS_SYNC:
            self.fill()
        else:
            asyncio.run(self.fill())

    def run_all(self):
        if IS_SYNC:
            self.fill()  # TQ215
        else:
            asyncio.run(load())
