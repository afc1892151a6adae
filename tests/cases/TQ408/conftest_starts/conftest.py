import pytest
from unittest.mock import patch

patch("shop.network").start()


def pytest_configure():
    patch("shop.disk").start()


@pytest.fixture
def charge():
    return patch("shop.charge").start()  # TQ408
