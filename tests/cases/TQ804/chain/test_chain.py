import pytest_asyncio


@pytest_asyncio.fixture
async def other():
    return 1


def test_connection(connection):  # TQ804
    assert connection == 1


def test_other(other):
    assert other == 1
