import pytest


@pytest.fixture
def stock():
    return ["tea"]
