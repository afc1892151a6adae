import pytest
from elsewhere.fixtures import cart


@pytest.fixture
def order():
    return 1


@pytest.fixture(scope="module")
def prices(monkeypatch, tmp_path, cart):
    return monkeypatch


@pytest.fixture(scope="module")
def orders(order):  # TQ806
    return [order]


@pytest.fixture(scope="module")
def tills(till):  # TQ806
    return [till]


@pytest.fixture(scope="session")
def shop(shop):  # TQ806
    return shop
