import unittest
from unittest import IsolatedAsyncioTestCase, TestCase

from django.test import TestCase as DjangoTestCase

from outside import OtherCase
from shop import tax


class TaxTest(unittest.TestCase):
    def check(self, value):
        self.assertEqual(value, 1)

    def test_equal(self):
        self.assertEqual(tax(1), 1)
        self.assertTrue(tax(1), "message")
        self.assertAlmostEqual(tax(1), 1, places=2)
        self.assertIsNone(tax(1)), self.assertIn(1, [tax(1)])
        with self.subTest("x"):
            self.assertRegex(tax(1), "a")

    def test_without_equal(self):
        with self.assertLogs("x"), self.assertNoLogs("y"):
            self.assertCountEqual([tax(1)], [1])
        self.fail("x")

    def test_nested(self):
        def inner():
            self.assertGreater(tax(1), 1)

        inner()

    def test_raises(self):
        with self.assertRaises(ValueError) as caught:  # TQ851
            tax(-1)
        self.assertRaisesRegex(ValueError, "negative", tax, -1)  # TQ851
        with self.assertWarns(DeprecationWarning):  # TQ851
            tax(0)
        assert caught.exception


class AsyncTest(IsolatedAsyncioTestCase):
    async def test_equal(self):
        self.assertEqual(await tax(1), 1)
        with self.assertRaises(ValueError):  # TQ851
            await tax(-1)


class PageTest(DjangoTestCase):
    def test_page(self):
        response = self.client.get("/")
        self.assertEqual(response.status_code, 200)
        self.assertContains(response, "x")
        self.assertQuerySetEqual([], [])
        with self.assertNumQueries(1):
            self.client.get("/")


class OwnTest(TestCase):
    def assertEqual(self, first, second):
        assert first == second

    def assertRaises(self, error):
        return error

    def test_own(self):
        self.assertEqual(tax(1), 1)
        self.assertRaises(ValueError)


class TestPlain:
    def test_plain(self, other):
        other.assertEqual(tax(1), 1)
        assert tax(1) == 1


def test_function(case):
    case.assertEqual(tax(1), 1)
