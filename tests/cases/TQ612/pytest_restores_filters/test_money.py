import unittest
import warnings

from billing import money


class MoneyTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        warnings.simplefilter("ignore")  # TQ612

    def test_total(self):
        warnings.simplefilter("error")
        self.assertEqual(money.total(), 1)
