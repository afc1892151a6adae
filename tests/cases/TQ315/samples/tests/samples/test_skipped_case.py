"""A skipped class never runs the set-up of its base."""

import unittest


class Base(unittest.TestCase):
    def setUp(self):
        assert 0


@unittest.skip("é")
class SkippedTest(Base):
    def test_nothing(self):
        assert False
