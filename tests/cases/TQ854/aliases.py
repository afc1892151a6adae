import sys
import unittest
import unittest as ut
from unittest import TestCase, makeSuite

from outside import OtherCase
from shop import tax


class TaxTest(TestCase):
    def check(self):
        self.assert_(tax(1))  # TQ854

    def test_aliases(self):
        self.assertEquals("ä", tax(1))  # TQ854
        self.assertNotEquals(tax(1), 1)  # TQ854
        self.assertAlmostEquals(tax(1), 1)  # TQ854
        self.assertRegexpMatches(tax(1), "x")  # TQ854
        self.assertItemsEqual(tax(1), [1])  # TQ854
        self.assertDictContainsSubset({}, tax(1))  # TQ854
        self.failUnless(  # TQ854
            tax(1),
        )
        self.failIf(tax(1))  # TQ854
        with self.assertRaisesRegexp(ValueError, "x"):  # TQ854
            tax(-1)
        self.assertEqual(tax(1), 1)
        self.fail("x")

    def test_guarded(self):
        if sys.version_info < (3, 12):
            self.assertEquals(tax(1), 1)
        if hasattr(self, "assertNotAlmostEquals"):
            self.assertNotAlmostEquals(tax(1), 1)


class AsyncTest(ut.IsolatedAsyncioTestCase):
    async def test_alias(self):
        self.assertEquals(await tax(1), 1)  # TQ854


class OutsideTest(OtherCase):
    def test_alias(self):
        self.assertEquals(tax(1), 1)


class TestPlain:
    def test_plain(self, check):
        check.assertEquals(tax(1), 1)


def suite():
    found = unittest.makeSuite(TaxTest)  # TQ854
    found.addTest(makeSuite(AsyncTest))  # TQ854
    return found
