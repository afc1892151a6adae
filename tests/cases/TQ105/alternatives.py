import sys
import unittest
from typing import overload

if sys.platform == "win32":
    def test_path():
        assert path() == "C:"
else:
    def test_path():
        assert path() == "/"


try:
    import ujson
except ImportError:
    def test_json():
        assert load("1") == 1
else:
    def test_json():
        assert load("1") == 1


def test_twice():
    assert total() == 1


async def test_twice():  # TQ105
    assert total() == 2


def test_kept():
    assert total() == 1


test_kept = slow(test_kept)


class Größe(unittest.TestCase):
    def test_é(self):
        self.assertEqual(total("日本"), 1)

    @skip("é")
    def test_é(self):  # TQ105
        self.assertEqual(total("日本"), 2)


class TestCart:
    def test_add(self):
        assert total() == 1


class TestCart:  # TQ105
    def test_remove(self):
        assert total() == 1


def helper():
    return 1


def helper():
    return 2


class TestCart(TestCart):  # kept: built on the one above
    def test_extended(self):
        assert total() == 3


def _parts():
    class TestLocal:
        pass
