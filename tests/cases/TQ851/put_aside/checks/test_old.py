import unittest

from shop import tax


class TaxTest(unittest.TestCase):
    def test_tax(self):
        self.assertRaises(ValueError, tax, -1)
