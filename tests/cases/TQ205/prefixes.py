import unittest

import pytest
from shop import Cart, Label, catalogue


class Plate:
    def __init__(self, words):
        self.words = words

    def startswith(self, prefix):
        return not prefix or self.words[0] == prefix


class Title(str):
    pass


@pytest.fixture
def label():
    return Label("green", "apples")


def test_label_starts_with():
    label = Label("green", "apples")
    assert label.startswith("")
    assert label.endswith("")
    assert not label.startswith("apples")


def test_plate_starts_with():
    assert Plate(["green", "apples"]).startswith("")
    assert Plate(["green", "apples"]).startswith("green")


def test_label_of_fixture(label):
    assert label.startswith("")


def test_name():
    name = catalogue.name("apples")
    assert name.startswith("")  # TQ205
    assert Cart("apples").name.endswith("")  # TQ205


def test_title():
    title = Title("apples")
    assert title.startswith("")  # TQ205
    assert title.upper().startswith("")  # TQ205


class TestLabels(unittest.TestCase):
    def test_prefix(self):
        label = Label("green", "apples")
        self.assertTrue(label.startswith(""))
        self.assertTrue(str(label).startswith(""))  # TQ205


class TestStandIn(unittest.TestCase):
    def test_class_behind_a_stand_in(self):
        stand_in = catalogue.stand_in(Cart)
        self.assertTrue(issubclass(stand_in, object))
        self.assertIsSubclass(stand_in, object)
        self.assertTrue(issubclass(Cart, object))  # TQ205
        self.assertTrue(issubclass(Plate, object))  # TQ205
        self.assertTrue(isinstance(stand_in, object))  # TQ205
