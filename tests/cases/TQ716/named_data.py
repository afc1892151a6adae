import sys
import unittest

import pytest
from shop import Till, compare_receipts, read_receipt, receipts_differ


@pytest.fixture
def receipt(request):
    return read_receipt(request.node.name.removeprefix("test_"))


def test_tea(receipt):
    assert receipt.is_balanced


def test_größe(receipt):
    assert receipt.is_balanced


def test_file_of_tea(request):
    assert compare_receipts(f"{request.node.name}.txt") == []


def test_file_of_cake(request):
    assert compare_receipts(f"{request.node.name}.txt") == []


def test_frame_of_tea():
    assert receipts_differ(sys._getframe().f_code.co_name) is False


def test_frame_of_cake():
    assert receipts_differ(sys._getframe().f_code.co_name) is False


class ReceiptTest(unittest.TestCase):
    def test_tea(self):
        self.assertEqual(compare_receipts(self._testMethodName), [])

    def test_cake(self):
        self.assertEqual(compare_receipts(self._testMethodName), [])

    def test_milk(self):
        self.assertEqual(compare_receipts(self.id()), [])

    def test_water(self):
        self.assertEqual(compare_receipts(self.id()), [])

    def test_till(self):
        self.assertEqual(self.till.id(), 3)

    def test_closed_till(self):  # TQ716
        self.assertEqual(self.till.id(), 3)


@pytest.fixture
def till(request):
    return Till(request.param)


@pytest.mark.parametrize("till", [1], indirect=True)
def test_open(till):
    assert till.is_open


@pytest.mark.parametrize("till", [1], indirect=True)
def test_opened(till):  # TQ716
    assert till.is_open


if sys.platform == "win32":

    def test_path():
        assert read_receipt("tea").path == "tea.txt"

else:

    def test_path():
        assert read_receipt("tea").path == "tea.txt"
