import time
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


def test_verifies_mapping(shop):
    prices = shop.prices()
    for name, (low, high) in prices.items():
        assert low < high, name


def test_given_mapping(shop):
    prices = {"tea": 3, "cake": 5}
    for name, price in prices.items():  # TQ702
        assert shop.price(name) == price


def test_verifies_with_number(shop):
    labels = shop.labels()
    for number, label in enumerate(labels, 1):
        assert label == f"shelf {number}"


def test_given_with_number(shop):
    for number, name in enumerate(["tea", "cake"]):  # TQ702
        assert shop.place(name) == number


def test_verifies_reversed(shop):
    for label in reversed(list(shop.labels())):
        assert label.startswith("shelf")


def test_verifies_pairs(shop):
    for label, price in zip(shop.labels(), shop.prices(), strict=True):
        assert shop.printed[label] == price


def test_given_pairs(shop):
    names = ["tea", "cake"]
    for name, price in zip(names, shop.prices(), strict=True):  # TQ702
        assert shop.price(name) == price


def test_given_names_beside_answers(shop):
    names = ["tea", "cake"]
    for name, label in zip(names, shop.labels(), strict=True):
        assert label.startswith(name)


def test_verifies_answers(client):
    answers = [client.post("/tea"), client.get("/tea")]
    for answer in answers:
        assert answer.status == 200
        if "item" in answer.body:
            item = answer.body["item"]
            assert item == "tea"


def test_made_inputs(shop):
    for product in [Product("tea"), Product("cake")]:  # TQ702
        assert shop.sell(product) == 1


def test_acts_on_result(shop):
    for item in shop.items():  # TQ702
        sold = shop.sell(item)
        assert sold == 1


NAMES = ("tea", "cake")


def test_constant(shop):
    for name in NAMES:  # TQ702
        assert shop.price(name) == 1


def test_reads_parts(shop):
    for record in shop.log():
        words = record.text().split()
        line = " ".join(words)
        if record.level == "error":
            assert line == "closed"
            return


def test_acts_with_part(shop):
    for record in shop.log():  # TQ702
        answer = shop.replay(record.text())
        assert answer == "done"


def test_waits(shop):
    end = time.monotonic() + 5
    while shop.closed and time.monotonic() < end:
        time.sleep(0.1)
    assert not shop.closed


async def test_waits_without_thread(shop):
    while shop.closed:
        await shop.loop.sleep(0)
    assert not shop.closed


def test_reads_nested_parts(shop):
    for shelf in shop.shelves():
        label = getattr(shelf, "label")
        for part in shelf.parts():
            assert str(part) in label


def test_acts_on_nested_part(shop):
    for shelf in shop.shelves():  # TQ702
        for part in shop.sell(shelf):  # TQ702
            receipt = shop.sell(part)
            assert receipt


def test_waits_so_many_times(shop):
    for _ in range(10):
        if not shop.closed:
            assert shop.count == 1
            break
        time.sleep(0.1)


def test_pauses_between_inputs(shop):
    for name in ("tea", "cake"):  # TQ702
        assert shop.sell(name) == 1
        time.sleep(0.1)


def test_gathers(shop):
    found = []
    for item in shop.items():
        if item.sold:
            found.append(item)
    assert len(found) == 2


def test_gathers_answers(shop):
    found = []
    for item in shop.items():  # TQ702
        found.append(shop.sell(item))
    assert len(found) == 2


def test_words():
    for name in "tea cake".split():  # TQ702
        assert shop.price(name) == 3


def test_answers_beside_what_is_wanted(shop):
    for line, wanted in zip(shop.lines(), [1, 2]):
        assert line.count == wanted


def test_two_columns(shop):
    for name, price in zip(["tea", "cake"], [3, 5]):  # TQ702
        assert shop.price(name) == price


class PricesTest(unittest.TestCase):
    names = ["tea", "cake"]

    def test_names_of_the_class(self):
        for name in self.names:  # TQ702
            self.assertEqual(shop.price(name), 3)

    def test_lines_of_the_set_up(self):
        for line in self.lines:
            self.assertEqual(line.count, 3)


def test_looks_up_each(shop):
    found = shop.find("größe")
    for name in ("tea", "cake"):
        assert name in found
    for name, price in {"tea": 3}.items():
        assert found[name] == price
    for number in range(len(found)):
        assert found[number].price == 3


def test_asks_for_each(shop):
    found = shop.find("tea")
    for name in ("tea", "cake"):  # TQ702
        assert found.price(name) == 3


def test_files(shop):
    for path in FOLDER.glob("*.json"):  # TQ702
        assert shop.load(path) == 1


def test_files_written(shop):
    shop.save(FOLDER)
    for path in FOLDER.glob("*.json"):
        assert path.suffix == ".json"


class MoreOfShopTest(unittest.TestCase):
    def test_constant_of_a_base(self):
        for value in self.VALUES:  # TQ702
            self.assertEqual(self.shop.price(value), 1)


async def test_looks_up_what_is_listed(shop):
    found = {}
    async for name, price in shop.list():
        item, size = await shop.get(name)
        assert item.price == price
        found[item.label("größe")] = size
    assert len(found) == 2


def test_looks_up_elsewhere(shop, till):
    for name in shop.names():  # TQ702
        item = till.get(name)
        assert item.price == 3


def test_looks_up_what_is_written_out(shop):
    for name in ("tea", "cake"):  # TQ702
        item = shop.get(name)
        assert item.price == 3
