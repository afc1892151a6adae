import os
import unittest
from unittest import mock as m

import pytest
from shop import settings


def test_variable_is_there(monkeypatch):  # TQ218
    monkeypatch.setenv("SHOP_KEY", "größe")
    assert os.environ["SHOP_KEY"] == "größe"


def test_variable_is_asked_for(monkeypatch):  # TQ218
    monkeypatch.setenv("SHOP_KEY", "x")
    assert os.getenv("SHOP_KEY") == "x"


def test_variable_is_patched():  # TQ218
    with m.patch.dict(os.environ, {"SHOP_KEY": "x"}, SHOP_URL="y"):
        assert os.environ.get("SHOP_KEY") == "x"
        assert os.environ["SHOP_URL"] == "y"


def test_values_by_keyword():  # TQ218
    with m.patch.dict(os.environ, values={"SHOP_KEY": "x"}, clear=True):
        assert os.environ["SHOP_KEY"] == "x"


class KeyTest(unittest.TestCase):
    @m.patch.dict(os.environ, {"SHOP_KEY": "x"})
    def test_variable_is_patched(self):  # TQ218
        self.assertEqual(os.environ["SHOP_KEY"], "x")

    def test_written(self):  # TQ218
        os.environ["SHOP_KEY"] = "x"
        self.addCleanup(os.environ.pop, "SHOP_KEY")
        self.assertEqual(os.getenv("SHOP_KEY"), "x")


# ------------------------------------------------------------ silent


def test_code_writes_it(monkeypatch):
    monkeypatch.setenv("SHOP_KEY", "x")
    settings.load()
    assert os.environ["SHOP_KEY"] == "x"


def test_code_reads_it(monkeypatch):
    monkeypatch.setenv("SHOP_KEY", "x")
    assert settings.key() == "x"


def test_variable_of_others():
    assert os.environ["SHOP_KEY"] == "x"


def test_other_variable(monkeypatch):
    monkeypatch.setenv("SHOP_KEY", "x")
    assert os.environ["SHOP_URL"] == "y"


def test_put_back_by_the_code():
    os.environ["SHOP_KEY"] = "x"
    with settings.changed(SHOP_KEY="y"):
        assert os.environ["SHOP_KEY"] == "y"
    assert os.environ["SHOP_KEY"] == "x"


def test_after_the_patch():
    with m.patch.dict(os.environ, {"SHOP_KEY": "x"}):
        pass
    assert os.environ.get("SHOP_KEY") == "x"


def test_taken_away(monkeypatch):
    monkeypatch.setenv("SHOP_KEY", "x")
    os.environ.pop("SHOP_KEY")
    with pytest.raises(KeyError):
        settings.key()
    assert os.environ.get("SHOP_KEY") != "x"


def test_emptied(monkeypatch):
    monkeypatch.setenv("SHOP_KEY", "x")
    with m.patch.dict(os.environ, {"SHOP_URL": "y"}, clear=True):
        assert os.environ.get("SHOP_KEY") is None


def test_deleted():
    os.environ["SHOP_KEY"] = "x"
    del os.environ["SHOP_KEY"]
    assert os.environ.get("SHOP_KEY") is None


@pytest.fixture
def key(monkeypatch):
    monkeypatch.setenv("SHOP_KEY", "x")
    return settings.load()


def test_value_of_the_code(key):
    assert os.environ["SHOP_KEY"] == "x"
