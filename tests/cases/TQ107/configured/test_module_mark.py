import pytest

pytestmark = pytest.mark.asyncio


async def test_total():
    assert await total() == 1
