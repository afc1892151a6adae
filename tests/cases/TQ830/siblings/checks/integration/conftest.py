import pytest


@pytest.fixture
def rate():
    return 0.3
