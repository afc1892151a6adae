import unittest

import pytest

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


def test_method_of_the_class():
    assert Box.is_full  # TQ214
    assert Box().is_full  # TQ214
    assert Box.is_red
    assert Box().is_red


class TestPacked:
    def setup_method(self):
        self.box = Box()
        self.other = load()

    def test_packed(self):
        assert self.box.is_full  # TQ214
        assert self.other.is_full
        assert self.box.is_red


class TestRepacked:
    def setup_method(self):
        self.box = Box()

    def test_repacked(self):
        self.box = load()
        assert self.box.is_full


@pytest.fixture
def packed():
    return Box()


@pytest.fixture(params=[1, 2])
def any_box(request):
    return Box() if request.param == 1 else load()


def test_fixture(packed, any_box):
    assert packed.is_full, "größe"  # TQ214
    assert any_box.is_full


@pytest.mark.parametrize("packed", [load()])
def test_parameter(packed):
    assert packed.is_full


def test_class_has_the_method():
    assert Box.is_full  # those who pack it rely on it
