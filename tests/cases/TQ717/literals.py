import unittest


def test_price_of_tea(shop):
    assert shop.price("tea", [1, 2]) == 3


def test_price_of_nothing(shop):  # TQ717
    assert shop.price("nothing", []) == None  # noqa: E711


def test_price_of_cake(shop):  # TQ717
    assert shop.price("cake", [1]) == 5.0


def test_price_of_refund(shop):  # TQ717
    assert shop.price("refund", {"of": ["tea", 1]}) == -1


def test_price_of_variable(shop, amount):
    assert shop.price("tea", [amount]) == 3


def test_price_of_two(shop):
    assert shop.price("tea", 1) + 1 == 3


def test_stock_of_tea(shop):
    assert shop.stock("tea") == 3


def test_stock_of_cake(shop):
    assert shop.stock("cake") == 4


class TagsTest(unittest.TestCase):
    def test_only(self):
        self.check(True, ["a", "b"], ["a"], [])

    def test_skipped(self):  # TQ717
        self.check(False, ["a"], [], ["a"])

    def test_both(self):  # TQ717
        self.check(None, (), ["a"], ["é", "b"])
