import pytest

from shop import awaited


async def test_total():
    assert await total() == 1


test_total = awaited(test_total)


async def test_name():
    assert await name() == "a"


test_name = pytest.mark.asyncio(test_name)


async def test_sum():  # TQ107
    assert await total() == 1
