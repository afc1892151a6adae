import unittest
from unittest import mock

from django.test import TestCase as DjangoTestCase

from outside import OtherCase
from shop import tax


class TestTax(unittest.TestCase):
    rate = 1

    @mock.patch("shop.rates")
    @unittest.skip("x")
    def test_tax(self, rates):
        self.assertEqual(tax(1), self.rate)
        with self.assertRaises(ValueError):
            self.check(-1)

    def check(self, amount):
        self.assertTrue(tax(amount))


class HookTest(unittest.TestCase):
    def setUp(self):
        self.rate = 1

    def test_tax(self):
        self.assertEqual(tax(1), self.rate)


class SubTest(unittest.TestCase):
    def test_tax(self):
        with self.subTest("a"):
            self.assertEqual(tax(1), 1)


class CleanupTest(unittest.TestCase):
    def test_tax(self):
        self.addCleanup(tax, 1)
        self.assertEqual(tax(1), 1)


class PassedOn(unittest.TestCase):
    def test_tax(self):
        tax(self)


class DiffTest(unittest.TestCase):
    maxDiff = None

    def test_tax(self):
        self.assertEqual(tax(1), 1)


class PageTest(DjangoTestCase):
    def test_page(self):
        self.assertEqual(tax(1), 1)


class OutsideTest(OtherCase):
    def test_page(self):
        self.assertEqual(tax(1), 1)


class AsyncTest(unittest.IsolatedAsyncioTestCase):
    async def test_page(self):
        self.assertEqual(await tax(1), 1)


class BaseTest(unittest.TestCase):
    def test_tax(self):
        self.assertEqual(tax(1), 1)


class NoTests(unittest.TestCase):
    rate = 1
