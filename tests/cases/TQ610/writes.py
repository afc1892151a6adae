import contextlib
import os
import shutil
import unittest
from pathlib import Path
from unittest.mock import mock_open, patch

import pytest

from billing import reports


def test_open():
    with open("may.csv", "w") as file:  # TQ610
        file.write("42")
    assert reports.total("may.csv") == 42


def test_append():
    """Größe."""
    open(file="é.csv", mode="ab").close()  # TQ610
    assert reports.total("é.csv") == 0


def test_path():
    Path("may.csv").write_text("42")  # TQ610
    assert reports.total("may.csv") == 42


def test_joined_path():
    (Path("reports") / "may.csv").write_text("42")  # TQ610
    assert reports.total("may.csv") == 42


def test_named_path():
    path = Path("may.csv")
    path.write_bytes(b"42")  # TQ610
    assert reports.total(path) == 42


def test_folder():
    os.makedirs("reports/may")  # TQ610
    assert reports.all() == ["may"]


def test_copy(tmp_path):
    shutil.copyfile(tmp_path / "a", "may.csv")  # TQ610
    assert reports.total("may.csv") == 42


class ReportTests(unittest.TestCase):
    def setUp(self):
        with open("may.csv", "w") as file:  # TQ610
            file.write("42")

    def tearDown(self):
        os.remove("may.csv")

    def test_total(self):
        self.assertEqual(reports.total("may.csv"), 42)


def test_reads():
    with open("data/may.csv") as file:
        assert reports.total(file) == 42
    assert reports.parse(Path("data/may.csv").read_text()) == 42


def test_absolute(tmp_path):
    with open(tmp_path / "may.csv", "w") as file, open("/tmp/x", "w"):
        file.write("42")
    assert reports.total(tmp_path / "may.csv") == 42


def test_monkeypatch(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    Path("may.csv").write_text("42")
    assert reports.total("may.csv") == 42


def test_contextlib(tmp_path):
    with contextlib.chdir(tmp_path):
        Path("may.csv").write_text("42")
    assert reports.total(tmp_path / "may.csv") == 42


@pytest.fixture
def elsewhere(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)


def test_fixture(elsewhere):
    Path("may.csv").write_text("42")
    assert reports.total("may.csv") == 42


def test_runner(runner):
    with runner.isolated_filesystem():
        Path("may.csv").write_text("42")
        assert reports.total("may.csv") == 42


@patch("builtins.open", mock_open())
def test_replaced():
    with open("may.csv", "w") as file:
        file.write("42")
    assert reports.total("may.csv") == 42


def test_folder_filled_in(tmp_path):
    os.mkdir("%s/reports" % tmp_path)
    with open("%s/%s.csv" % (tmp_path, "may"), "w") as file:
        file.write("42")
    assert reports.total(tmp_path / "may.csv") == 42


def test_name_filled_in(number):
    os.mkdir("reports-%s" % number)  # TQ610
    os.mkdir("%d" % number)  # TQ610
    with open("%s/%s.csv" % ("reports", number), "w") as file:  # TQ610
        file.write("42")
    assert reports.total("reports") == 42


@pytest.fixture
def own_runner(isolated_runner_of_a_plugin):
    return isolated_runner_of_a_plugin


@pytest.fixture
def own_folder(tmp_path, request):
    return tmp_path / request.node.name


def test_runs_where_a_plugin_says(own_runner):
    Path("may.csv").write_text("42")
    assert own_runner.total("may.csv") == 42


def test_runs_in_sight(own_folder):
    Path("may.csv").write_text("42")  # TQ610
    assert reports.total(own_folder / "may.csv") == 42


class FakeDiskCase(unittest.TestCase):
    def setUp(self):
        self.setUpPyfakefs()


class ArchiveTest(FakeDiskCase):
    def test_archive(self):
        shutil.make_archive("größe", "zip", root_dir="may")
        self.assertEqual(reports.total("größe.zip"), 42)


class RealArchiveTest(unittest.TestCase):
    def test_archive(self):
        shutil.make_archive("größe", "zip", root_dir="may")  # TQ610
        self.assertEqual(reports.total("größe.zip"), 42)


@pytest.fixture
def in_memory(fs):
    fs.create_file("größe.txt")


@pytest.fixture
def with_names():
    return ["tea"]


@pytest.mark.usefixtures("in_memory")
class TestInMemory:
    def test_written(self):
        with open("may.csv", "w") as file:
            file.write("42")
        assert reports.total("may.csv") == 42


@pytest.mark.usefixtures("with_names")
class TestOnDisk:
    def test_written(self):
        with open("may.csv", "w") as file:  # TQ610
            file.write("42")
        assert reports.total("may.csv") == 42


@pytest.fixture
def filed_in_memory(fs):
    with open("may.csv", "w") as file:
        file.write("42")
