import pytest

from shop import Client


@pytest.fixture
def aiohttp_client():
    return Client()
