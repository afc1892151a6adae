import os
import os as system
import unittest
from os import environ, environ as env, putenv

import pytest as pt

from billing import config


def test_item():
    os.environ["A"] = "1"  # TQ601
    assert config.read("A") == "1"


def test_item_through_names():
    """Größe."""
    system.environ["A"] = "日本"; environ["B"] = "2"  # TQ601
    assert config.read("A") == "日本"


def test_update():
    env.update({"A": "1"})  # TQ601
    assert config.read("A") == "1"


def update_keywords():
    os.environ.update(
        A="1",
        B="2",
    )
    assert config.read("A") == "1"


def test_update_marked():
    os.environ.update(A="1", B="2")  # TQ601
    assert config.read("A") == "1"


def test_pop():
    os.environ.pop("A", None)  # TQ601
    assert config.read("A") is None


def test_setdefault():
    os.environ.setdefault("A", "1")  # TQ601
    assert config.read("A") == "1"


def test_putenv():
    putenv("A", "1")  # TQ601
    assert config.read("A") == "1"


def test_del():
    del os.environ["A"]  # TQ601
    assert config.read("A") is None


def test_merge():
    os.environ |= {"A": "1"}  # TQ601
    assert config.read("A") == "1"


def test_whole():
    os.environ = {"A": "1"}  # TQ601
    assert config.read("A") == "1"


def test_clear():
    os.environ.clear()  # TQ601
    assert config.read("A") is None


def test_local_name():
    variables = os.environ
    variables["A"] = "1"  # TQ601
    assert config.read("A") == "1"


async def test_async():
    os.environ["A"] = "1"  # TQ601
    assert await config.fetch("A") == "1"


def test_two_entries_and_a_plain_later_restore():
    before = os.environ.get("A")
    os.environ["A"] = "1"  # TQ601
    os.environ["B"] = "1"  # TQ601
    assert config.read("A") == "1"
    os.environ["A"] = before
    del os.environ["B"]


def test_block_that_restores_nothing(tmp_path):
    with open(tmp_path / "a") as file, pt.raises(KeyError):
        os.environ["A"] = file.read()  # TQ601
        config.read("B")


def test_helper_inside():
    def prepare():
        os.environ["A"] = "1"  # TQ601

    prepare()
    assert config.read("A") == "1"


def test_restores_another():
    os.environ["A"] = "1"  # TQ601
    try:
        assert config.read("A") == "1"
    finally:
        del os.environ["B"]


class TestMethods:
    def setup_method(self):
        os.environ["A"] = "1"  # TQ601

    def test_read(self):
        os.environ["B"] = "1"  # TQ601
        assert config.read("A") == "1"


class CaseTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        os.environ["A"] = "1"  # TQ601

    def setUp(self):
        os.environ["B"] = "1"  # TQ601

    def test_read(self):
        os.environ["C"] = "1"  # TQ601
        self.assertEqual(config.read("A"), "1")


@pt.fixture
def region():
    os.environ["A"] = "1"  # TQ601
    return "1"


@pt.fixture
def unrelated_teardown(server):
    os.environ["A"] = "1"  # TQ601
    yield server
    server.stop()
