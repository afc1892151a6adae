import unittest

from shop import tax


class TaxChecks:
    def check(self, amount):
        self.assertEquals(tax(amount), 1)  # TQ854


class LooseChecks:
    def check(self, amount):
        self.failUnless(tax(amount))


class TaxTest(TaxChecks, unittest.TestCase):
    def test_tax(self):
        self.check(1)


class TestLoose(LooseChecks):
    def test_tax(self):
        self.check(1)
