import io
import os
import shutil
import tempfile
import unittest
from unittest.mock import Mock, patch

import pytest

from billing import export, ledger


def test_close():
    book = ledger.connect()
    assert book.total() == 42
    book.close()


def test_total():
    book = ledger.connect()
    assert book.total() == 42
    book.close()  # TQ616


def test_several():
    book = ledger.connect()
    folder = tempfile.mkdtemp()
    assert book.export(folder) == ["é"]
    book.close()  # TQ616
    shutil.rmtree(folder)


async def test_async():
    book = await ledger.open()
    assert await book.total() == 42
    await book.aclose()  # TQ616


def test_started_patch():
    patcher = patch("billing.ledger.send", autospec=True)
    patcher.start()
    assert ledger.total() == 42
    patcher.stop()  # TQ616


def test_file():
    handle, path = tempfile.mkstemp()
    assert export.run(path) == ["a"]
    os.unlink(  # TQ616
        path,
    )


def test_raises_is_an_assertion():
    book = ledger.connect()
    with pytest.raises(ValueError):
        book.add("x")
    book.close()  # TQ616


class LedgerTests(unittest.TestCase):
    def test_total(self):
        entry = ledger.create(42)
        self.assertEqual(ledger.total(), 42)
        entry.delete()  # TQ616

    def test_delete(self):
        entry = ledger.create(42)
        self.assertEqual(ledger.total(), 42)
        entry.delete()

    def test_cleanup(self):
        book = ledger.connect()
        self.addCleanup(book.close)
        self.assertEqual(book.total(), 42)


class TestStop:
    def test_twice(self):
        server = ledger.serve()
        assert server.running
        server.stop()


def test_finally():
    book = ledger.connect()
    try:
        assert book.total() == 42
    finally:
        book.close()


def test_with():
    with ledger.connect() as book:
        assert book.total() == 42


@pytest.fixture
def book():
    found = ledger.connect()
    assert found.total() == 0
    yield found
    found.close()


def test_not_its_own(book):
    assert book.total() == 42
    book.close()


def test_no_assertion_before():
    book = ledger.connect()
    book.add(1)
    book.close()


def test_not_last():
    book = ledger.connect()
    assert book.total() == 42
    book.close()
    assert book.log == ["a"]


def test_weightless():
    out = io.StringIO()
    double = Mock()
    assert ledger.print_to(out, double) == 42
    out.close()
    double.close()


def test_closes_more_than_once():
    book = ledger.connect()
    book.close()
    assert book.log == ["a"]
    book.close()


def test_found_not_made():
    entry = ledger.entries().latest("id")
    assert entry.total == 42
    entry.delete()


async def test_made_by_a_factory_fixture(make_book):
    book = await make_book("may")
    assert book.total() == 42
    await book.close()


class HelperTests(unittest.TestCase):
    def connect(self):
        book = ledger.connect()
        self.addCleanup(book.close)
        return book

    def test_total(self):
        book = self.connect()
        self.assertEqual(book.total(), 42)
        book.close()


class Connecting(unittest.TestCase):
    def book(self, name):
        book = ledger.connect(name)
        self.addCleanup(book.close)
        return book

    def unguarded(self, name):
        return ledger.connect(name)


class HelperOfHelperTests(Connecting):
    def connect(self, **options):
        return self.book("may", **options)

    def connect_unguarded(self):
        return self.unguarded("may")

    def test_total(self):
        book = self.connect()
        self.assertEqual(book.total(), 42)
        book.close()

    def test_size(self):
        book = self.connect_unguarded()
        self.assertEqual(book.size(), 42)
        book.close()  # TQ616


def test_literal_path():
    with open("may.csv", "w") as file:
        file.write("42")
    assert export.total("may.csv") == 42
    os.remove("may.csv")  # TQ616


def test_left_by_the_code():
    assert export.write() == "may.csv"
    os.remove("may.csv")


def test_named_path():
    path = "größe.csv"
    with open(path, "w") as file:
        file.write("42")
    assert export.total(path) == 42
    os.remove(path)  # TQ616


def test_named_path_of_the_code():
    path = "may.csv"
    assert export.write(path) == 42
    os.remove(path)


def test_named_path_given_twice(month):
    path = "may.csv"
    if month == "june":
        path = "june.csv"
    export.write(path)
    assert export.total(path) == 42
    os.remove(path)


def test_if_it_is_still_there():
    path = "may.csv"
    with open(path, "w") as file:
        file.write("42")
    assert export.total(path) == 42
    if os.path.exists(path):
        os.remove(path)  # TQ616


def test_if_it_is_still_open():
    book = ledger.connect()
    other = ledger.connect()
    assert book.total() == 42
    if book.is_open:
        book.close()  # TQ616
        other.close()


def test_if_it_is_still_there_and_more():
    book = ledger.connect()
    assert book.total() == 42
    if book.is_open:
        book.close()
        export.run("may.csv")


def test_one_or_the_other():
    book = ledger.connect()
    assert book.total() == 42
    if book.is_open:
        book.close()
    else:
        book.reopen()


def test_if_a_fixture_is_still_open(book):
    assert book.total() == 42
    if book.is_open:
        book.close()


async def test_lent_to_a_block_that_closes_it(ledger):
    connector = ledger.connect()
    async with ledger.session("größe", connector=connector) as session:
        total = await session.total()
    assert total == 42
    await connector.close()


async def test_of_another_block(ledger):
    connector = ledger.connect()
    async with ledger.session("größe") as session:
        total = await session.total(connector)
    assert total == 42
    await connector.close()  # TQ616
