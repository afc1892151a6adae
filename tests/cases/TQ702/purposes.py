import gzip
import threading
import unittest
from unittest.mock import call

import pytest
from shop import Client, Shop


def test_strikes_off(shop):
    wanted = {"tea", "größe"}
    answer = shop.find(kind="all")
    for row in answer["rows"]:
        wanted.remove(row["name"])
    assert len(wanted) == 0


def test_trims(shop):
    result = shop.versions()
    for version in result["versions"]:
        version.pop("created")
        del version["size"]
        version["rows"].sort()
    assert result["versions"] == [{"name": "a"}]


def test_counts(shop):
    sold = 0
    names: dict[str, int] = {}
    for row in shop.rows():
        sold += row.count
        name: str = row.get("name")
        names[name] = row.count
        print(name)
    assert sold == 3


def test_acts_on_each(shop):
    for row in shop.rows():  # TQ702
        shop.remove(row)
    assert shop.count == 0


def test_parts_of_an_answer(shop):
    ids = [row["id"] for row in shop.rows()]
    for number in ids:
        assert number[0].startswith("i") is True


def test_made_of_a_range(shop):
    names = [f"tea{number}" for number in range(3)]
    for name in names:  # TQ702
        assert shop.price(name) == 1


def test_range(shop):
    for number in range(3):  # TQ702
        assert shop.price(number) == 1


def test_sum_of_lists(shop):
    for name in ["tea"] + ["cake"]:  # TQ702
        price = shop.price(name)
        assert price == 1


def test_finds_tags(shop):
    tags = [{"key": "a"}, {"key": "b"}]
    answer = shop.tag(tags)
    for row in answer["rows"]:
        for tag in tags:
            assert tag in row["tags"]


def test_finds_lines(shop, caplog):
    shop.sell("tea")
    for word in ("sold", "tea"):
        assert word in caplog.text


def test_unpacked(shop):
    rows, token = shop.page()
    for number in range(2, 4):
        assert rows[number] == {"name": f"tea{number}"}
    assert token is None


def test_packed(shop):
    wanted = {"a.gz": b"a", "b.gz": b"b"}
    data = shop.export()
    for name, packed in wanted.items():
        plain = gzip.decompress(data[name])
        assert packed == data[name]
        assert plain == b"tea"


def test_prepares(client):
    for key in ["a", "b"]:
        client.put(key)
    listed = client.list(limit=1)
    assert listed == ["a"]


def test_prepares_and_keeps(client):
    ids = []
    for key in ("a", "b"):
        made = client.make(key)
        ids.append(made["id"])
    listed = client.list(ids)
    assert {row["id"] for row in listed} == set(ids)


def test_prepares_for_an_error(client):
    for key in ("a", "b"):
        client.put(key)
    with pytest.raises(KeyError):
        client.get("c")


async def test_prepares_async(client):
    for key in ("a", "b"):
        await client.put(key)
    answer = await client.list()
    assert answer == ["a", "b"]


def test_cleans_up(client):
    made = [client.make("a"), client.make("b")]
    assert made[0] == "a"
    for item in made:
        client.delete_item(item)


def test_threads(shop):
    threads = [threading.Thread(target=shop.sell) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert shop.sold == 3


def test_no_check_behind(shop):
    for name in ("tea", "cake"):  # TQ702
        shop.sell(name)


def test_ends_checked(shop):
    for name in ("tea", "cake"):  # TQ702
        shop.delete(name)
    assert shop.count == 0


def test_kept_and_read(shop):
    prices = []
    for name in ("tea", "cake"):  # TQ702
        prices.append(shop.price(name))
    first = prices[0]
    assert first == 1


def test_raises_inside(shop):
    for name in ("tea", "cake"):  # TQ702
        with pytest.raises(KeyError):
            shop.price(name)


def test_draws(queue):
    got = []
    while queue.pending():
        item = queue.next_item()
        got.append(item.name)
    assert got == ["a", "b"]


def test_counted_while(shop):
    number = 0
    while number < 3:  # TQ702
        assert shop.price(number) == 1
        number += 1


def price_check(shop, name):
    assert shop.price(name) == 1


def test_helper(shop):
    for name in ("tea", "cake"):  # TQ702
        price_check(shop, name)


class PurposesTest(unittest.TestCase):
    def test_prepares(self):
        for name in ("tea", "cake"):
            self.shop.add(name)
        answer = self.shop.find("tea")
        self.assertEqual(answer, ["tea"])

    def test_strikes_off(self):
        wanted = ["tea", "cake"]
        for row in self.shop.rows():
            wanted.remove(row.name)
        self.assertEqual(wanted, [])

    def test_tries(self):
        client = Client(Shop())
        for name in ("tea", "cake"):  # TQ702
            answer = client.get(name)
            self.assertEqual(answer.status, 200)


def test_walks(shop):
    result = shop.sell("tea")
    node = result
    seen = set()
    while node is not None:
        assert node.id not in seen
        seen.add(node.id)
        node = node.parent


def test_no_such_call(shop):
    shop.sell("tea")
    first, second = shop.keys_of("tea")
    for key in [first, second]:
        for call in shop.client.expire.call_args_list:
            assert call[0][0] != key


def test_files_of_the_answer(shop, tmp_path):
    names = shop.export(tmp_path)
    for name in names:
        with open(name) as file:
            assert file.read() == "tea"


def test_pages(client):
    token = "0"
    rows = []
    while token is not None:
        answer = client.page(token=token)
        rows.extend(answer["rows"])
        token = answer.get("next")
    assert rows == ["tea"]


def test_until_it_is_ready(client):
    answer = client.make_report()
    while answer["state"] != "ready":
        answer = client.make_report()
    assert answer["rows"] == 1


def test_counts_by_the_code(shop):
    number = 0
    while number < 3:  # TQ702
        number = shop.next_of(number)
        assert number > 0


def test_reads_to_the_end(client):
    parts = []
    while True:
        part = client.read(1024)
        if not part:
            break
        parts.append(part)
    assert b"".join(parts) == b"tea"


def test_breaks_by_its_own_count(shop):
    number = 0
    while True:  # TQ702
        number = shop.next_of(number)
        if number > 3:
            break
        assert shop.price(number) == 1


def test_breaks_by_a_list(shop):
    names = ["tea", "cake"]
    while True:  # TQ702
        if not names:
            break
        assert shop.sell(names.pop()) == 1


def test_makes_the_wanted_calls(shop, client):
    shop.close(client)
    wanted = []
    for name in ("tea", "cake"):
        wanted.append(call(name))
    client.close.assert_has_calls(wanted)


def test_makes_what_it_compares(shop, client):
    wanted = []
    for name in ("tea", "cake"):  # TQ702
        wanted.append(shop.close(name))
    client.close.assert_has_calls(wanted)


def test_asked_so_many_times(shop):
    with assert_queries(3), pytest.raises(LookupError):
        for _ in range(3):
            shop.find("größe")


def test_asked_for_each_number(shop):
    with pytest.raises(LookupError):
        for number in range(3):  # TQ702
            shop.find(number)
