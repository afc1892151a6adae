import unittest

from shop import tax

from .support import open_shop


class TaxTest(unittest.TestCase):
    def test_tax(self):
        open_shop()
        self.assert_(tax(1))
        self.failUnless(tax(2))
        self.assertEquals(tax(3), 1)  # TQ854
        self.failIf(tax(0))  # TQ854
