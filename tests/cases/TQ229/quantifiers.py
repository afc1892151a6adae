import unittest

import pytest

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


def test_pinned_by_a_set(shop):
    wanted = {"tea", "größe"}
    items = shop.items()
    assert wanted.issubset({item.name for item in items})
    assert all(item.price for item in items)


def test_pinned_by_what_it_holds(shop):
    items = shop.items()
    assert {item.name for item in items}.issuperset(["tea"])
    assert all(item.price for item in items)


def test_pinned_by_one(shop):
    items = shop.items()
    assert any(item.sold for item in items)
    assert all(item.price for item in items)


def test_pinned_by_a_sum(shop):
    items = shop.items()
    assert sum(item.count for item in items) == 3
    assert all(item.price for item in items)


def test_not_pinned_by_none(shop):
    items = shop.items()
    assert not any(item.sold for item in items)  # TQ229
    assert all(item.price for item in items)  # TQ229


def test_not_pinned_by_what_may_be(shop):
    items = shop.items()
    assert {item.name for item in items}.issubset({"tea"})
    assert all(item.price for item in items)  # TQ229


def test_not_pinned_by_an_earlier_answer(shop):
    answer = shop.items()
    assert len(answer.rows) == 2
    answer = shop.items(kind="größe")
    assert all(row.price for row in answer.rows)  # TQ229


def test_pinned_before_it_is_put_in_order(shop):
    items = shop.items()
    assert len(items) == 2
    items = sorted(items)
    assert all(item.price for item in items)


def test_pinned_by_a_count(shop):
    text = shop.text()
    assert text.count("tea") == 3
    assert all(line.isupper() for line in text.splitlines())


def test_not_pinned_by_a_count_of_none(shop):
    text = shop.text()
    assert text.count("größe") == 0
    assert all(line.isupper() for line in text.splitlines())  # TQ229


@pytest.mark.parametrize("names", [["tea"], ("cake", "größe")])
def test_filled_parameter(shop, names):
    assert all(shop.has(name) for name in names)


@pytest.mark.parametrize(("shelf", "names"), [(1, ["tea"]), pytest.param(2, [], id="bare")])
def test_parameter_that_may_be_empty(shop, shelf, names):
    assert all(shop.shelf(shelf).has(name) for name in names)  # TQ229


@pytest.mark.parametrize("names", [["tea"], make_names()])
def test_parameter_out_of_sight(shop, names):
    assert all(shop.has(name) for name in names)  # TQ229


class TestShelves:
    @pytest.fixture(params=[("oak", [0, 1]), ("pine", [2])])
    def picked(self, request, shop):
        wood, places = request.param
        shelves = shop.shelves(wood)
        chosen = tuple(shelves[place] for place in places)
        return wood, chosen

    @pytest.fixture(params=[("oak", [0, 1]), ("pine", [])])
    def perhaps(self, request, shop):
        wood, places = request.param
        chosen = tuple(shop.shelves(wood)[place] for place in places)
        return wood, chosen

    @pytest.fixture(params=["oak", "pine"])
    def found(self, request, shop):
        wood = request.param
        return wood, shop.shelves(wood)

    @pytest.fixture(params=[["oak"], ["pine", "ash"]])
    def woods(self, request):
        return request.param

    def test_picked_by_filled_rows(self, picked):
        wood, chosen = picked
        assert all(shelf.wood == wood for shelf in chosen)

    def test_picked_by_a_row_that_is_empty(self, perhaps):
        wood, chosen = perhaps
        assert all(shelf.wood == wood for shelf in chosen)  # TQ229

    def test_found_by_the_code(self, found):
        wood, shelves = found
        assert all(shelf.wood == wood for shelf in shelves)  # TQ229

    def test_filled_rows_themselves(self, shop, woods):
        assert all(shop.sells(wood) for wood in woods)


def test_first_is_read(shop):
    items = shop.items()
    assert items[0].price == 3
    assert all(item.price for item in items)


def test_last_is_kept(shop):
    items = shop.items()
    größte = items[-1]
    assert größte.price == 3
    assert all(item.price for item in items)


def test_length_is_named(shop):
    items = shop.items()
    count = len(items)
    assert count == 3
    assert all(item.price for item in items)


def test_slice_is_read(shop):
    items = shop.items()
    assert shop.total(items[:1]) == 3
    assert all(item.price for item in items)  # TQ229


def test_first_of_another_is_read(shop):
    items, others = shop.items(), shop.others()
    assert others[0].price == 3
    assert all(item.price for item in items)  # TQ229


def test_first_is_read_for_each(shop):
    items = shop.items()
    assert all(item.price == items[0].price for item in items)  # TQ229


async def test_answers_of_calls_that_are_written_out(shop):
    assert all(await asyncio.gather(shop.open("größe"), shop.open("tea")))
    answers = await asyncio.gather(shop.open("größe"), shop.open("tea"))
    assert all(answer.ok for answer in answers)


async def test_answers_of_however_many_calls(shop):
    assert all(await asyncio.gather(*map(shop.open, shop.names())))  # TQ229
