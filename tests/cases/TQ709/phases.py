import json
import os
import time
import unittest
from datetime import datetime

import pytest


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
