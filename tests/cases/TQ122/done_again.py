import shutil
import unittest

from shop import clerks, ledger, store, till


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


class DatabaseMixin:
    def setUp(self):
        super().setUp()
        self.db = store.connect("small")
        self.db.execute("create table goods (name text)")
        self.clerk = clerks.hire("Ann")
        self.clerk.is_head = True
        self.clerk.greet()


class LargeDatabaseTest(DatabaseMixin, unittest.TestCase):
    def setUp(self):
        clerk = clerks.hire("Bea")
        clerk.is_head = False
        clerk.greet()
        self.clerk = clerk
        self.db = store.connect("large")
        self.db.execute("create table goods (name text, shelf text)")

    def test_goods(self):
        self.assertEqual(store.goods(self.db, self.clerk), [])


class NoTableTest(DatabaseMixin, unittest.TestCase):
    def setUp(self):  # TQ122
        self.clerk = clerks.hire("Bea")
        self.db = store.connect("large")

    def test_goods(self):
        self.assertEqual(store.goods(self.db, self.clerk), [])


class NoClerkTest(DatabaseMixin, unittest.TestCase):
    def setUp(self):  # TQ122
        self.db = store.connect("large")
        self.db.execute("create table goods (name text, shelf text)")

    def test_goods(self):
        self.assertEqual(store.goods(self.db), [])


class CountedMixin(ShopCase):
    def setUp(self):
        super().setUp()
        self.count = 0


class CountedTest(CountedMixin):
    def setUp(self):  # TQ122
        self.count = 1

    def test_total(self):
        self.assertEqual(ledger.total(), self.count)
