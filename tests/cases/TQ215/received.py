import unittest
from unittest.mock import AsyncMock

import pytest


class Client:
    async def get(self, path):
        return path

    async def send(self, path):
        return path

    def close(self):
        pass


class SlowClient:
    def get(self, path):
        return path


@pytest.fixture
def client():
    yield Client()


@pytest.fixture
def either(request):
    if request.param:
        return Client()
    return SlowClient()


@pytest.fixture(name="slow")
def slow_client():
    return SlowClient()


async def test_fixture(client, either, slow):
    client.get("größe")  # TQ215
    assert client.get("/") == "/"  # TQ215
    assert await client.get("/") == "/"
    client.close()
    either.get("/")
    slow.get("/")


@pytest.mark.parametrize("client", [SlowClient()])
def test_parameter(client):
    client.get("/")


class ClientTest(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.client = Client()
        self.slow = SlowClient()
        self.mock = AsyncMock()

    async def test_attribute(self):
        self.client.get("/")  # TQ215
        self.assertEqual(self.client.get("/"), "/")  # TQ215
        self.assertEqual(await self.client.get("/"), "/")
        self.slow.get("/")
        self.mock.get("/")


class ReplacedTest(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        self.client = Client()

    async def test_replaced(self):
        self.client = SlowClient()
        self.client.get("/")


class TestCleared:
    def setup_method(self):
        self.client = Client()

    def teardown_method(self):
        self.client = None

    def test_cleared(self):
        self.client.get("/")  # TQ215


class TestPatched:
    def setup_method(self):
        self.client = Client()
        self.client.send = list

    def test_replaced_method(self):
        self.client.send("/")
        self.client.get("/")  # TQ215
