import unittest

import pytest
import pytest as pt
from pytest import mark

from elsewhere import asynchronous


async def test_total():  # TQ107
    assert await total("日本") == 1


@pytest.mark.slow
@mark.parametrize("name", ["a"])
async def test_marked_otherwise(name):  # TQ107
    assert await total(name) == 1


class TestCart:
    async def test_total(self):  # TQ107
        assert await total() == 1

    @pt.mark.asyncio
    async def test_own_mark(self):
        assert await total() == 1


@mark.anyio
class TestMarked:
    async def test_total(self):
        assert await total() == 1


class TestClassMark:
    pytestmark = [mark.trio]

    async def test_total(self):
        assert await total() == 1


class TestInherited(TestClassMark):
    async def test_more(self):
        assert await total() == 1


needs_loop = pytest.mark.asyncio(loop_scope="module")


@needs_loop
async def test_by_name():
    assert await total() == 1


@asynchronous
async def test_decorated():
    assert await total() == 1


async def test_with_backend(anyio_backend):
    assert await total() == 1


@pytest.fixture
async def loaded():
    return await total()


class CartTest(unittest.IsolatedAsyncioTestCase):
    async def test_total(self):
        self.assertEqual(await total(), 1)


def test_plain():
    async def test_inner():
        return 1

    assert run(test_inner()) == 1


@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_of_a_backend(anyio_backend):
    assert await total(anyio_backend) == 42


@pytest.fixture
def shop_client(aiohttp_client):
    return aiohttp_client(shop())


async def test_with_a_fixture_of_a_runner(aiohttp_client):
    client = await aiohttp_client(shop())
    assert (await client.get("/")).status == 200


async def test_with_a_fixture_that_asks_for_one(shop_client):
    client = await shop_client
    assert (await client.get("/")).status == 200


async def test_with_another_fixture(tmp_path):  # TQ107
    assert await total(tmp_path) == 1
