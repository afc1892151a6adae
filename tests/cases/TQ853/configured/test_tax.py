import unittest

from django.test import TestCase
from tornado.testing import AsyncHTTPTestCase

from outside import Base
from shop import tax


class TaxTest(unittest.TestCase):
    def setUp(self):  # TQ853
        super().setUp()
        self.rate = 1

    def tearDown(self):  # TQ853
        tax(0)

    @classmethod
    def setUpClass(cls):  # TQ853
        cls.rate = 1

    @classmethod
    def tearDownClass(cls):  # TQ853
        tax(0)

    def test_tax(self):
        assert tax(1) == self.rate


class AsyncTest(unittest.IsolatedAsyncioTestCase):
    def setUp(self):  # TQ853
        self.rate = 1

    async def test_tax(self):
        assert await tax(1) == self.rate


class PageTest(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.rate = 1

    @classmethod
    def setUpClass(cls):
        super().setUpClass()

    def setUp(self):  # TQ853
        self.page = 1

    def test_tax(self):
        assert tax(1) == self.rate


class ServerTest(AsyncHTTPTestCase):
    def setUp(self):
        super().setUp()

    def test_tax(self):
        assert tax(1) == 1


class OutsideTest(Base, unittest.TestCase):
    def setUp(self):
        super().setUp()
        self.rate = 1

    def test_tax(self):
        assert tax(1) == 1


class CommonCase(unittest.TestCase):
    def setUp(self):
        self.rate = 1


class DerivedTest(CommonCase):
    def setUp(self):
        super().setUp()

    def test_tax(self):
        assert tax(1) == self.rate


class TestPlain:
    def setup_method(self):
        self.rate = 1

    def test_tax(self):
        assert tax(1) == self.rate
