import json
import os
import unittest
from pathlib import Path

GOLDEN = Path(__file__).parent / "größe.txt"


def test_text(cart):
    actual = cart.receipt()
    GOLDEN.write_text(actual)  # TQ226
    assert actual == GOLDEN.read_text()


def test_missing(cart):
    actual = cart.receipt()
    if not GOLDEN.exists():
        GOLDEN.write_text(actual)  # TQ226
    assert actual == GOLDEN.read_text()


def test_missing_os(cart):
    actual = cart.receipt()
    if not os.path.exists("receipt.txt"):
        with open("receipt.txt", "w") as file:
            file.write(actual)  # TQ226
    with open("receipt.txt") as file:
        expected = file.read()
    assert actual == expected


def test_json(cart, tmp_path):
    path = tmp_path / "cart.json"
    actual = cart.to_dict()
    with open(path, "w") as file:
        json.dump(actual, file)  # TQ226
    with open(path) as file:
        expected = json.load(file)
    assert expected == actual


class CartTest(unittest.TestCase):
    def test_case(self):
        actual = self.cart.receipt()
        GOLDEN.write_text(actual)  # TQ226
        self.assertEqual(GOLDEN.read_text(), actual)


# ------------------------------------------------------------ silent


def test_update_flag(cart, request):
    actual = cart.receipt()
    if request.config.getoption("--update"):
        GOLDEN.write_text(actual)
    assert actual == GOLDEN.read_text()


def test_update_environment(cart):
    actual = cart.receipt()
    if os.environ.get("UPDATE_GOLDEN") or not GOLDEN.exists():
        GOLDEN.write_text(actual)
    assert actual == GOLDEN.read_text()


def test_written_by_the_code(cart, tmp_path):
    path = tmp_path / "receipt.txt"
    cart.write_receipt(path)
    assert path.read_text() == cart.receipt()


def test_left_alone(cart, tmp_path):
    path = tmp_path / "receipt.txt"
    before = cart.receipt()
    path.write_text(before)
    cart.format(path)
    assert path.read_text() == before


def test_input(cart, tmp_path):
    path = tmp_path / "cart.txt"
    path.write_text("apple")
    assert cart.read(path) == ["apple"]


def test_other_value(cart, tmp_path):
    path = tmp_path / "cart.txt"
    given = cart.receipt()
    path.write_text(given)
    assert path.read_text() == "apple 3"


def test_put_back(shop, tmp_path):
    old = Path("prices.txt").read_text()
    try:
        Path("prices.txt").write_text("unsaved")
        bundle = shop.bundle(tmp_path)
    finally:
        Path("prices.txt").write_text(old)
    data = bundle.read("prices.txt")
    assert data == old.encode()


def test_put_back_after_all(shop):
    old = GOLDEN.read_text()
    shop.overwrite(GOLDEN)
    GOLDEN.write_text(old)
    assert shop.last_saved == old
