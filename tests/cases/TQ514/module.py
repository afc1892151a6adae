import unittest


def test_01_create(shop):  # TQ514
    assert shop.create("tea").id == 1


def test_02_update(shop):
    assert shop.update(1, "日本").name == "日本"


class TestSteps:  # TQ514
    def test_1_create(self, shop):
        assert shop.create("tea").id == 1

    async def test_2_update(self, shop):
        assert shop.update(1, "coffee").name == "coffee"


class CaseOfSteps(unittest.TestCase):  # TQ514
    def test10_create(self):
        self.assertEqual(create("tea"), 1)

    def test20_update(self):
        self.assertEqual(update("tea"), 1)

    def test30_delete(self):
        self.assertEqual(delete("tea"), 1)


class TestSingle:
    def test_1_item(self, shop):
        assert shop.count == 1

    def test_many_items(self, shop):
        assert shop.count == 3


class TestCodes:
    def test_404_page(self, shop):
        assert shop.status == 404

    def test_500_page(self, shop):
        assert shop.status == 500

    def test_200_page(self, shop):
        assert shop.status == 200

    def test_201_page(self, shop):
        assert shop.status == 201


class TestDimensions:
    def test_2d_plot(self, shop):
        assert shop.plot(2) == 4

    def test_3d_plot(self, shop):
        assert shop.plot(3) == 8


class TestTrailing:
    def test_create_1(self, shop):
        assert shop.create("tea").id == 1

    def test_create_2(self, shop):
        assert shop.create("tea").id == 2


class TestPoints:
    def test_10_points(self, shop):
        assert shop.points == 10

    def test_3_points(self, shop):
        assert shop.points == 3

    def test_4_points(self, shop):
        assert shop.points == 4


class TestAmounts:
    def test_2_cups_are_one_pot(self, shop):
        assert shop.pots(cups=2) == 1

    def test_2_pots_are_four_cups(self, shop):
        assert shop.cups(pots=2) == 4

    def test_3_pots_are_six_cups(self, shop):
        assert shop.cups(pots=3) == 6


class TestSharedStep:  # TQ514
    def test_01_opens(self, shop):
        assert shop.open() == "open"

    def test_01_counts(self, shop):
        assert shop.count == 0

    def test_02_sells(self, shop):
        assert shop.sell("tea") == 1


class TestRows:
    def test_0_empty_rows(self, shop):
        assert shop.rows(empty=0) == 1

    def test_10_empty_rows(self, shop):
        assert shop.rows(empty=10) == 11


class TestPairs:
    def test_2_cups_of_tea(self, shop):
        assert shop.cups == 2

    def test_3_cups_of_tea(self, shop):
        assert shop.cups == 3


class TestLaterSteps:  # TQ514
    def test_4_sells(self, shop):
        assert shop.sell("tea") == 1

    def test_5_counts(self, shop):
        assert shop.count == 1

    def test_6_closes(self, shop):
        assert shop.close() == "closed"
