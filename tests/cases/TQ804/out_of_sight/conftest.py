import pytest


@pytest.fixture
async def connection():
    return "größe"


@pytest.fixture
async def session():
    return 1
