import unittest

NAMES = ["apple"]


def test_all(shop):
    items = shop.items()
    assert all(item.price for item in items)  # TQ229
    assert not any(item.größe for item in items)  # TQ229


def test_plain(shop):
    assert all(shop.flags())  # TQ229


class ShopTest(unittest.TestCase):
    def test_case(self):
        self.assertTrue(all(item.price for item in self.shop))  # TQ229
        self.assertFalse(any(item.price for item in self.shop))  # TQ229


def test_pinned(shop):
    items = shop.items()
    assert len(items) == 3
    assert all(item.price for item in items)


def test_pinned_by_truth(shop):
    items = shop.items()
    assert items
    assert all(item.price for item in items)


def test_pinned_by_value(shop):
    items = shop.items()
    assert items == [1, 2]
    assert all(item for item in items)


def test_literal(shop):
    names = ["apple", "pear"]
    assert all(shop.has(name) for name in names)
    assert all(shop.has(name) for name in ("apple", "pear"))
    assert all(shop.has(name) for name in NAMES)
    assert all(shop.has(n) for n in range(3))


def test_others(shop):
    assert any(item.price for item in shop)
    assert not all(item.price for item in shop)


def test_literal_mapped_anew(shop, upper):
    names = ["apple", "pear"]
    if upper:
        names = [name.upper() for name in names]
    assert all(shop.has(name) for name in names)


def test_literal_filtered(shop):
    names = ["apple", "pear"]
    names = [name for name in names if shop.has(name)]
    assert all(shop.price(name) for name in names)  # TQ229
