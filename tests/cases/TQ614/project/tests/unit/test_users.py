import pytest

from billing import orders

CONSTANT = 1


@pytest.fixture
def user():
    return 1


def test_user(user):
    assert orders.of(user) == []
