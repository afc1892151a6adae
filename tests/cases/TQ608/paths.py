import os
import pathlib
import shutil
import unittest
from pathlib import Path
from unittest.mock import mock_open, patch

import pytest

from billing import reports

SHARED = "/home/ana/reports/may.csv"


def test_open():
    with open("/home/ana/may.csv") as file:  # TQ608
        assert reports.total(file) == 42


def test_open_constant():
    with open(SHARED, encoding="utf-8") as file:  # TQ608
        assert reports.total(file) == 42


def test_write():
    with open("/tmp/may.csv", "w") as file:  # TQ608
        file.write("42 é")
    assert reports.all() == ["may"]


def test_path_object():
    """Größe."""
    text = Path("/Users/ana/may.csv").read_text()  # TQ608
    assert reports.parse(text) == 42


def test_named_path():
    path = pathlib.Path("/tmp/reports") / "may.csv"
    folder = Path("/tmp/reports")
    folder.mkdir()  # TQ608
    assert reports.total(path) == 42


def test_windows():
    os.makedirs("C:\\reports\\may")  # TQ608
    assert reports.all() == ["may"]


def test_copy(tmp_path):
    shutil.copy(tmp_path / "april.csv", tmp_path)
    shutil.copy(tmp_path / "may.csv", "/tmp/may.csv")  # TQ608
    assert reports.all() == ["may"]


def test_exists():
    reports.export()
    assert os.path.exists("/tmp/export.csv")  # TQ608


def test_joined():
    assert os.listdir(os.path.join("/home/ana", "reports")) == reports.names()  # TQ608


def test_f_string():
    name = reports.newest()
    with open(f"/tmp/{name}.csv") as file:  # TQ608
        assert reports.total(file) == 42


def test_passed_on():
    assert reports.load("/home/ana/reports/may.csv") == 42  # TQ608


class ReportTests(unittest.TestCase):
    def setUp(self):
        os.mkdir("/tmp/reports")  # TQ608

    def test_total(self):
        self.assertEqual(reports.total("may"), 42)


@pytest.fixture
def report():
    return open("/home/ana/may.csv")  # TQ608


def test_data():
    assert reports.name_of("/home/ana/may.csv") == "may"
    assert reports.parse_url("file:///tmp/may.csv") == "/tmp/may.csv"
    assert Path("/home/ana/may.csv").name == reports.name()
    assert os.path.join("/tmp", "may.csv") == reports.path()


def test_nobodys_path():
    assert open("/dev/null").read() == reports.nothing()
    assert reports.parse(open("/etc/hosts")) == []


@patch("builtins.open", mock_open(read_data="42"))
def test_replaced():
    with open("/home/ana/may.csv") as file:
        assert reports.total(file) == 42


def test_replaced_in_a_block():
    with patch("os.path.exists", return_value=True):
        assert os.path.exists("/tmp/may.csv") == reports.ready()


def test_fake_file_system(fs):
    with open("/home/ana/may.csv") as file:
        assert reports.total(file) == 42


def test_absent_on_purpose():
    with pytest.raises(FileNotFoundError):
        reports.load("/home/ana/may.csv")
    assert reports.load("/tmp/does/not/exist") is None


def test_below_tmp_path(tmp_path):
    with open(tmp_path / "may.csv") as file:
        assert reports.total(file) == 42


def test_written_under_a_name_that_says_nothing():
    os.makedirs("/tmp/foo")  # TQ608
    with open("/tmp/foo/bar.csv", "w") as file:  # TQ608
        file.write("42")
    Path("/tmp/fake.csv").write_text("42")  # TQ608
    assert reports.all() == ["bar"]


def test_never_there():
    assert reports.load("/tmp/foo/bar.csv") is None
    os.remove("/tmp/foo/bar.csv")
