import unittest

from shop import tax
from shop.testing import Comparing


class TaxChecks:
    rate = 1

    def check(self, amount):
        self.assertEqual(tax(amount), self.rate)  # TQ850

    def check_total(self, amount):
        self.assertSmall(amount)


class OwnChecks:
    def check(self, amount):
        self.assertEqual(tax(amount), 1)

    def assertEqual(self, left, right):
        assert left is right


class SharedChecks:
    def check(self, amount):
        self.assertEqual(tax(amount), 1)


class PlainChecks:
    def check(self, amount):
        self.assertEqual(tax(amount), 1)


class TaxTest(TaxChecks, unittest.TestCase):
    def test_tax(self):
        self.check(1)


class OtherTaxTest(TaxChecks, unittest.TestCase):
    rate = 2

    def test_tax(self):
        self.check(2)


class OwnTest(OwnChecks, unittest.TestCase):
    def test_tax(self):
        self.check(1)


class SharedTest(SharedChecks, unittest.TestCase):
    def test_tax(self):
        self.check(1)


class StrictTest(SharedChecks, unittest.TestCase):
    def assertEqual(self, left, right, msg=None):
        assert left is right, msg

    def test_tax(self):
        self.check(1)


class TestPlain(PlainChecks, Comparing):
    def test_tax(self):
        self.check(1)
