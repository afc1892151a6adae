import unittest
import warnings

from shop import filters


class quiet(warnings.catch_warnings):
    def __enter__(self):
        super().__enter__()
        warnings.resetwarnings()


class ShopCase(unittest.TestCase):
    def setUp(self):
        self.enter_filters()

    def enter_filters(self):
        context = quiet()
        context.__enter__()
        self.addCleanup(context.__exit__)


class OldPriceTest(ShopCase):
    def setUp(self):
        super().setUp()
        warnings.filterwarnings("ignore", ".*old price.*")

    def test_total(self):
        self.assertEqual(filters.total(), 3)


class FileCase(unittest.TestCase):
    def setUp(self):
        self.file = open("prices.txt")
        self.addCleanup(self.file.__exit__)


class NewPriceTest(FileCase):
    def setUp(self):
        super().setUp()
        warnings.filterwarnings("ignore", ".*old price.*")  # TQ612

    def test_total(self):
        self.assertEqual(filters.total(), 3)


class EnteredTest(unittest.TestCase):
    def setUp(self):
        self.enterContext(quiet())
        warnings.filterwarnings("ignore", ".*old price.*")

    def test_total(self):
        self.assertEqual(filters.total(), 3)


class EnteredFileTest(unittest.TestCase):
    def setUp(self):
        self.file = self.enterContext(open("prices.txt"))
        warnings.filterwarnings("ignore", ".*old price.*")  # TQ612

    def test_total(self):
        self.assertEqual(filters.total(), 3)
