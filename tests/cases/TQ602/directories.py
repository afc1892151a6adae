import contextlib
import os
import unittest
from os import chdir as move, getcwd
from unittest.mock import patch

import pytest

from billing import export


def test_moves(tmp_path):
    os.chdir(tmp_path)  # TQ602
    assert export.run() == ["a"]


def test_moves_and_plainly_returns(tmp_path):
    before = getcwd()
    move(  # TQ602
        tmp_path,
    )
    assert export.run() == ["a"]
    move(before)


async def test_async(tmp_path):
    os.chdir(tmp_path)  # TQ602
    assert await export.run() == ["a"]


class ExportTests(unittest.TestCase):
    def setUp(self):
        os.chdir("/")  # TQ602

    def test_run(self):
        self.assertEqual(export.run(), ["a"])


@pytest.fixture
def folder(tmp_path):
    os.chdir(tmp_path)  # TQ602
    return tmp_path


def test_monkeypatch(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    os.chdir("inner")
    assert export.run() == ["a"]


def test_contextlib(tmp_path):
    with contextlib.chdir(tmp_path):
        os.chdir("inner")
        assert export.run() == ["a"]


def test_finally(tmp_path):
    before = os.getcwd()
    os.chdir(tmp_path)
    try:
        assert export.run() == ["a"]
    finally:
        os.chdir(before)


@pytest.fixture
def inner(tmp_path):
    before = os.getcwd()
    os.chdir(tmp_path)
    yield tmp_path
    os.chdir(before)


@pytest.fixture
def inner_with_finalizer(tmp_path, request):
    request.addfinalizer(lambda before=os.getcwd(): os.chdir(before))
    os.chdir(tmp_path)


def test_fixture(inner):
    os.chdir(inner / "a")
    assert export.run() == ["a"]


@patch("os.chdir")
def test_replaced(chdir):
    os.chdir("/nowhere")
    assert export.run() == ["a"]


def test_pytester(pytester):
    os.chdir(pytester.mkdir("a"))
    assert export.run() == ["a"]


class WithCleanup(unittest.TestCase):
    def test_run(self):
        self.addCleanup(os.chdir, os.getcwd())
        os.chdir("/")
        self.assertEqual(export.run(), ["a"])


class WithTearDown(unittest.TestCase):
    def setUp(self):
        self.before = os.getcwd()
        os.chdir("/")

    def tearDown(self):
        os.chdir(self.before)

    def test_run(self):
        self.assertEqual(export.run(), ["a"])


def test_refused(tmp_path):
    with pytest.raises(FileNotFoundError):
        os.chdir(tmp_path / "missing")
