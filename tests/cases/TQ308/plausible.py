"""Statements that could raise something, but not what the block expects."""

import asyncio
import copy
import json
import os
import re
import socket
import sys
import threading
import unittest
from queue import Empty
from unittest import mock

import numpy as np
import pytest

from shop import Account, Refused, open_account, orders, payload, stock


def test_checks_before_the_call(account, queue):
    with pytest.raises(Empty):
        assert queue is not None
        queue.get(block=False)
    with pytest.raises(Refused):
        assert account.total == 1, "é"
        account.withdraw(20)
    with pytest.raises(Refused):  # TQ308
        assert account.audit() == 1
        account.withdraw(20)
    with pytest.raises(AssertionError):  # TQ308
        assert queue is not account.queue
        account.withdraw(20)
    with pytest.raises(AttributeError):  # TQ308
        assert account.total == 1
        account.withdraw(20)


def test_check_that_never_runs(account):
    with pytest.raises(Refused) as caught:  # TQ308
        account.withdraw(20)
        assert caught.value.amount == 20
    with pytest.raises(Refused) as caught:  # TQ308
        given = copy.deepcopy(payload)
        account.withdraw(given)
        assert caught.value.amount == 20


def test_copies(account):
    with pytest.raises(Refused):
        given = copy.deepcopy(payload)
        given["amount"] = -1
        given["names"].append("é")
        account.withdraw(**given)
    with pytest.raises(KeyError):  # TQ308
        given = copy.deepcopy(payload)
        given["amount"]["net"] = -1
        account.withdraw(**given)


def test_items_taken_out_of_a_copy(account):
    rows = [{"name": "é", "amount": 20}]
    with pytest.raises(ValueError):
        given = copy.deepcopy(rows)
        del given[0]["amount"]
        account.withdraw(given)
    with pytest.raises(KeyError):  # TQ308
        given = copy.deepcopy(rows)
        del given[0]["amount"]
        account.withdraw(given)
    with pytest.raises(ValueError):  # TQ308
        del account.rows[0]
        account.withdraw(rows)
    with pytest.raises(ValueError):  # TQ308
        kept = account.copy_of(rows)
        del kept[0]["amount"]
    with pytest.raises(ValueError):  # TQ308
        del rows[account.first()]
        account.withdraw(rows)


def test_standard_library_knows_nothing_of_it(account):
    with pytest.raises(Refused):
        account_id = os.path.join("a", "b")
        names = ["x" + str(number) for number in range(51)]
        account.withdraw(account_id, names)
    with pytest.raises(Refused):
        text = json.dumps({"a": 1})
        account.load(text.encode())
    with pytest.raises(json.JSONDecodeError):  # TQ308
        text = json.loads(account.text)
        account.load(text)
    with pytest.raises(Refused):  # TQ308
        first = next(account.entries)
        account.withdraw(first)
    with pytest.raises(RuntimeError):
        path = os.path.join(account.folder, "none")
        account.load(path)
    with pytest.raises(FileNotFoundError):  # TQ308
        os.remove("none")
        account.load("none")
    with pytest.raises(Refused):
        import decimal

        try:
            sys.exc_clear()
        except AttributeError:
            pass
        account.withdraw(decimal)


def test_counted_in_a_loop(account):
    with pytest.raises(Refused):
        seen = 0
        while seen < len(account.data):
            part = account.read()
            seen += len(part)
    with pytest.raises(Refused):  # TQ308
        seen = 0
        while seen < len(account.data):
            part = account.read()
            seen += account.write(part)


def test_values_given_to_attributes(account):
    with pytest.raises(ValueError):
        account.settings.limit = None
        account.settings.host = "é"
        account.withdraw(20)
    with pytest.raises(ValueError):  # TQ308
        account.settings.limit = open_account()
        account.withdraw(20)
    with pytest.raises(ValueError):  # TQ308
        account.limit = 3
        account.limit = -1
    with pytest.raises(Refused):  # TQ308
        other = open_account()
        other.limit = -1
    with pytest.raises(Refused):  # TQ308
        other = open_account()
        other["limit"] = "é"
    with pytest.raises(Refused):
        options = {}
        other = open_account(options)
        options["limit"] = 3


def make_entry():
    async def entry(request):
        return request

    return entry


def make_account():
    return open_account("é")


class Entry:
    def __init__(self, amount):
        self.amount = amount


class Strict:
    def __init__(self, amount):
        self.amount = Account(amount)


def test_own_makers(account):
    with pytest.raises(ValueError):
        entry = make_entry()
        account.add("é", entry)
    with pytest.raises(ValueError):
        entry = Entry(3)
        account.add("é", entry)
    with pytest.raises(ValueError):  # TQ308
        other = make_account()
        account.add("é", other)
    with pytest.raises(ValueError):  # TQ308
        entry = Strict(3)
        account.add("é", entry)
    with pytest.raises(ValueError):  # TQ308
        entry = Account(3)
        account.add("é", entry)


async def test_only_what_waits_is_cancelled(account):
    ready = asyncio.Event()
    with pytest.raises(asyncio.CancelledError):
        ready.set()
        account.touch()
        await account.read()
    with pytest.raises(asyncio.CancelledError):  # TQ308
        await account.open()
        await account.read()
    with pytest.raises(OSError):
        await asyncio.sleep(0)
        await account.read()


def test_set_up_of_mocks(account, monkeypatch):
    done = threading.Event()
    with pytest.raises(Refused):
        double = mock.patch("shop.audit", side_effect=OSError("é"))
        account.store.read = mock.Mock(return_value=1)
        account.store.configure_mock(size=3)
        with double:
            account.withdraw(20)
    with pytest.raises(Refused):
        with monkeypatch.context() as inner:
            inner.setattr(os, "access", False)
            account.withdraw(20)
    with pytest.raises(Refused):
        account.withdraw(20)
        done.set()
    with pytest.raises(AttributeError):  # TQ308
        monkeypatch.setattr(account, "none", 1)
        account.withdraw(20)


def test_method_that_is_looked_up(account):
    with pytest.raises(pytest.fail.Exception):
        check = getattr(account, "check")
        check("é")
    with pytest.raises(AttributeError):  # TQ308
        check = getattr(account, "check")
        check("é")


def test_text_written_down(account):
    with pytest.raises(ValueError):
        header = "Basic {}".format(b"name".hex())
        account.load(header)
    with pytest.raises(ValueError):
        pattern = re.compile("é", re.X)
        account.load(pattern)
    with pytest.raises(ValueError):  # TQ308
        number = int("é")
        account.load(number)


def test_queries_are_lazy(account):
    with pytest.raises(ValueError):
        found = stock.objects.filter(name="é").order_by("name")[:1]
        account.load(found)
    with pytest.raises(ValueError):  # TQ308
        found = stock.objects.get(name="é")
        account.load(found)


def test_classes_made_to_be_used(account):
    with pytest.raises(TypeError):

        class Order(account.Base):
            amount: int = account.field("é")

        Order(amount=3)
    with pytest.raises(TypeError):  # TQ308

        class Other(account.Base):
            amount: int = account.field("é")

        orders()


def test_lines_that_a_measure_leaves_out(account):
    with pytest.raises(Refused):
        account.withdraw(20)
        assert account  # pragma: no cover


def test_said_to_another_tool(account):
    with pytest.raises(Refused):  # noqa: PT012
        account.deposit(1)
        account.withdraw(20)
    with pytest.raises(Refused):  # noqa: B017  # TQ308
        account.deposit(1)
        account.withdraw(20)


class AccountTest(unittest.TestCase):
    def test_check_of_the_case(self):
        with self.assertRaises(Refused):
            self.assertEqual(self.account.total, 1)
            self.account.withdraw(20)
        with self.assertRaises(Refused):  # TQ308
            self.assertEqual(self.account.audit(), 1)
            self.account.withdraw(20)

    def test_skipped_where_it_is_not_refused(self):
        with self.assertRaises((Refused, unittest.SkipTest)):
            answer = self.account.withdraw(20)
            self.store(answer)
        with self.assertRaises(Refused):
            self.account.withdraw(20)
            if not self.account.strict:
                self.skipTest("not strict")


def test_exception_that_was_kept(account):
    with pytest.raises(Refused):
        account.withdraw(20)
        raise account.error()


def test_files_are_written_before(account):
    with pytest.raises(Refused):
        with open("é") as file:
            file.write("é")
        account.load("é")
    with pytest.raises(Refused):  # TQ308
        with account.open("é") as book:
            book.write("é")
        account.load("é")


def test_answer_to_the_first(account):
    with pytest.raises(OSError):
        account.execute("é")
        account.fetchone()
    with pytest.raises(OSError):  # TQ308
        account.execute("é")
        orders.fetchone()
    with pytest.raises(OSError):  # TQ308
        account.execute("é")
        account.commit()


def test_comment_that_joins_them(account):
    # either of them may raise, depending on the driver
    with pytest.raises(OSError):
        account.open()
        account.read()
    with pytest.raises(OSError):
        account.open()
        # the error is not seen until it is read
        account.read()
    with pytest.raises(OSError):  # TQ308
        account.open()
        # read it
        account.read()


def test_made_by_hand(account):
    with pytest.raises(ZeroDivisionError):
        with account.audit():
            account.deposit(1)
            1 / 0
    with pytest.raises(ZeroDivisionError):
        line = account.open()
        account.run(line)


def test_decorated_and_called(account):
    with pytest.raises(TypeError):

        @account.checked("é")
        def entry():
            pass

        entry()
    with pytest.raises(TypeError):  # TQ308

        @account.checked("é")
        def other():
            pass

        account.audit()


def test_generator_is_only_made(account):
    def numbers():
        yield account.total

    async def later():
        await account.read()

    with pytest.raises(ValueError):
        found = numbers()
        account.load(found)
    with pytest.raises(ValueError):
        found = later()
        account.load(found)


def test_measured(account):
    with pytest.raises(ValueError):
        start = account.get_time()
        account.withdraw(20)
    with pytest.raises(ValueError):
        error = ValueError("é")
        copied = account.data.copy()
        account.load(copied, error)


def test_checked_each_time(account):
    with pytest.raises(RuntimeError):
        for number, entry in enumerate(account):
            account.move(entry)
            assert number < 5
    with pytest.raises(RuntimeError):  # TQ308
        for entry in account:
            account.move(entry)
            account.audit()


def test_failed_check_is_no_missing_attribute(account):
    with pytest.raises(AssertionError):
        account.limit = 3
        account.withdraw(20)


def test_run_through(account):
    with pytest.raises(OSError):
        found = account.entries(3)
        for _ in found.lines():
            pass
    with pytest.raises(OSError):  # TQ308
        found = account.entries(3)
        for _ in account.lines():
            pass


def test_said_above(account):
    """
    Either open or read raises an error, as the driver likes.
    """
    with pytest.raises(OSError):
        account.open()
        account.read()


def test_made_by_the_standard_library(account):
    with pytest.raises(RuntimeError):
        line = threading.Timer(3, account.close)
        account.run(line)
    with pytest.raises(ValueError):  # TQ308
        line = threading.Timer(3, account.close)
        account.run(line)


def test_connected_when_made(account):
    with pytest.raises(OSError):
        line = account.open("é", 3)
        line.connect()
    with pytest.raises(OSError):  # TQ308
        line = account.open("é", 3)
        line.send()
    with pytest.raises(OSError):  # TQ308
        line = account.open("é", 3)
        line.connect("é")


def test_fed_in_pieces(account, data, split):
    with pytest.raises(Refused):
        account.feed(data[:split])
        account.feed(data[split:])
    with pytest.raises(Refused):  # TQ308
        account.feed(data)
        account.feed(data)


def test_text_is_put_together(account, words):
    with pytest.raises(socket.timeout):
        mail = account.end.join(words)
        account.send(mail)
    with pytest.raises(json.JSONDecodeError):  # TQ308
        mail = json.loads(account.text)
        account.send(mail)


async def test_waits_for_what_was_begun(account, future):
    with pytest.raises(OSError):
        account.each(future.set_result)
        await future
    with pytest.raises(OSError):  # TQ308
        await account.each(future.set_result)
        await future
    with pytest.raises(OSError):  # TQ308
        account.each(future.set_result)
        await account.read()


def test_empty_specimen(account):
    with pytest.raises(Refused):  # TQ308
        entry = Account()
        account.add(entry, 3)
    with pytest.raises(Refused):  # TQ308
        first, kinds = None, []
        left = Account()
        right = orders.Book()
        account.join([left, right], first, kinds)
    with pytest.raises(Refused):  # TQ308
        entry = Account()
        entry.withdraw(20)
    with pytest.raises(Refused):  # TQ308
        entry = Account(3)
        account.add(entry)
    with pytest.raises(Refused):  # TQ308
        entry = open_account()
        account.add(entry)
    with pytest.raises(Refused):  # TQ308
        entry = Account()
        entry.deposit(3)
        account.add(entry)


def test_last_method_is_under_test(account):
    with pytest.raises(Refused):
        text = account.text.strip()
        account.load(text)
    with pytest.raises(Refused):  # TQ308
        codec = Account("é")
        codec.decode(b"")
    with pytest.raises(Refused):  # TQ308
        codec = open_account()
        codec.copy()
    with pytest.raises(Refused):  # TQ308
        account.decode(b"")
        account.decode(b"1")


def test_use_for_a_linter(account):
    with pytest.raises(Refused):

        @account.on_close
        def refused():
            return account.text

        assert refused  # seen as used
    with pytest.raises(Exception, match="twice"):

        @account.on_close
        def other():
            return account.text

        assert other
    with pytest.raises(Exception, match="twice"):  # TQ308
        other = account.close()
        assert other


def test_result_of_a_future(account):
    with pytest.raises(Refused):
        future = account.pool.submit(20)
        future.result()
    with pytest.raises(Refused):  # TQ308
        future = account.pool.submit(20)
        account.result()


async def test_answer_on_a_line(account):
    with pytest.raises(Refused):
        await account.line.send("größe")
        await account.line.receive_text()
    with pytest.raises(Refused):  # TQ308
        await account.line.send("größe")
        await account.other_line.receive_text()
    with pytest.raises(Refused):  # TQ308
        await account.line.send("größe")
        await account.line.confirm()


def test_message_quotes_one_of_them(account):
    with pytest.raises(ValueError, match="No currency 'größe'"):
        entry = open_account(3)
        entry.convert(currency="größe")
    with pytest.raises(ValueError, match="No currency 'größe'"):  # TQ308
        entry = open_account("größe")
        entry.convert(currency="größe")
    with pytest.raises(ValueError, match="No currency 'größe'"):  # TQ308
        entry = open_account("größe")
        entry.convert(3)
    with pytest.raises(ValueError, match="No currency"):  # TQ308
        entry = open_account(3)
        entry.convert(currency="größe")
    with pytest.raises(ValueError, match="No currency 'größe'"):  # TQ308
        entry = open_account(3)
        entry.convert(currency="größe")
        assert entry.total == 3
    with pytest.raises(Exception, match="No currency 'größe'"):  # TQ308
        entry = open_account(3)
        assert entry.text == "größe"


@pytest.mark.parametrize("first, second", [(-1, 3), (1, -3)])
def test_one_of_two_is_refused(account, first, second):
    with pytest.raises(Refused):
        account.withdraw(first)
        account.withdraw(second)
    with pytest.raises(Refused):  # TQ308
        account.deposit(first)
        account.withdraw(second)
    with pytest.raises(Refused):  # TQ308
        account.withdraw(second)
        account.withdraw(second)
    with pytest.raises(Refused):  # TQ308
        account.withdraw(3)
        account.withdraw(second)


def test_object_of_nothing_beside_a_pattern(limit):
    with pytest.raises(Refused, match=limit.text):
        account = Account()
        account.withdraw(20)
    with pytest.raises(Refused, match=limit.text):
        account = Account()

        @account.rule("größe")
        def never(amount):
            return amount

    with pytest.raises(Refused):  # TQ308
        account = Account()
        account.withdraw(20)
    with pytest.raises(Refused, match=limit.text):  # TQ308
        account = Account(3)
        account.withdraw(20)
    with pytest.raises(Refused, match=limit.text):  # TQ308
        account = Account()
        limit.withdraw(20)
    with pytest.raises(Refused, match=limit.text):  # TQ308
        account = open_account()
        account.withdraw(20)


async def test_task_that_a_call_gives(account):
    with pytest.raises(Refused):
        task = await account.send("größe")
        await task
    with pytest.raises(Refused):  # TQ308
        task = await account.send("größe")
        await account
    with pytest.raises(Refused):  # TQ308
        task = await account.send("größe")
        await task.result


def test_entries_of_its_own_dictionary():
    order = {"goods": ["tea"], "price": 3}
    with pytest.raises(TypeError):
        order["price"] = None
        stock.reserve(**order)
    with pytest.raises(TypeError):  # TQ308
        order["price"] = stock.price_of("tea")
        stock.reserve(**order)
    with pytest.raises(TypeError):  # TQ308
        order[stock.key] = 3
        stock.reserve(**order)


def test_entries_of_another_dictionary(basket):
    with pytest.raises(TypeError):  # TQ308
        basket["price"] = None
        stock.reserve(**basket)


def test_arrays_for_the_stock():
    with pytest.raises(Refused):
        goods = np.arange(6).reshape(2, 3)
        stock.fill(goods)
    with pytest.raises(Refused):
        goods = np.array([1, 2])
        stock.fill(goods)
    with pytest.raises(Refused):  # TQ308
        goods = np.array(stock.goods()).reshape(2, 3)
        stock.fill(goods)
    with pytest.raises(np.linalg.LinAlgError):  # TQ308
        goods = np.linalg.inv(stock.prices)
        stock.fill(goods)
    with pytest.raises(ValueError):  # TQ308
        goods = np.arange(6).reshape(2, 4)
        stock.fill(goods)


class RefusedTest(unittest.TestCase):
    def test_goods_of_one_price(self):
        class Goods:
            def __init__(self, place, price):
                self.prices = {"first": None, "rest": [3, 4]}
                if price is not None:
                    if place is None:
                        self.prices["first"] = price
                    else:
                        self.prices["rest"][place] = price

        class Counted:
            def __init__(self, place, price):
                if price is not None:
                    self.price = stock.price_of(price)

        with self.assertRaisesRegex(self.failureException, "größe"):
            goods = Goods(1, "tea")
            stock.compare(goods)
        with self.assertRaisesRegex(self.failureException, "größe"):  # TQ308
            goods = Counted(1, "tea")
            stock.compare(goods)
