import logging
import shelve
import sqlite3
import subprocess
import tarfile
import zipfile
from pathlib import Path

from billing import reports

HOME = Path("/home/ana")


def test_database():
    book = sqlite3.connect("/tmp/größe.db")  # TQ608
    assert reports.total(book) == 42


def test_database_in_memory():
    book = sqlite3.connect(":memory:")
    assert reports.total(book) == 42


def test_archives():
    with zipfile.ZipFile("/home/ana/may.zip") as archive:  # TQ608
        assert reports.total(archive) == 42
    with tarfile.open("/tmp/may.tar.xz", "r:xz") as archive:  # TQ608
        assert reports.total(archive) == 42


def test_shelf():
    with shelve.open("/tmp/may") as shelf:  # TQ608
        assert reports.total(shelf) == 42


def test_log():
    handler = logging.FileHandler("/tmp/may.log")  # TQ608
    assert reports.log_to(handler) is None


def test_working_directory():
    done = subprocess.run(["report"], cwd="/home/ana/reports", timeout=9)  # TQ608
    assert done.returncode == 0


def test_working_directory_of_a_fixture(tmp_path):
    done = subprocess.run(["report"], cwd=tmp_path, timeout=9)
    assert done.returncode == 0


def test_below_a_named_folder():
    folder = Path("/home/ana")
    assert (folder / "may.csv").read_text() == reports.text()  # TQ608
    assert (HOME / "reports" / "may.csv").exists()  # TQ608


def test_below_a_folder_of_the_code():
    folder = reports.folder()
    assert (folder / "may.csv").read_text() == reports.text()


def test_only_joined():
    folder = Path("/home/ana")
    assert reports.path() == folder / "may.csv"
