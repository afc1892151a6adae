import shutil
import unittest

from shop import ledger, till


class ShopCase(unittest.TestCase):
    def setUp(self):
        self.till = till.open("EUR")
        ledger.reset(0)

    def tearDown(self):
        shutil.rmtree(self.till.folder)


class DollarTest(ShopCase):
    def setUp(self):
        self.till = till.open("USD")
        ledger.reset(0)

    def tearDown(self):
        till.close_all()
        shutil.rmtree(self.till.folder)

    def test_total(self):
        self.assertEqual(self.till.total(), 0)


class OtherStartTest(ShopCase):
    def setUp(self):  # TQ122
        self.till = till.open("USD")
        ledger.reset(1)

    def tearDown(self):  # TQ122
        shutil.rmtree(self.till.archive)

    def test_total(self):
        self.assertEqual(self.till.total(), 1)


class NoLedgerTest(ShopCase):
    def setUp(self):  # TQ122
        self.till = till.open("USD")

    def test_total(self):
        self.assertEqual(self.till.total(), 0)
