import os
import shutil
import tempfile
import unittest
from unittest import mock

import django.test
import pytest

from billing import export, ledger
from billing.models import Entry
from billing.testing import scratch_folder


def test_made_after_the_last_assertion():
    with pytest.raises(ValueError, match="closed"):
        ledger.connect("")
    book = ledger.connect("may")
    book.close()


def test_made_before_the_last_assertion():
    book = ledger.connect("may")
    with pytest.raises(ValueError, match="closed"):
        ledger.connect("")
    book.close()  # TQ616


def test_made_in_the_block_that_fails():
    with mock.patch("billing.ledger.today"):
        assert ledger.connect("").total() == 0
        book = ledger.connect("may")
        book.close()


def test_made_again_after_the_last_assertion():
    book = ledger.connect("may")
    assert book.total() == 42
    book = ledger.connect("june")
    book.close()


def test_started_in_a_block_that_expects_a_failure():
    with pytest.raises(ValueError, match="locked"):
        book = ledger.connect("may")
        book.lock()
    book.close()  # TQ616


def test_file_in_a_folder_of_a_block():
    with scratch_folder() as folder:
        path = os.path.join(folder, "may.csv")
        export.run(path)
        assert export.total(path) == 42
        os.remove(path)


def test_file_of_a_block():
    with tempfile.NamedTemporaryFile(delete=False) as file:
        path = os.path.abspath(file.name)
        export.run(path)
    assert export.total(path) == 42
    os.remove(path)  # TQ616


def test_file_in_the_folder_of_a_fixture(tmp_path):
    path = os.path.join(str(tmp_path), "may.csv")
    export.run(path)
    assert export.total(path) == 42
    os.remove(path)


def test_file_beside_the_test():
    path = os.path.join(os.path.dirname(__file__), "may.csv")
    export.run(path)
    assert export.total(path) == 42
    os.remove(path)  # TQ616


class ExportTests(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.archive = tempfile.mkdtemp()

    def tearDown(self):
        shutil.rmtree(self.folder)

    def test_folder_that_the_tear_down_removes(self):
        path = os.path.join(self.folder, "2024")
        export.run(path)
        self.assertEqual(export.total(path), 42)
        shutil.rmtree(path)

    def test_folder_that_stays(self):
        path = os.path.join(self.archive, "2024")
        export.run(path)
        self.assertEqual(export.total(path), 42)
        shutil.rmtree(path)  # TQ616


class ArchiveTests(unittest.TestCase):
    def setUp(self):
        self.folder = self.enterContext(tempfile.TemporaryDirectory())
        self.root = self.useFixture(scratch_folder()).path
        self.shelf = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.shelf)
        self.cellar = tempfile.mkdtemp()
        self.addCleanup(ledger.forget, self.cellar)

    def test_folder_that_the_case_leaves(self):
        path = os.path.join(self.folder, "2024")
        export.run(path)
        self.assertEqual(export.total(path), 42)
        shutil.rmtree(path)

    def test_folder_of_what_the_case_leaves(self):
        path = os.path.join(self.root, "2024")
        export.run(path)
        self.assertEqual(export.total(path), 42)
        shutil.rmtree(path)

    def test_folder_that_the_test_enters(self):
        root = self.useFixture(scratch_folder()).path
        path = os.path.join(root, "2024")
        export.run(path)
        self.assertEqual(export.total(path), 42)
        shutil.rmtree(path)

    def test_folder_with_a_clean_up(self):
        path = os.path.join(self.shelf, "2024")
        export.run(path)
        self.assertEqual(export.total(path), 42)
        shutil.rmtree(path)

    def test_folder_with_a_clean_up_of_another_kind(self):
        path = os.path.join(self.cellar, "2024")
        export.run(path)
        self.assertEqual(export.total(path), 42)
        shutil.rmtree(path)  # TQ616

    def test_folder_that_nobody_leaves(self):
        path = os.path.join(scratch_folder().path, "2024")
        export.run(path)
        self.assertEqual(export.total(path), 42)
        shutil.rmtree(path)  # TQ616


class EntryTests(django.test.TestCase):
    def test_row_that_is_rolled_back(self):
        entry = Entry.objects.create(amount=42)
        self.assertEqual(ledger.total(), 42)
        entry.delete()


class CommittedEntryTests(django.test.TransactionTestCase):
    def test_row_of_no_transaction(self):
        entry = Entry.objects.create(amount=42)
        self.assertEqual(ledger.total(), 42)
        entry.delete()  # TQ616


@pytest.mark.django_db
def test_row_that_is_rolled_back():
    entry = Entry.objects.create(amount=42)
    assert ledger.total() == 42
    entry.delete()


@pytest.mark.django_db(transaction=True)
def test_row_that_is_written():
    entry = Entry.objects.create(amount=42)
    assert ledger.total() == 42
    entry.delete()  # TQ616


class RemoteEntryTests(django.test.TestCase):
    def test_thing_that_no_transaction_holds(self):
        entry = ledger.upload(42)
        self.assertEqual(ledger.total(), 42)
        entry.delete()  # TQ616
