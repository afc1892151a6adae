import pytest
from shop import read_receipt


@pytest.fixture
def receipt(request):
    return read_receipt(request.node.name)


def test_tea(receipt):
    assert receipt.total("größe") == 1


def test_cake(receipt):
    assert receipt.total("größe") == 2


def test_milk(receipt):
    assert receipt.total("größe") == 3
