"""A mock that the test has put on an object of the code answers as it was told."""

import unittest
from unittest.mock import AsyncMock, MagicMock, Mock

from shop import Cart, Client, Service


def test_method_replaced():
    cart = Cart()
    cart.total = MagicMock(return_value=3)
    assert cart.total() == 3  # TQ219


async def test_coroutine_replaced():
    client = Client()
    client.get = AsyncMock(return_value={"größe": 1})
    assert await client.get("/x") == {"größe": 1}  # TQ219


class ServiceTest(unittest.TestCase):
    def setUp(self):
        self.service = Service()

    def test_replaced(self):
        self.service.fetch = Mock(return_value={"größe": 1})
        self.assertEqual(self.service.fetch("x")["größe"], 1)  # TQ219

    def test_used_by_the_code(self):
        self.service.fetch = Mock(return_value=3)
        self.assertEqual(self.service.total(), 3)

    def test_code_ran_meanwhile(self):
        self.service.fetch = Mock(return_value=3)
        self.service.reconnect()
        self.assertEqual(self.service.fetch(), 3)

    def test_property_asks_it(self):
        self.service.create_loop = Mock()
        assert self.service.loop is self.service.create_loop()
        assert self.service._loop is self.service.create_loop()
