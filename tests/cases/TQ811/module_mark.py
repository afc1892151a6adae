import pytest

pytestmark = pytest.mark.asyncio


def test_plain(cart):
    assert cart.total == 1


async def test_async(cart):
    assert await cart.total() == 1
