import pytest

from shop import api


@pytest.fixture(scope="session")
def numbers():  # TQ613
    return [3, 1]


@pytest.fixture(scope="session")
def names():
    return ["b", "a"]


def test_by_another_name(numbers):
    mine = numbers
    mine.sort()
    assert api.run(mine) == 1


def test_a_copy(names):
    mine = names
    mine = list(mine)
    mine.sort()
    assert api.run(mine) == 1
