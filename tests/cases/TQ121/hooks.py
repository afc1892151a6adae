import unittest
from unittest.mock import patch

import pytest


class CartTest(unittest.TestCase):
    def setUp(self, tmp_path):  # TQ121
        self.path = tmp_path

    def tearDown(self, hard=False):
        remove(self.path)

    def test_total(self):
        self.assertEqual(total(self.path), 42)

    def test_tax(self):
        self.assertEqual(tax(self.path), 42)


class AsyncCartTest(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self, client):  # TQ121
        self.client = client

    async def test_total(self):
        self.assertEqual(await self.client.total(), 42)


class PatchedTest(unittest.TestCase):
    @patch("shop.open")
    def setUp(self, opened):
        self.opened = opened

    def test_total(self):
        self.assertEqual(total(self.opened), 42)


class FixtureTest(unittest.TestCase):
    @pytest.fixture(autouse=True)
    def setUp(self, client):
        self.client = client

    def test_total(self):
        self.assertEqual(total(self.client), 42)


class ClassHookTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls, request):  # TQ121
        cls.shop = open_shop(request)

    @classmethod
    @patch("shop.close")
    def tearDownClass(cls, closed):
        cls.shop.leave()

    def test_total(self):
        self.assertEqual(total(self.shop), 42)
