import unittest

import pytest
import pytest as pt
from pytest import mark

CASES = []

pytestmark = mark.parametrize("shop", [])  # TQ110


@pytest.mark.parametrize("name", [])  # TQ110
def test_list(name):
    assert total(name) == 1


@mark.parametrize(  # TQ110
    ("é", "count"),
    (),
)
async def test_tuple(é, count):
    assert await total(é) == count


@pytest.mark.slow
@pt.mark.parametrize(argnames="name", argvalues=[])  # TQ110
def test_keyword(name):
    assert total(name) == 1


@pytest.mark.parametrize("name", [], ids=str)  # TQ110
class TestCart:
    @pytest.mark.parametrize("count", [1, 2])
    @pytest.mark.parametrize("other", [])  # TQ110
    def test_total(self, name, count, other):
        assert total(name) == count


@pytest.mark.parametrize("name", CASES)
def test_name(name):
    assert total(name) == 1


@pytest.mark.parametrize("name", [*CASES])
def test_starred(name):
    assert total(name) == 1


@pytest.mark.parametrize("name", [()])
def test_one(name):
    assert total(name) == 1


@pytest.mark.parametrize("name", [case for case in CASES])
def test_comprehension(name):
    assert total(name) == 1


@pytest.mark.parametrize("name", list())
def test_call(name):
    assert total(name) == 1


@pytest.mark.parametrize(*CASES, [])
def test_hidden(name):
    assert total(name) == 1
