import pytest


@pytest.fixture
def cart():
    return 1
