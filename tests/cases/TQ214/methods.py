import unittest

from shop import load


class Box:
    def __init__(self):
        self.shut = load()

    def is_full(self):
        return load() == 3

    @property
    def is_red(self):
        return load() == 4

    def shut(self):
        return True


def test_method_is_not_called():
    box = Box()
    assert box.is_full  # TQ214


def test_property_and_attribute():
    box = Box()
    assert box.is_red
    assert box.shut


def test_unknown(box):
    assert box.is_full


class TestBox:
    def is_fine(self):
        return load() == 3

    def test_own_method(self):
        assert self.is_fine  # TQ214


class BoxCase(unittest.TestCase):
    def test_method(self):
        box = Box()
        self.assertTrue(box.is_full)  # TQ214
        self.assertTrue(box.is_red)
