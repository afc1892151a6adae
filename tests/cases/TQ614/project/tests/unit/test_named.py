import pytest

from billing import orders


@pytest.fixture(name="ware")
def fixture_ware(stock):
    return stock


@pytest.fixture
def stock():
    return 1


def test_ware(ware):
    assert orders.of(ware) == []
