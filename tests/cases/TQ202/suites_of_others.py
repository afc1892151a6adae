import unittest
from test.test_dict import GeneralMappingTests
from storekit.desk import Desk
from storekit.tests.base import StoreSuite
from storekit.tests.plain import StoreTestCase

from shop import Shelf


class TestShelfAsMapping(GeneralMappingTests):
    type2test = Shelf

    def test_items(self):
        pass


class TestShelfAsStore(StoreSuite):
    def setUp(self):
        self.store = Shelf()

    def test_prices(self):
        """A shelf has no prices."""


class TestShelf(StoreTestCase):
    def test_items(self):  # TQ202
        pass


class TestDesk(Desk, unittest.TestCase):
    def test_items(self):  # TQ202
        pass
