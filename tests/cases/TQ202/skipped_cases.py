import unittest

raise unittest.SkipTest("the till is being rebuilt")


class TillTest(unittest.TestCase):
    def test_till(self):
        pass
