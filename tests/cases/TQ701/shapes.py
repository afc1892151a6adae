import unittest


def test_if(shop):
    if shop.open:  # TQ701
        assert shop.sell("tea") == 1


def test_chain(shop):
    if shop.open:  # TQ701
        assert shop.sell("tea") == 1
    elif shop.closed:
        assert shop.sell("tea") == 2
    elif shop.broken:
        assert shop.sell("tea") == 3
    else:
        assert shop.sell("tea") == 4


def test_nested(shop):
    if shop.open:  # TQ701
        if shop.full:  # TQ701
            assert shop.sell("tea") == 1
    else:
        if shop.full:  # TQ701
            assert shop.sell("tea") == 2


async def test_match(shop):
    match await shop.state():  # TQ701
        case "open":
            assert shop.sell("tea") == 1


def test_expression(shop):
    é = "日本"; price = 1 if shop.open else 2  # TQ701
    assert shop.sell(é) == price


class ShopTest(unittest.TestCase):
    def test_multi_line(self):
        self.assertEqual(  # TQ701
            self.shop.sell("tea"),
            1 if self.shop.open else 2,
        )


def test_filter(shop):
    assert [item for item in shop.items if item.sold] == ["tea"]


def test_nested_function(shop):
    def price(name):
        if name == "tea":
            return 1
        return 2

    assert shop.sell(price) == 3


def test_lambda(shop):
    assert shop.sell(lambda name: 1 if name == "tea" else 2) == 3


def helper(shop):
    if shop.open:
        return 1
