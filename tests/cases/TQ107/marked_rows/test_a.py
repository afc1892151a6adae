import pytest
from pytest import param


@pytest.mark.parametrize("name", ["a", pytest.param("b", marks=pytest.mark.asyncio)])
async def test_marked(name):
    assert await total(name) == 1


@pytest.mark.parametrize("name", [param("b", marks=[pytest.mark.slow, pytest.mark.anyio])])
async def test_one_of_two_marks(name):
    assert await total(name) == 1


@pytest.mark.parametrize("name", [param("b", marks=pytest.mark.slow)])
async def test_other_mark(name):  # TQ107
    assert await total(name) == 1
