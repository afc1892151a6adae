import copy
import hashlib
import json
import os
import threading
import time
import unittest
import urllib.parse
import zipfile
from datetime import datetime
from typing import cast
from xml.etree import ElementTree

import httpretty
import numpy
import pytest
from django.contrib.auth import get_user_model


def test_one_cycle(shop):
    shop.add("tea")
    total = shop.checkout()
    assert total == 3
    assert shop.count == 1


def test_two_cycles(shop):  # TQ709
    shop.add("tea")
    assert shop.count == 1
    shop.remove("tea")
    assert shop.count == 0


async def test_two_results(client):  # TQ709
    first = await client.get("/tea")
    assert first.status == 200
    second = await client.get("/cake")
    assert second.status == 404


def test_reads_on(client):
    response = client.get("/tea")
    assert response.status == 200
    data = response.json()
    assert data["name"] == "tea"


def test_removal_then_count(shop):
    shop.add("tea")
    assert shop.count == 1
    shop.remove("tea")
    assert shop.count == 0


def test_add_twice(shop):
    shop.add("tea")
    assert shop.count == 1
    shop.add("tea")
    assert shop.count == 2


def test_one_refusal(shop):
    shop.add("tea")
    with pytest.raises(LookupError) as caught:
        shop.remove("cake")
    text = caught.value.describe()
    assert text == "cake"
    assert shop.count == 1


def test_result_and_refusal(shop):  # TQ709
    shop.add("tea")
    assert shop.count == 1
    with pytest.raises(LookupError):
        shop.remove("cake")


def test_two_refusals(shop):  # TQ709
    with pytest.raises(LookupError):
        shop.remove("cake")
    with pytest.raises(LookupError):
        shop.remove("tea")


def test_two_comparisons(shop):
    assert shop.price("tea") == 3
    assert shop.price("cake") == 5


def test_reads_through_the_library(shop):
    answer = shop.order("tea")
    assert answer["count"] == 1
    due = datetime.fromisoformat(answer["due"])
    assert due.day == 3
    parsed = json.loads(answer["note"])
    assert parsed == {}


def test_precondition(shop):
    assert shop.count == 0
    shop.add("tea")
    assert shop.count == 1


class ShopCase(unittest.TestCase):
    def test_precondition(self):
        self.assertEqual(len(self.shop.names), 0)
        self.shop.add("tea")
        self.assertEqual(self.shop.count, 1)

    def test_two_acts(self):  # TQ709
        self.assertEqual(self.shop.add("tea"), 1)
        self.shop.add("cake")
        self.assertEqual(self.shop.count, 2)


def test_all_in_a_block(shop):  # TQ709
    with shop.open():
        shop.add("tea")
        assert shop.count == 1
        shop.remove("tea")
        assert shop.count == 0


def test_two_blocks(shop):  # TQ709
    with shop.open() as door:
        shop.add("tea")
        assert door.visitors == 1
    with shop.shut() as door:
        shop.remove("tea")
        assert door.visitors == 0


def test_two_branches(shop):
    if shop.open:
        shop.add("tea")
        assert shop.count == 1
    else:
        shop.order("tea")
        assert shop.count == 0


def test_rows_and_output(client, capsys):
    response = client.post("/order")
    assert response.status == 201
    order = Order.objects.get()
    assert order.total == 3
    order.refresh_from_db()
    assert order.state == "new"
    captured = capsys.readouterr()
    assert captured.out == ""


def test_rows_written(client):  # TQ709
    response = client.post("/order")
    assert response.status == 201
    order = Order.objects.create(total=3)
    assert order.total == 3


async def test_answer_of_a_block(client):
    async with client.get("/order") as response:
        assert response.status == 201
        content = await response.json()
    assert content["total"] == 3


async def test_answers_of_two_blocks(client):  # TQ709
    async with client.get("/order") as response:
        assert response.status == 201
    async with client.get("/orders") as response:
        assert response.status == 200


def test_file_written(shop, tmp_path):
    assert shop.save(tmp_path) == 1
    with open(tmp_path / "größe.txt") as file:
        text = file.read()
        assert text == "tea"


def test_looks_through_another_object(shop):
    shop.add("tea")
    assert shop.count == 1
    ledger = Ledger(shop.till)
    assert ledger.rows() == ["tea"]


def test_works_with_another_object(shop):  # TQ709
    shop.add("tea")
    assert shop.count == 1
    ledger = Ledger(shop.till)
    ledger.close()
    assert ledger.rows() == ["tea"]


def test_makes_one_and_the_other():  # TQ709
    tea = Product("tea")
    assert tea.price == 3
    cake = Product("cake")
    assert cake.price == 5


def test_made_of_an_answer(shop):  # TQ709
    shop.add("tea")
    assert shop.count == 1
    ledger = Ledger(shop.close("größe"))
    assert ledger.rows() == ["tea"]


def test_prints_between(shop):
    shop.add("tea")
    assert shop.count == 1
    print("sold", shop.names())
    assert shop.names() == ["tea"]


def test_refused_and_made():  # TQ709
    with pytest.raises(TypeError):
        Product()
    tea = Product("tea")
    assert tea.price == 3


def test_opens_a_dialog(dialog):  # TQ709
    dialog.open()
    assert dialog.title == "größe"
    dialog.close()
    assert dialog.title == ""


def test_what_is_wanted_is_made_by_the_library(shop):
    shop.add("tea")
    assert shop.count == 1
    wanted = os.path.join("tea", "größe")
    nothing = object()
    assert shop.path("tea", nothing) == wanted


def test_joins_what_was_answered(shop):
    answer = shop.sell("tea")
    assert answer.price == 3
    text = "".join([part.name for part in answer.parts()])
    assert text == "größe"


def test_joins_what_is_sold(shop):  # TQ709
    answer = shop.sell("tea")
    assert answer.price == 3
    text = "".join([shop.sell(name).text for name in ("tea", "cake")])
    assert text == "größe"


def test_wanted_of_a_double(shop, mailer, options):
    shop.checkout("tea")
    mailer.open.assert_called_once_with()
    names = options.get("names", "")
    names = names.split(",") if names else []
    mailer.send.assert_called_once_with("receipt", names)


def test_acts_between_doubles(shop, mailer):  # TQ709
    shop.checkout("tea")
    mailer.open.assert_called_once_with()
    receipt = shop.checkout("cake")
    assert receipt.total == 5
    mailer.send.assert_called_once_with("receipt", receipt)


def without_head(text):
    return text.partition("\n")[2]


def test_files_read_back(shop, tmp_path):
    shop.export(tmp_path)
    with open(tmp_path / "tea.txt") as file:
        content = without_head(file.read())
    assert content == "größe"
    with open(tmp_path / "cake.txt", "rb") as file:
        content = file.read()
    assert content == b""


def test_files_read_by_the_code(shop, tmp_path):  # TQ709
    with open(tmp_path / "tea.txt") as file:
        content = shop.load(file)
    assert content == "größe"
    with open(tmp_path / "cake.txt") as file:
        content = shop.load(file)
    assert content == ""


def test_file_rewritten(shop, tmp_path):  # TQ709
    assert shop.export(tmp_path) == 1
    with open(tmp_path / "tea.txt", "w") as file:
        file.write("größe")
    assert shop.load(tmp_path) == 1


def test_rows_that_point_at_one(client, shop):
    response = client.post("/order")
    assert response.status == 201
    order = shop.till.order_set.get(number=1)
    assert order.total == 3


def test_rows_there_before(client):
    assert Product.objects.filter(name="größe").exists()
    response = client.post("/order")
    assert response.status == 201


def test_rows_made_before(client):  # TQ709
    assert Product.objects.create(name="größe").price == 3
    response = client.post("/order")
    assert response.status == 201


def test_looks_into_what_was_handed_over(shop):
    note = Note("größe")
    shop.stamp(note)
    assert note["seen"] == "yes"
    lines = note.get_lines("de").sorted()
    assert lines == ["größe"]
    del note["seen"]
    assert note.text == "größe"


def test_acts_on_what_was_handed_over(shop):  # TQ709
    note = Note("größe")
    shop.stamp(note)
    assert note["seen"] == "yes"
    answer = note.send()
    assert answer == "sent"


def test_lists_the_one_and_the_other(shop):  # TQ709
    rows = list(shop.get_rows("tea"))
    assert rows == ["tea"]
    rows = list(shop.get_rows("größe"))
    assert rows == []


def test_asks_the_client_anew(shop, client):  # TQ709
    shop.greet(client)
    assert shop.guests == 1
    answer = client.get("/greetings")
    assert answer.status == 200


def test_trims_the_answer(shop):
    answer = shop.sell("tea")
    assert "number" in answer
    del answer["number"]
    assert answer == {"name": "tea"}


def test_orders_the_answer(shop):
    rows = shop.rows()
    assert len(rows) == 2
    rows.sort()
    assert rows == ["cake", "tea"]


def test_takes_from_what_it_made():  # TQ709
    shelf = Shelf(["tea", "cake"])
    assert len(shelf) == 2
    del shelf["tea"]
    assert len(shelf) == 1


def test_time_noted_between_two_looks(shop):
    began = time.monotonic()
    shop.open()
    assert shop.state == "größe"
    ended = time.monotonic()
    assert ended - began < 1


def test_time_noted_around_two_acts(shop):  # TQ709
    began = time.perf_counter()
    total = shop.total(1)
    taken = time.perf_counter() - began
    assert taken < 1
    assert total == 3
    began = time.perf_counter()
    total = shop.total(2)
    taken = time.perf_counter() - began
    assert taken < 1
    assert total == 4


def test_moment_reckoned_with(shop):
    shop.open()
    moment = datetime.now()
    assert shop.label(moment) == "größe"
    morning = moment.replace(hour=0)
    assert shop.label(morning) == "tea"


def test_moment_given_to_the_shop(shop):  # TQ709
    shop.last_seen = datetime.now()
    shop.clean()
    assert shop.label() == "größe"
    shop.restock()
    assert shop.label() == "tea"


def test_measures_what_was_sold(shop):
    rows = shop.shuffle([3, 1, 2])
    assert numpy.asarray(rows).sum() == 6
    rows = numpy.array(sorted(map(list, rows)), dtype=int)
    assert not numpy.all(rows == 1)


def test_digest_of_a_file(shop):
    data = shop.export("größe")
    assert len(data) == 3
    digest = hashlib.sha1(data).hexdigest()
    assert digest == "a46d2f7a"
    form = urllib.parse.parse_qs(shop.last)
    assert form == {"name": ["tea"]}


def test_threads_are_joined(shop):
    shop.start()
    with pytest.raises(RuntimeError):
        shop.wait(3)
    [job.join(1) for job in threading.enumerate() if "shop" in job.name]
    left = [job for job in threading.enumerate() if "shop" in job.name]
    assert left == []


def test_threads_are_joined_by_the_shop(shop):  # TQ709
    shop.start()
    with pytest.raises(RuntimeError):
        shop.wait(3)
    [shop.join(job) for job in threading.enumerate() if "shop" in job.name]
    assert shop.count == 0


def test_answer_by_its_type(client):
    response = client.get("/order")
    assert response.status == 200
    data = cast(dict[str, int], response.json())
    assert data["total"] == 3


def test_request_that_was_recorded(shop):
    shop.order("tea")
    assert shop.count == 1
    sent = httpretty.last_request().parsed_body
    assert sent == {"name": "tea"}


def test_parts_of_each_name(shop):
    names = shop.names()
    assert len(names) == 2
    for name in names:
        assert name.startswith("tea")
        number = name.split("-")[-1]
        assert number.isdigit()


def test_each_shop_is_opened(shops):  # TQ709
    for shop in shops:
        shop.add("tea")
        assert shop.count == 1
        shop.remove("tea")
        assert shop.count == 0


def test_latest_row(client):
    response = client.post("/order")
    assert response.status == 201
    order = Order.objects.latest("number")
    assert order.total == 3


def test_latest_user(client):
    response = client.post("/join")
    assert response.status == 201
    user = get_user_model().objects.latest("id")
    assert user.name == "größe"


def test_input_looked_at_first(shop):
    element = ElementTree.fromstring("<größe>3</größe>")
    assert not element.attrib
    size = shop.read(element)
    assert size == 3


def test_double_in_its_place(shop, monkeypatch):
    monkeypatch.setattr(shop, "till", 3)
    assert shop.till == 3
    shop.add("tea")
    assert shop.count == 1


def test_other_double_for_the_same(shop, monkeypatch):  # TQ709
    shop.add("tea")
    assert shop.count == 1
    monkeypatch.setattr(shop, "till", 3)
    assert shop.total("tea") == 3


def test_other_numbers_for_the_same(shop):  # TQ709
    rows = numpy.array([1, 2])
    total = shop.total(rows)
    assert total == 3
    rows = numpy.tile(rows, 6)
    assert shop.total(rows) == 18


def test_archive_written(shop, tmp_path):
    assert shop.save(tmp_path) == 1
    with zipfile.ZipFile(tmp_path / "shop.zip") as archive:
        names = archive.namelist()
    assert names == ["größe.txt"]


def test_totals_collected(shop):
    rows = shop.rows()
    totals = []
    for row in rows:
        assert row.name
        totals.append(row.total)
    assert totals == [3, 4]


def test_totals_of_what_is_sold(shop):  # TQ709
    rows = shop.rows()
    totals = []
    for row in rows:
        assert row.name
        totals.append(shop.sell(row))
    assert totals == [3, 4]


def test_columns_of_lines(shop):
    lines = shop.report()
    assert lines

    def column(line, text):
        return line.find(text) if text in line else len(line)

    first = column(lines[0], "tea")
    assert first == 3


def test_columns_of_what_is_sold(shop):  # TQ709
    lines = shop.report()
    assert lines

    def column(line):
        return shop.sell(line)

    first = column(lines[0])
    assert first == 3


def test_copy_of_a_shop(shop):  # TQ709
    other = copy.deepcopy(shop)
    assert other == shop
    other.add("größe")
    assert other != shop


def test_first_of_what_was_parsed(shop):
    answer = shop.report()
    parsed = json.loads(answer)
    assert "rows" in parsed
    first = list(parsed["rows"].values())[0]
    assert first == 3


def test_hours_of_a_visit(shop):
    visit = shop.visit("größe")
    assert visit.name == "größe"
    hours = (visit.end - visit.start).total_seconds() / 3600
    assert hours == 3


def test_hours_of_what_is_sold(shop):  # TQ709
    visit = shop.visit("größe")
    assert visit.name == "größe"
    hours = (shop.sell(visit) - visit.start).total_seconds() / 3600
    assert hours == 3


def test_folder_that_was_filled(shop, tmp_path):
    assert shop.export(tmp_path) == 1
    found = tmp_path.iterdir()
    assert [path.name for path in found] == ["größe.txt"]


def test_what_a_mock_was_told_is_picked(shop):
    with patch.object(shop, "send", wraps=shop.send) as send:
        shop.close("größe")
    assert shop.closed == 1
    prices = [call[1].get("price") for call in send.call_args_list]
    assert prices == [3, 4]


def test_what_is_asked_of_the_shop_for_each_call(shop):  # TQ709
    with patch.object(shop, "send", wraps=shop.send) as send:
        shop.close("größe")
    assert shop.closed == 1
    prices = [shop.price(call) for call in send.call_args_list]
    assert prices == [3, 4]
