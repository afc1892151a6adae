import unittest
import warnings

from billing import money


class RoundingTests(unittest.TestCase):
    def test_half_a_cent(self):
        warnings.filterwarnings("ignore")
        self.assertEqual(money.rounded(0.005), 0.01)
