import unittest

import pytest

from shop import recorded


@pytest.fixture
def apple():
    return "apple"


class TestDecorator:
    def test_plain(self, apple):
        assert apple == "apple"

    test_recorded = recorded(test_plain)


def test_fruit(apple):  # TQ218
    assert apple == "apple"


class TestSkipped(unittest.TestCase):
    @unittest.skip("too many stones")
    def test_no_stones(self):
        stones = True
        self.assertFalse(stones)

    def test_stones(self):  # TQ218
        stones = ["marble"]
        self.assertEqual(stones[0], "marble")


class Shelf:
    def size(self):
        return 1


def own_size(self):
    return 2


def test_replaced_method():
    with recorded(f"{__name__}.Shelf.size", own_size):
        assert Shelf().size() == 2


def test_own_method():  # TQ218
    assert Shelf().size() == 1
