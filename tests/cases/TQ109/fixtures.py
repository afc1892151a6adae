import unittest

import pytest
import pytest as pt
import pytest_asyncio
from pytest import fixture


@pytest.fixture
def test_total(cart):  # TQ109
    assert cart.total == "日本"


@fixture(autouse=True)
def test_always(cart):  # TQ109
    cart.check()
    with pytest.raises(ValueError):
        cart.break_it()


@pt.fixture()
def test_yields(cart):  # TQ109
    yield
    assert cart.total == 1


@pytest_asyncio.fixture
async def test_async(cart):  # TQ109
    assert await cart.total() == 1


class TestCart:
    @pytest.fixture
    def test_in_class(self, cart):  # TQ109
        assert cart.total == 1


@pytest.fixture
def test_user():
    return make_user("ann")


@pytest.fixture
def test_client(test_database):
    yield connect(test_database)


@pytest.fixture
def test_database():
    database = connect()
    assert database.is_test
    return database


@pytest.fixture
def cart_checked(cart):
    assert cart.total == 1


def test_name(test_user, test_client):
    assert test_user.name == test_client.name


@pytest.fixture
def test_checker():
    def check(cart):
        assert cart.total == 42

    return check
