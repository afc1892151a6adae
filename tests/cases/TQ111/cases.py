import unittest
from unittest import TestCase as Case

import django.test
from elsewhere import Base


def setUpmodule():  # TQ111
    connect("日本")


def TearDownModule():  # TQ111
    connect(None)


def Setup_function(function):  # TQ111
    connect(function)


class CartTest(unittest.TestCase):
    def setUpClass(cls):  # TQ111
        cls.cart = 1

    def tearDownClass(self):  # TQ111
        self.cart = 1

    @classmethod
    def setUpclass(cls):  # TQ111
        cls.cart = 1

    def setup(self):  # TQ111
        self.cart = 1

    def Teardown(self):  # TQ111
        self.cart = 1

    def test_total(self):
        self.assertEqual(self.cart, 1)


class DataTest(django.test.TestCase):
    def setUpTestData(cls):  # TQ111
        cls.cart = 1

    def test_total(self):
        self.assertEqual(self.cart, 1)


class AsyncTest(unittest.IsolatedAsyncioTestCase):
    async def asyncSetup(self):  # TQ111
        self.cart = 1

    async def test_total(self):
        self.assertEqual(await total(), 1)


class RightTest(Case):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()

    @staticmethod
    def tearDownClass():
        connect(None)

    def setUp(self):
        self.cart = 1

    def setup_method(self, method):
        self.cart = 1

    def test_total(self):
        self.assertEqual(self.cart, 1)


class OldStyleTest(unittest.TestCase):
    def setUpClass(cls):
        cls.cart = 1

    setUpClass = classmethod(setUpClass)

    def tearDownClass(*ignored):
        connect(None)

    def test_total(self):
        self.assertEqual(self.cart, 1)


class UnknownTest(Base, unittest.TestCase):
    def setup(self):
        self.cart = 1

    def setUpClass(cls):
        cls.cart = 1

    def test_total(self):
        self.assertEqual(self.cart, 1)


class TestMixin:
    def setUp(self):
        self.cart = 1

    def test_mixed(self):
        self.assertEqual(self.cart, 1)


class MixedTest(TestMixin, unittest.TestCase):
    pass
