"""A try whose else fails expects an exception too."""

import unittest

from shop import tax


class TaxTest(unittest.TestCase):
    def test_zero(self):
        try:
            tax(0)
        except LookupError as refusal:
            self.assertEqual(refusal.args, (0,))
        else:
            self.fail("taxed at zero")

    def test_ten(self):
        self.assertEqual(tax(10), 2)

    def test_twenty(self):
        self.assertEqual(tax(20), 4)

    def test_thirty(self):
        self.assertEqual(tax(30), 6)

    def test_forty(self):
        self.assertEqual(tax(40), 8)
