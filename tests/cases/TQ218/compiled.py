# cython: language_level=3

import unittest


class FruitTest(unittest.TestCase):
    def test_sum(self):
        total = 1 + 2
        self.assertEqual(total, 3)
