import unittest


def test_list(shop):
    names = [item.name for item in shop]
    assert not names.sort()  # TQ216
    assert names.append("größe") is None  # TQ216
    assert names.reverse() == []  # TQ216
    assert sorted(shop).sort() is None  # TQ216
    assert [1, 2].sort() == [1, 2]  # TQ216


def test_dict(shop):
    prices = dict(shop)
    assert prices.update({"apple": 1}) is None  # TQ216
    assert prices == {} and not prices.clear()  # TQ216


def test_set(shop):
    names = {"apple"}
    assert names.add("pear") is None  # TQ216


class ShopTest(unittest.TestCase):
    def test_case(self):
        names = list(self.shop)
        self.assertIsNone(names.sort())  # TQ216
        self.assertFalse(names.extend([1]))  # TQ216


def test_unproven(shop, names):
    assert not shop.sort()
    assert names.append(1) is None
    items = shop.items()
    assert items.sort() is None
    rows = []
    rows = shop.rows()
    assert rows.sort() is None
    known = [1]
    assert known.pop() == 1
    assert {1: 2}.pop(1) == 2
    assert {"apple"}.pop() == "apple"
    assert known.copy() == known
