import unittest

from shop import tax


class TaxTest(unittest.TestCase):
    def test_tax(self):
        self.assertEqual(tax(10), 2)
