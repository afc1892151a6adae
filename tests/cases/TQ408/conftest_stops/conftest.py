import pytest
from unittest import mock


@pytest.fixture(autouse=True)
def unpatch():
    yield
    mock.patch.stopall()
