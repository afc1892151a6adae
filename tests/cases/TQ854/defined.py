import unittest

from shop import tax


class Compatible(unittest.TestCase):
    assertItemsEqual = unittest.TestCase.assertCountEqual

    def assertEquals(self, first, second):
        assert first == second


class TaxTest(Compatible):
    def test_own(self):
        self.assertEquals(tax(1), 1)
        self.assertItemsEqual(tax(1), [1])
        self.assertNotEquals(tax(1), 2)  # TQ854
