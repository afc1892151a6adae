import unittest
import warnings

from billing import money
from twisted.trial.unittest import SynchronousTestCase


class MoneyTests(SynchronousTestCase):
    def test_total(self):
        del warnings.filters[:]
        warnings.filterwarnings("ignore", module="billing")
        self.assertEqual(money.total(), 1)


class PlainTests(unittest.TestCase):
    def test_total(self):
        warnings.filterwarnings("ignore", module="billing")  # TQ612
        self.assertEqual(money.total(), 1)
