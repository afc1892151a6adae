import asyncio
import copy
import os
import re
import socket
import sys
import unittest

import ddt
import numpy as np
import pytest
import shop
from django.test import TestCase
from hypothesis import given
from hypothesis import strategies as st
from shop import Book, Colour, Tariff, books_of, countries, fields_of, price_text, variants

PRICES = """
apple 1
größe 2
"""
plain_prices = PRICES


# ------------------------------------------------------------ what goes in


def test_price_text():
    for country in countries():
        assert price_text(1, country) == "1"


def test_countries():  # TQ210
    for country in countries():
        assert price_text(1, country) == "1"


def test_largest_price(market):  # TQ210
    for country in market.countries():
        assert shop.is_listed(country)


def test_sums():
    for first, second in variants(["a", "b"], 2):
        expected = shop.add(second, first)
        assert shop.add(first, second) == expected


def test_variants():  # TQ210
    for first, second in variants(["a", "b"], 2):
        assert shop.add(first, second) == "ab"


def test_variants_are_checked_by_attribute():  # TQ210
    for variant in variants(["a", "b"], 2):
        assert variant.price == 1


def test_same_object(market):  # TQ210
    for stall in market.stalls():
        assert market.rent_of(stall) == 3


def test_rent_of():
    for stall in [shop.Stall(1), shop.Stall(2)]:
        for month in stall.months:
            assert shop.rent_of(stall, month) == 3


def test_copies_keep_the_price():
    class Stall:
        price: int

    for field in fields_of(Stall):
        twin = copy.copy(field)
        assert twin.kind == field.kind


@pytest.mark.parametrize("size", [1, 2, 3])
def test_trees_are_alike(size):
    for stall in shop.all_of(size):
        moved = shop.move(stall)
        assert moved == stall


@pytest.mark.parametrize("size", [1, 2, 3])
def test_all_of(size):  # TQ210
    for stall in shop.all_of(size):
        assert stall.size == size


def test_levels(log):
    for colour in Colour.iterate():
        paint = getattr(log, colour.name)
        paint("wall")
        assert log.walls[-1] == colour


def test_colours_by_number():  # TQ210
    for colour in Colour.iterate():
        assert colour.number > 0


# ------------------------------------------------------------ data that is there


def test_tariffs():
    for tariff in Tariff._all.values():
        for rate in tariff.rates.values():
            assert rate.price in tariff.prices


def test_tariffs_of_a_result(market):  # TQ210
    tariffs = market.tariffs()
    for rate in tariffs.values():
        assert rate.price


def test_texts_of_a_module():
    for name, value in vars(shop).items():
        if name.startswith("text_"):
            assert value.__doc__


def test_vars_of_a_result(market):  # TQ210
    for value in vars(market.find("x")).items():
        assert value


def test_lines_of_the_file():
    for line in plain_prices.strip().splitlines():
        name, price = line.split()
        assert shop.price(name) == int(price)


def test_lines_of_a_result(market):  # TQ210
    listed = market.listed()
    for line in listed.strip().splitlines():
        assert line.isprintable()


def test_lists_in_a_list():
    equals = [[1, shop.one()], [2, shop.two(), 2.0]]
    for number, values in enumerate(equals):
        for value in values:
            assert shop.number_of(value) == number


def test_lists_in_a_list_that_is_made():  # TQ210
    equals = [shop.ones(), shop.twos()]
    for number, values in enumerate(equals):
        for value in values:
            assert value == number


def versions(name):
    return [name, name.upper()]


def test_versions():
    for name, kind in [("a", shop.kind(1)), ("b", shop.kind(2))]:
        for version in versions(name):
            assert version.isalpha()


# ------------------------------------------------------------ hypothesis


@given(st.text())
def test_given_text(text):
    for key, value in shop.parse(text).items():
        assert isinstance(key, str)


@given(st.lists(st.integers(), min_size=2))
def test_given_through_a_name(numbers):
    basket = shop.basket(dict(enumerate(numbers)))
    for item in shop.items_of(basket)[1:]:
        assert item.owner is basket


@pytest.mark.parametrize("text", ["a"])
def test_parse_is_no_property(text):  # TQ210
    for key, value in shop.parse(text).items():
        assert isinstance(key, str)


# ------------------------------------------------------------ as many as were asked


async def test_gathered(market):
    replies = await asyncio.gather(market.ask(1), market.ask(2))
    for reply in replies:
        assert reply == "ok"


async def test_gathered_from_a_result(market):  # TQ210
    replies = await asyncio.gather(*market.questions())
    for reply in replies:
        assert reply == "ok"


# ------------------------------------------------------------ rows that were stored


class RowsTest(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.book = Book.objects.create(title="größe")
        cls._fill()

    @classmethod
    def _fill(cls):
        shop.Stall.objects.bulk_create([shop.Stall(size=1)])

    def test_all_rows(self):
        books = Book.objects.annotate(pages=shop.Pages("title")).order_by("id")
        for number, book in enumerate(books):
            self.assertEqual(book.pages, number)

    def test_rows_of_a_method(self):
        for one, other in zip(shop.Stall.objects.all(), shop.Stall.objects.defer("size")):
            self.assertEqual(one.size, other.size)

    def test_fewer_rows(self):  # TQ210
        for book in Book.objects.filter(title="größe"):
            self.assertEqual(book.pages, 1)

    def test_other_rows(self):  # TQ210
        for reader in shop.Reader.objects.all():
            self.assertEqual(reader.age, 1)


class LoadedRowsTest(TestCase):
    fixtures = ["readers"]

    def test_rows(self):
        for reader in shop.Reader.objects.values("age"):
            self.assertEqual(reader["age"], 1)


# ------------------------------------------------------------ errors that surely come


def spam():
    number = 1
    return number / 0 if number else 1 / 0


def test_chain_of_functions():
    def eggs():
        _spam = True
        1 / 0

    def bacon():
        eggs()

    try:
        bacon()
    except ZeroDivisionError as error:
        assert shop.text_of(error) == "zero"


def test_chain_that_may_end():  # TQ210
    def eggs():
        if shop.is_open():
            return 1
        1 / 0

    try:
        eggs()
    except ZeroDivisionError as error:
        assert shop.text_of(error) == "zero"


def test_missing_key_of_a_display():
    try:
        {}["x"]
    except KeyError as error:
        assert shop.text_of(error) == "x"


# ------------------------------------------------------------ what the if itself is about


def test_only_missing_on_windows():
    thread_name = shop.thread_name()
    if thread_name is None:
        assert sys.platform == "win32"


def test_missing_thread_name(market):  # TQ210
    thread_name = shop.thread_name()
    if thread_name is None:
        assert market.platform == "win32"


def test_that_is_skipped():
    pytest.skip("too slow")
    for root in shop.roots(5):
        assert root > 0


class SkippedTest(unittest.TestCase):
    def test_that_is_skipped(self):
        self.skipTest("too slow")
        for root in shop.roots(5):
            self.assertGreater(root, 0)


def test_that_may_be_skipped():  # TQ210
    if shop.is_slow():
        pytest.skip("too slow")
    for root in books_of("größe"):
        assert root > 0


# ------------------------------------------------------------ errors of the machine, and answers that may be errors


def test_many_sockets(market):
    for number in range(9):
        try:
            handle, _ = socket.socketpair()
        except OSError as error:
            assert error.errno == 24
            break
        market.write(handle)


def test_error_of_the_code(market):  # TQ210
    try:
        market.write("x")
    except OSError as error:
        assert error.errno == 24


def test_refused_or_not_found(market):
    try:
        found = market.find("x' OR 1=1")
    except (LookupError, ValueError):
        pass
    else:
        assert not found


def test_anything_or_not_found(market):  # TQ210
    try:
        found = market.find("x")
    except Exception:
        pass
    else:
        assert not found


class CipherTest(unittest.TestCase):
    def test_make_cipher(self):
        box = shop.Box(b"A")
        for name, kind in box.kinds.items():
            cipher = box.make_cipher(name)
            self.assertIsInstance(cipher, kind)

    def test_kinds(self):  # TQ210
        box = shop.Box(b"A")
        for name, kind in box.kinds.items():
            self.assertEqual(kind.name, name)


# ------------------------------------------------------------ numbers, and what is made of parameters


def test_steps(market):
    for step in np.linspace(0, 1, 5):
        for number in np.logspace(1, 4, 4).astype(int):
            assert market.rent(step, number) > 0


def test_steps_of_a_result(market):  # TQ210
    for step in np.unique(market.rents()):
        assert step > 0


def is_foreign(shelf):
    return shelf.kind == "foreign"


def rooms_of(plan):
    return {name: room for name, room in plan.items() if room}


@pytest.mark.parametrize("kind", ["plain", "größe"])
def test_kinds_by_shelf(kind, market):
    shelf = shop.testing.shelf_for(kind)
    if shop.is_foreign(shelf):
        with pytest.raises(ValueError):
            market.sort(shelf)
    else:
        market.sort(shelf)


@pytest.mark.parametrize("kind", ["plain", "größe"])
def test_kinds_by_result(kind, market):  # TQ210
    shelf = market.shelf_for(kind)
    if shop.is_foreign(shelf):
        assert market.sort(shelf) == "foreign"


@pytest.mark.parametrize("plan", [{"hall": 1}])
def test_rooms(plan, market):
    rooms = rooms_of(plan)
    for name, size in rooms.items():
        assert market.size_of(name) == size


@pytest.mark.parametrize("stall", [shop.Stall(1), shop.Stall(2)])
def test_copied_parameter(stall):
    stall = shop.clone(stall)
    if isinstance(stall, shop.Stand):
        assert stall.size == stall.inner.size


def test_rents_fall(market):
    last = None
    for _ in range(30):
        rent = market.next_rent()
        if last is not None:
            assert rent < last
        last = rent


def test_rent_if_any(market):  # TQ210
    rent = None
    for name in ("a", "b"):
        rent = market.rent_of(name)
        if rent is not None:
            assert rent > 0


def test_sizes():
    stalls, owners = shop.make_stalls(10)
    most = stalls.shape[1]
    for count in range(1, most + 1):
        chosen = shop.choose(stalls, owners, count)
        assert chosen.size == count


def test_sizes_of_a_result(market):  # TQ210
    stalls, owners = market.stalls(10)
    for count in range(1, stalls.shape[1] + 1):
        assert stalls[count].size == count


# ------------------------------------------------------------ what is never empty


def test_lines_of_a_text(market):
    text = repr(market)
    for line in text.split("\n"):
        assert len(line) <= 80


def test_lines_after_the_first(market):  # TQ210
    lines = repr(market).split("\n")
    for line in lines[1:]:
        assert line.startswith(" ")


def test_lines_with_a_word(market):  # TQ210
    lines = [line for line in repr(market).split("\n") if "größe" in line]
    for line in lines:
        assert line.startswith(" ")


def test_words_of_a_text(market):  # TQ210
    for word in repr(market).split():
        assert word.islower()


def test_divided(market):
    wanted = divmod(7, 2)
    for found, number in zip(divmod(market, 2), wanted):
        assert found == number


def test_texts_unpacked():
    days = [1, 2, 3]
    tests = [(shop.Tariff(1), days), (shop.Tariff(2), [*days, 4]), (shop.Tariff(3), list(reversed(days)))]
    for test in tests:
        tariff, numbers = test
        for number in numbers[1:]:
            assert tariff.price(number) == number


def test_numbers_of_a_basket():
    basket = shop.Basket([1, 2, 3])
    for number in range(len(basket)):
        assert basket.at(number) == number + 1


def test_baskets_of_a_shop(market):  # TQ210
    basket = shop.Basket(market.things)
    for number in range(len(basket)):
        assert basket.at(number) == number + 1


def test_errors_of_a_form():  # TQ210
    form = shop.Form({"name": ""})
    for error in form.errors:
        assert error.code == "required"


# ------------------------------------------------------------ what an argument names, and what is installed


def test_rent_by(kind, market):
    rent = getattr(market, kind, None)
    if rent is not None:
        assert rent(1) == 1


def test_engine_is_missing():
    least = VERSIONS.get("paint")
    has_bad_paint = False if not shop.HAS_PAINT else shop.Version(shop.__version__) < shop.Version(least)
    if not has_bad_paint:
        with pytest.raises(ImportError):
            shop.engine("auto")


VERSIONS = {"paint": "1"}


def test_scale_of_prices():
    stalls = shop.Stalls(3)
    price_scale = stalls.scale
    for price in stalls.prices:
        assert price_scale(price) == price


def market_of(kind):
    return shop.Market(kind)


@pytest.mark.parametrize("kind", ["plain", "größe"])
def test_market_of_a_kind(kind):  # TQ210
    market = market_of(kind)
    for stall in market.stalls.values():
        assert stall.kind == kind


# ------------------------------------------------------------ more that is there before the loop


def test_formats():
    price = shop.Price("1.50")
    for kind in price.FORMATS:
        price.kind = kind
        assert str(price) == "1.50"


def test_formats_of_a_result(market):  # TQ210
    price = market.price()
    for kind in price.formats():
        assert kind.name


def test_axes(plt):
    figure, axes = plt.subplots(2, 2)
    for axis in axes.flat:
        assert axis.get_scale() == "linear"
    places = [axis.place() for axis in axes.ravel()]
    for place in places:
        assert place.left > 0


def test_lines_of_an_axis(plt):  # TQ210
    figure, axes = plt.subplots(2, 2)
    for line in axes[0, 0].get_lines():
        assert line.colour == "red"


def test_first_is_read_early(market):
    stalls = market.stalls()
    first = stalls[0].number
    for number in range(3):
        market.visit(number, first)
    for stall in stalls:
        assert stall.visited


def test_first_is_read_and_bound_again(market):  # TQ210
    stalls = market.stalls()
    first = stalls[0]
    for number in range(3):
        stalls = market.stalls_after(number, first)
    for stall in stalls:
        assert stall.visited


def test_heights():
    stalls = [shop.Stall(height=height) for height in (0, 1000) * shop.metres]
    frames = [shop.Frame(stall) for stall in stalls]
    moved = [shop.move(frame) for frame in frames]
    for one in moved[1:]:
        assert one.height != moved[0].height


def test_plot(market):
    try:
        import painter

        market.draw(painter)
    except (ImportError, ModuleNotFoundError):
        with pytest.raises(ModuleNotFoundError, match="painter"):
            market.draw()


@given(st.data())
def test_drawn_sizes(data):
    sizes = data.draw(st.dictionaries(st.text(), st.integers()))
    for name in sizes.keys():
        assert shop.size_of(name) == 1


def test_stallcount_of_a_table():
    table = shop.read_table("stalls.ecsv")
    for row in table:
        count = shop.StallCount(row["name"], row["size"])
        assert count.total == row["total"]


# ------------------------------------------------------------ what the test puts in


def test_notes_survive(market, tmp_path):
    stall = market.stall()
    stall.notes["größe"] = 1
    stall.notes["name"] = "hall"
    stall.save(tmp_path)
    for key in stall.notes:
        assert market.load(tmp_path).notes[key] == stall.notes[key]


def test_columns_survive(market, tmp_path):
    table = shop.Table()
    table["a"] = [1, 2]
    again = shop.load(table.save(tmp_path))
    with market.opened():
        for name in table.columns:
            assert again[name] == table[name]


def test_other_notes(market):  # TQ210
    stall = market.stall()
    stall.notes["größe"] = 1
    for line in stall.lines:
        assert line.note == 1


def test_columns_taken_out():  # TQ210
    table = shop.Table()
    table["a"] = [1, 2]
    table.columns.clear()
    for name in table.columns:
        assert name == "a"


def test_saturation(workers):
    tasks = 0
    number = 1
    while tasks < 100:
        tasks = len(shop.plan(number, workers))
        number += 10
        assert number < 20_000


def test_while_there_are_tasks(market):  # TQ210
    tasks = market.tasks()
    while tasks:
        assert tasks.pop().done


def test_each_kind_of_stall():
    for kind in shop.Stall.__subclasses__():
        if "Test" not in kind.__qualname__:
            assert "close" not in kind.__dict__


def test_colours_that_are_there():
    colours = shop.colours.names
    for name in colours.keys():
        if "grey" in name:
            assert colours[name] == colours[name.replace("grey", "gray")]


def test_strictly_alike(market):
    wanted = shop.Basket(["a", "b"])
    found = market.basket("x")
    for one, other in zip(found.names, wanted.names, strict=True):
        assert one == other


def test_rows_of_a_frame(market):
    frame = shop.Frame(market.rows)
    table = shop.table(frame)
    for number, (_, row) in enumerate(frame.rows()):
        for column, name in enumerate(frame.columns if number == 0 else row.values):
            assert table[number, column] == str(name)


def test_axes_turned(market):
    x = np.arange(24).reshape(2, 3, 4)
    for axis in range(-x.ndim, x.ndim):
        assert market.turn(x, 0, axis)


def test_pivot():
    for _ in range(10):
        stalls = shop.random_stalls(5)
        if stalls[1, 2] != 0:
            assert shop.pivot(stalls, 1, 2) == stalls


def test_stalls_in_pairs():  # TQ210
    for _ in range(10):
        stalls = shop.random_stalls(5)
        if stalls[1, 2] != 0:
            assert stalls[1] != stalls[2]


def test_ptp(market):
    if not market.Version(shop.__version__) >= "2.0":
        assert market.ptp() == 3


def test_tokens(market):
    words = ["größe", "price"]
    text = shop.Text(market, words=words)
    for token in text:
        assert token.size > 0


def test_tokens_of_a_market(market):  # TQ210
    text = shop.Text(market, words=market.words())
    for token in text:
        assert token.size > 0


def test_old_formats_fail(market):
    examples = []
    for text in ("a", "b"):
        examples.append(shop.Text(text))
    for batch in shop.batches(examples, 8):
        with pytest.raises(ValueError):
            market.update(batch, {})


def test_many_at_once():
    engine = shop.current_engine()
    if isinstance(engine, shop.FastEngine):
        stalls = list(shop.Market().pipe(["a", "b"]))
        assert len(stalls) == 2


def test_engine():  # TQ210
    engine = shop.current_engine()
    if isinstance(engine, shop.FastEngine):
        assert engine.speed == 2


def test_engine_of_a_market(market):  # TQ210
    engine = market.engine()
    if isinstance(engine, shop.FastEngine):
        assert market.speed == 2


# ------------------------------------------------------------ data that a function of the file writes down


def known_stalls():
    """Two of them."""
    return {"hall": 1, "größe": 2}


def test_known_stalls(market):
    for name, size in known_stalls().items():
        assert market.stall_at(name).size == size


class FedTest(unittest.TestCase):
    @ddt.data({"hall": 1, "größe": 2})
    def test_fed(self, sizes):
        market = shop.make_market(sizes)
        for name, size in sizes.items():
            self.assertEqual(market.stall_at(name).size, size)


def test_names_of_the_shop(market):
    private = re.compile(r"^_")
    names = [name for name in dir(shop) if not private.match(name)]
    for name in names:
        if callable(getattr(shop, name)):
            assert market.knows(name)


def test_splits_of_a_market(market):  # TQ210
    parts = market.parts()
    for left, right in shop.splitter(3).split(parts, market):
        assert left.size == right.size


# ------------------------------------------------------------ separators, and what a class of the file holds


def test_parts_of_a_path(market):
    for part in market.path().split(os.sep):
        assert len(part) <= 255
    for part in market.path().split(shop.paths.SEPARATOR):
        assert len(part) <= 255


def test_parts_of_a_market(market):  # TQ210
    folds = market.folds()
    for part in market.path().split(folds):
        assert len(part) <= 255


class Shelf(shop.Shelf):
    places = {"größe": 1, "name": "hall"}
    guests = {}


class LowShelf(Shelf):
    height: int = 1


def test_places_of_a_shelf(market):
    shelf = LowShelf(market)
    for name in shelf.places.keys():
        assert shelf[name] == market.places[name]


def test_places_of_the_class(market):
    for name, value in LowShelf.places.items():
        assert market.places[name] == value


def test_guests_of_a_shelf(market):  # TQ210
    shelf = LowShelf(market)
    for name in shelf.guests.keys():
        assert market.guests[name] == 1


def test_owners_of_a_shelf(market):  # TQ210
    shelf = LowShelf(market)
    for name in shelf.owners.keys():
        assert market.owners[name] == 1


# ------------------------------------------------------------ what a new object holds, and views of what a helper gives


def test_fruit_prices(market):
    board = shop.PriceBoard(market)
    for fruit in board.fruit_names:
        offer = board.offer(fruit)
        assert offer > 0


def test_fruit_names(market):  # TQ210
    board = shop.PriceBoard(market)
    for fruit in board.fruit_names:
        assert fruit.islower()


def test_fruit_names_are_equal(market):  # TQ210
    board = shop.PriceBoard(market)
    for fruit in board.fruit_names:
        assert shop.difference(board[fruit], market[fruit]) == 0


def test_fruit_prices_once_filled(market):  # TQ210
    board = shop.PriceBoard(market)
    board.fill()
    for fruit in board.fruit_names:
        offer = board.offer(fruit)
        assert offer > 0


def test_fruit_prices_of_a_result(market):  # TQ210
    board = market.price_board()
    for fruit in board.fruit_names:
        offer = board.offer(fruit)
        assert offer > 0


def calendars():
    names = ["plain", "größe"]
    return {name: shop.calendar(name) for name in names}


def test_days(market):
    found = calendars()
    for calendar in found.values():
        assert market.day(calendar) == 1


def test_days_of_shops(market):  # TQ210
    found = calendars()
    if found.values():
        assert market.days == 1


def test_days_of_a_market(market):  # TQ210
    found = market.calendars()
    for calendar in found.values():
        assert calendar.day == 1


def test_holidays_of_a_calendar():  # TQ210
    found = calendars()
    for holiday in found["plain"].holidays():
        assert holiday.day == 1


# ------------------------------------------------------------ parts that a class of the file makes


class Fair(shop.Fair):
    def build(self):
        for name in ("größe", "hall"):
            yield shop.Stall(name)


class BigFair(Fair):
    size = 3


async def test_stalls_of_a_fair():
    async with BigFair().opened() as visit:
        for stall in visit.fair.find_all(shop.Stall):
            stall.close()
            assert stall.is_closed


def test_stalls_of_a_fair_by_name():
    fair = Fair()
    for stall in fair.find_all(shop.Stall):
        assert stall.is_open


async def test_tents_of_a_fair():  # TQ210
    async with BigFair().opened() as visit:
        for tent in visit.fair.find_all(shop.Tent):
            assert tent.is_open


async def test_stalls_of_an_imported_fair():  # TQ210
    async with shop.Fair().opened() as visit:
        for stall in visit.fair.find_all(shop.Stall):
            assert stall.is_open


async def test_stalls_of_a_fair_by_colour():  # TQ210
    async with Fair().opened() as visit:
        for stall in visit.fair.find_all(shop.Stall, colour="grey"):
            assert stall.is_open


# ------------------------------------------------------------ dict's keywords, module numbers

ROUNDS = 3


def test_labels_of_goods():
    wanted = dict(tea=dict(unit="g", scale=2), milk=dict(unit="l"))
    goods = shop.goods()
    for name, labels in list(wanted.items()):
        for label, value in list(labels.items()):
            assert getattr(goods[name], label) == value


def test_labels_that_the_shop_gives():  # TQ210
    found = dict(shop.labels())
    for label, value in list(found.items()):
        assert value.endswith(label)


def test_rows_of_stalls():
    for stall in (shop.stall(seed) for seed in range(ROUNDS * 2)):
        assert stall.rent == 3


def test_rows_of_open_stalls():  # TQ210
    for stall in (shop.stall(seed) for seed in shop.seeds()):
        assert stall.rent == 3
