import pytest


@pytest.fixture
def order():
    return 1


def plain():
    return 1
