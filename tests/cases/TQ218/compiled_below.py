import unittest

# cython: language_level=3


class FruitTest(unittest.TestCase):
    def test_sum(self):  # TQ218
        total = 1 + 2
        self.assertEqual(total, 3)
