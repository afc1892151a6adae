from typing import Optional

import pytest

from shop import Catalogue, Shelf, found_in, open_catalogue


class Word(str):
    pass


class Drawer:
    def __init__(self):
        self.names = [""]

    def __contains__(self, name):
        return name in self.names


def test_object_of_a_class():
    shelf = Shelf("top")
    assert "" in shelf
    assert "" in Shelf("top")
    assert "" in Drawer()


def test_word():
    word = Word("top")
    assert "" in word  # TQ205
    assert "" in Word("top")  # TQ205


def test_display():
    row = {"": 1}
    column = [item.name for item in found_in(row)]
    pile = sorted(found_in(row))
    assert "" in row
    assert "" in column
    assert "" in pile
    assert b"" in (found_in(row) or [])


@pytest.mark.parametrize("name", ["a"])
def test_annotated(name: str, place: Catalogue, other: "Catalogue | None", text: Optional[str]):
    rest: dict[str, int] = place.rest()
    line: str = place.line()
    assert "" in place
    assert "" in other
    assert "" in rest
    assert "" in line  # TQ205
    assert "" in name  # TQ205
    assert "" in text  # TQ205


def test_of_fixture(catalogue, lent_catalogue, shelf, title, page):
    assert "" in catalogue
    assert "" in lent_catalogue
    assert "" in shelf
    assert "" in title  # TQ205
    assert "" in page  # TQ205


def test_other_claims():
    row = open_catalogue("main").row()
    assert "" in row
    assert row[""] == 1


def test_equal_to_a_list():
    row = open_catalogue("main").row()
    assert row == ["", "top"]
    assert "" in row


def test_filled():
    row = open_catalogue("main").row()
    row.append("")
    assert "" in row


def test_nothing_known():
    row = open_catalogue("main").row()
    assert row[0] == "a"
    assert "" in row  # TQ205


class TestShelf:
    def setup_method(self):
        self.shelf = Shelf("top")
        self.label = self.shelf.label()

    def test_names(self):
        assert "" in self.shelf
        assert "" in self.label  # TQ205
