import pytest

from client import Client


@pytest.fixture
def api():
    return Client()
