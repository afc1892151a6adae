import pytest


@pytest.fixture
def invoice():
    return 1
