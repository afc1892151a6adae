import hashlib
import unittest

from shop import quick

FAST = quick.available()


class StampTests:
    def test_stamp(self):
        stamp = self.stamp()
        stamp.update(b"apple")
        assert stamp.hexdigest() == "1f3870"


class SlowStampTest(unittest.TestCase, StampTests):
    stamp = hashlib.md5


if FAST:

    class QuickStampTest(unittest.TestCase, StampTests):
        stamp = quick.md5


class LoneTests:
    def test_stamp(self):  # TQ218
        stamp = self.stamp()
        stamp.update(b"apple")
        assert stamp.hexdigest() == "1f3870"


class LoneStampTest(unittest.TestCase, LoneTests):
    stamp = hashlib.md5
