import json
import os
import unittest

import pytest

from till import Refused, export, price, prices_of

HERE = os.path.dirname(os.path.abspath(__file__))


class TestPrices(unittest.TestCase):
    def test_rows_of_the_file_beside_it(self):
        here = os.path.dirname(__file__)
        with open(os.path.join(here, "prices.json"), encoding="utf-8") as file:
            rows = json.load(file)
        for row in rows:
            if "error" in row:
                if row.get("größe"):
                    continue
                self.assertRaises(Refused, price, row["line"])
            else:
                self.assertEqual(price(row["line"]), row["price"])

    def test_rows_of_the_code(self):  # TQ210
        rows = prices_of("apple")
        for row in rows:
            self.assertEqual(row["price"], 3)

    def test_rows_that_the_code_reads(self):  # TQ210
        with open(os.path.join(HERE, "prices.json")) as file:
            rows = prices_of(file)
        for row in rows:
            self.assertEqual(row["price"], 3)


def test_lines_of_the_file_beside_it():
    with open(os.path.join(HERE, "prices.txt"), "r") as file:
        for line in file:
            assert price(line) == 3


def test_lines_that_the_code_wrote():  # TQ210
    path = os.path.join(HERE, "out.txt")
    export("apple", path)
    with open(path) as file:
        for line in file:
            assert line.startswith("apple")


def test_lines_that_the_code_wrote_by_the_same_words():  # TQ210
    export("apple", target=os.path.join(HERE, "out.txt"))
    with open(os.path.join(HERE, "out.txt")) as file:
        for line in file:
            assert line.startswith("apple")


def test_lines_at_a_place_of_the_code():  # TQ210
    with open(export("apple")) as file:
        for line in file:
            assert line.startswith("apple")


def test_lines_of_a_new_place(tmp_path):  # TQ210
    export("apple", tmp_path)
    with open(tmp_path / "out.txt") as file:
        for line in file:
            assert line.startswith("apple")


def test_refused_rows_of_the_file():
    with open(file=os.path.join(HERE, "refused.json"), mode="rb") as file:
        rows = json.load(file)
    for row in rows:
        with pytest.raises(Refused):
            price(row)
