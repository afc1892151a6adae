import codecs
import json
import warnings
from unittest import mock

import pytest

import shop.labels
from shop import register, told

FRUITS = []
for shelf in shop.shelves():
    for fruit in shelf:
        if fruit not in FRUITS:
            FRUITS.append(fruit)

NUTS = ["almond", "hazel"]
PRICES = {}
PRICES["apple"] = register.price("apple")
label_before = shop.labels.label


@pytest.mark.parametrize("fruit", FRUITS)
def test_name_of_what_the_shop_has(fruit):
    assert fruit.isidentifier()


@pytest.mark.parametrize("nut", NUTS)
def test_name_of_what_the_file_has(nut):  # TQ218
    assert nut.isidentifier()


def test_price():
    assert PRICES["apple"] == 3


@pytest.mark.parametrize("Shelf", [])
def test_none_left(Shelf):
    with Shelf(size=3) as shelf:
        assert shelf.size == 3


@pytest.mark.parametrize("size", [3])
def test_one_left(size):  # TQ218
    assert size == 3


def test_warnings_are_told(capsys, monkeypatch):
    monkeypatch.setattr(warnings, "showwarning", told)
    warnings.warn("no stones", stacklevel=1)
    assert capsys.readouterr().err == "told: no stones"


def test_prices_are_written(monkeypatch):
    monkeypatch.setattr(json, "dumps", told)
    assert json.dumps(3) == "told: 3"


def test_prices_are_written_by_a_patch():
    with mock.patch("json.dumps", told):
        assert json.dumps(3) == "told: 3"


def test_warnings_as_they_are(capsys, monkeypatch):  # TQ218
    monkeypatch.setattr(warnings, "formatwarning", lambda *args: "told")
    warnings.warn("no stones", stacklevel=1)
    assert capsys.readouterr().err == "told"


@mock.patch("shop.labels.label", lambda fruit: fruit)
class TestLabels:
    def test_put_back(self):
        shop.labels.label = label_before
        assert shop.labels.label("apple") == "an apple"

    def test_left_there(self):  # TQ218
        assert shop.labels.label("apple") == "apple"


def test_stones_in_a_file(tmp_path, caplog):
    path = tmp_path / "fruit.txt"
    path.write_bytes(b"appl\xca")
    with open(path, encoding="ascii", errors="shop-log") as file:
        assert file.read() == "appl"
    assert "no stones" in caplog.text


def test_stones_in_text():
    assert "appl\xca".encode("ascii", "shop-log") == b"appl"
    assert str(b"appl\xca", encoding="ascii", errors="shop-log") == "appl"


def test_stones_in_a_plain_file(tmp_path):  # TQ218
    path = tmp_path / "fruit.txt"
    path.write_bytes(b"appl\xca")
    with open(path, encoding="ascii", errors="ignore") as file:
        assert file.read() == "appl"


def test_stones_in_plain_text():  # TQ218
    assert "appl\xca".encode("ascii", "ignore") == b"appl"
    assert str(b"appl\xca", encoding="ASCII", errors="ignore") == "appl"
    assert codecs is not None


def test_words_of_a_label():  # TQ218
    label = dict(encoding="shop", errors="shop-log")
    assert label["encoding"] == "shop"
