import unittest


def test_literals(shop):
    for name in ("tea", "cake"):  # TQ702
        assert shop.sell(name) == 1


def test_named_inputs(shop):
    names = ["tea", "cake"]
    for name in names:  # TQ702
        shop.sell(name)
    assert shop.sold == 2


def test_while(shop):
    while shop.open:  # TQ702
        shop.sell("tea")
    assert shop.sold == 2


async def test_async(shop):
    async for name in shop.names():  # TQ702
        é = await shop.sell(name)
        assert é == 1


def test_verifies_result(shop):
    result = shop.items()
    for item in result:
        assert item.price == 1
        assert item.sold


def test_set_up(shop):
    for number in range(3):
        shop.add(number)
    assert shop.count == 3


class ShopTest(unittest.TestCase):
    def test_subtests(self):
        for name in ("tea", "cake"):
            with self.subTest(name=name):
                self.assertEqual(self.shop.sell(name), 1)

    def test_inputs(self):
        for name in ("tea", "cake"):  # TQ702
            self.assertEqual(self.shop.sell(name), 1)


def test_pytest_subtests(shop, subtests):
    for name in ("tea", "cake"):
        with subtests.test(name):
            assert shop.sell(name) == 1


def test_comprehension(shop):
    assert [shop.sell(name) for name in ("tea", "cake")] == [1, 1]
