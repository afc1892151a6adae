import pytest


@pytest.fixture
def packaged():
    return 1
