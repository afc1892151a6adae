import pytest


@pytest.fixture
def order(db):
    return 1


@pytest.fixture
def plain():
    return 1
