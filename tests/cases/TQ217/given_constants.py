"""Numbers that stand in a row are no more changed by the code than others."""

import unittest

from shop import discount


class DiscountTest(unittest.TestCase):
    def test_inline(self):
        total, größe = 200, 10
        self.assertEqual(discount(total, größe), 180)
        self.assertEqual(total - total * größe / 100, 180)  # TQ217

    def test_list(self):
        total, rows = 200, [10]
        self.assertEqual(discount(total, rows), 180)
        self.assertEqual(rows, [10])
