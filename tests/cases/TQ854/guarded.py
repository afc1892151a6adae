import sys
import unittest
from unittest import TestCase

import pytest

from shop import tax


class GuardedTest(TestCase):
    @unittest.skipIf(sys.version_info >= (3, 12), "größe")
    def test_skipped(self):
        self.assertEquals(tax(1), 1)

    @unittest.skipIf(tax is None, "no tax")
    def test_skipped_for_another_reason(self):
        self.assertEquals(tax(1), 1)  # TQ854

    def test_left_early(self):
        if sys.version_info >= (3, 12):
            return
        self.assertEquals(tax(1), 1)

    def test_skips_itself(self):
        if not hasattr(self, "failUnless"):
            self.skipTest("gone")
        for rate in (1, 2):
            self.assert_(tax(rate))

    def test_looks_without_leaving(self):
        if sys.version_info >= (3, 12):
            tax(2)
        self.assertEquals(tax(1), 1)  # TQ854

    def test_is_gone(self):
        with self.assertRaises(AttributeError):
            self.assertEquals(1, 1)
        with pytest.raises(AttributeError, match="assert"):
            self.assert_(1)

    def test_fails_for_another_reason(self):
        with self.assertRaises(ValueError):
            self.assertEquals(tax(-1), 1)  # TQ854


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="gone")
class SkippedTest(TestCase):
    def test_old(self):
        self.assertEquals(tax(1), 1)


class AnyNameTest(TestCase):
    def __getattr__(self, name):
        return getattr(tax, name)

    def test_old(self):
        self.assertEquals(tax(1), 1)


if hasattr(unittest, "makeSuite"):

    def suite():
        return unittest.makeSuite(GuardedTest)


else:

    def suite():
        return unittest.defaultTestLoader.loadTestsFromTestCase(GuardedTest)
