import os
import unittest
from pathlib import Path
from unittest import mock

import pytest

from shop import export, kinds


@pytest.fixture
def names(tmp_path):
    export(tmp_path)
    return os.listdir(tmp_path)


@pytest.fixture
def ordered(tmp_path):
    found = os.listdir(tmp_path)
    found.sort()
    yield found


@pytest.fixture
def either(tmp_path):
    if kinds():
        return ["a", "é"]
    return os.listdir(tmp_path)


@pytest.fixture
def numbers():
    return {1, 2, 3}


def files(folder):
    return [path.name for path in Path(folder).iterdir()]


def sorted_files(folder):
    return sorted(path.name for path in Path(folder).iterdir())


def listed(paths):
    return [path.name for path in paths]


def test_fixture(names):
    assert names == ["a", "é"]  # TQ512
    assert sorted(names) == ["a", "é"]


def test_element(names):
    assert names[0] == "a"  # TQ512


def test_only_element(names):
    assert len(names) == 1
    assert names[0] == "a"


def test_fixture_that_sorts(ordered):
    assert ordered == ["a", "é"]


def test_fixture_of_two_kinds(either):
    assert either == ["a", "é"]


def test_sorted_here(names):
    names.sort()
    assert names == ["a", "é"]


def test_bound_anew(names):
    names = sorted(names)
    assert names == ["a", "é"]


def test_small_numbers(numbers):
    assert list(numbers) == [1, 2, 3]


def test_function(tmp_path):
    export(tmp_path)
    assert files(tmp_path) == ["a", "é"]  # TQ512
    found = files(tmp_path)
    assert found == ["a", "é"]  # TQ512
    assert sorted_files(tmp_path) == ["a", "é"]
    assert set(files(tmp_path)) == {"a", "é"}
    assert files(tmp_path) == files(tmp_path / "copy")
    assert listed(export(tmp_path)) == ["a", "é"]


class ExportTests(unittest.TestCase):
    def files(self, folder):
        return os.listdir(folder)

    def test_files(self):
        export("out")
        self.assertEqual(self.files("out"), ["a", "é"])  # TQ512
        self.assertEqual(sorted(self.files("out")), ["a", "é"])


@mock.patch("os.listdir", return_value=["b", "a"])
def test_replaced(listdir):
    assert os.listdir("out") == ["b", "a"]


def test_replaced_by_monkeypatch(monkeypatch):
    monkeypatch.setattr(os, "listdir", lambda folder: ["b", "a"])
    assert files("out") == os.listdir("out")
    assert os.listdir("out") == ["b", "a"]
