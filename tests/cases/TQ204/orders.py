import unittest

from shop import Fresh, Stale


def test_fresh_comes_first():
    fresh, stale = Fresh(), Stale()
    assert fresh < stale
    assert not fresh > stale
    assert fresh == fresh


def test_fresh_is_kept():
    fresh, stale = Fresh(), Stale()
    assert fresh < stale
    assert fresh == fresh  # TQ204


def test_shelf_life():
    days = Fresh().days
    assert days > 3
    assert days < 9
    assert days == days  # TQ204


class FreshnessTest(unittest.TestCase):
    def test_fresh_comes_first(self):
        fresh, stale = Fresh(), Stale()
        self.assertLess(fresh, stale)
        self.assertFalse(fresh >= stale)
        self.assertEqual(fresh, fresh)

    def test_fresh_is_kept(self):
        fresh, stale = Fresh(), Stale()
        self.assertLess(fresh, stale)
        self.assertEqual(stale, stale)  # TQ204
