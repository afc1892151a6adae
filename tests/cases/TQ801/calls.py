from contextlib import contextmanager

import pytest
import pytest as pt
import pytest_asyncio
from pytest import fixture as fix

from shop import Cart, plain


@pytest.fixture
def cart():
    return Cart()


@pt.fixture(scope="session")
def store():
    yield Cart()


@fix()
def customer(cart):
    return cart() if callable(cart) else cart


@pytest_asyncio.fixture
async def connection():
    return 1


@pytest.fixture(name="basket")
def make_basket():
    return Cart()


@pytest.fixture
def factory():
    return lambda: cart()  # TQ801


@pytest.fixture
def price():
    return 1


def price():
    return 2


@contextmanager
@pytest.fixture
def wrapped():
    yield 1


def helper():
    return store()  # TQ801


def test_called():
    assert "ä" and cart().total == 0  # TQ801
    assert (  # TQ801
        make_basket()
    ).total == 0


async def test_called_async():
    assert await connection() == 1  # TQ801


def test_argument(cart, basket):
    assert cart().total == basket().total


def test_rebound():
    cart = Cart
    assert cart().total == 0


def test_plain_of_the_same_name():
    assert price() == 2


def test_refused():
    with pytest.raises(pytest.fail.Exception):
        cart()


def test_unwrapped():
    assert cart.__wrapped__().total == 0


class TestCart:
    @pytest.fixture
    def line(self):
        return 1

    @pytest.fixture
    def row(self):
        return 1

    def test_line(self):
        assert self.line() == 1  # TQ801

    def test_other(self, other):
        assert other.line() == 1

    def test_rebound(self, row):
        self.row = plain
        assert self.row() == 1


def test_refusal_is_no_value_error():
    with pytest.raises(ValueError):
        cart().boom()  # TQ801


def test_refusal_is_expected():
    with pytest.raises(pytest.fail.Exception):
        cart().boom()


class TestBoundCart(TestCart):
    def test_inherited(self):
        assert self.line() == 1  # TQ801


class TestForeignCart(plain.Cart, TestCart):
    def test_perhaps_overridden(self):
        assert self.line() == 1
