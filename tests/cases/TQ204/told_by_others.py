import unittest

from shop import Drawer, till

closings = 0
LIMIT = 3


class CountedDrawer(Drawer):
    def close(self):
        global closings
        closings += 1


def test_drawer_stays_open():
    before = closings
    till.open_with(CountedDrawer)
    assert closings == before


def test_limit_stays():
    before = LIMIT
    till.open_with(CountedDrawer)
    assert LIMIT == before  # TQ204


def test_limit_of_the_test():
    closings = till.closings
    before = closings
    till.open_with(CountedDrawer)
    assert closings == before  # TQ204


class ClosingsTest(unittest.TestCase):
    def test_stays_open(self):
        before = closings
        till.open_with(CountedDrawer)
        self.assertEqual(before, closings)
