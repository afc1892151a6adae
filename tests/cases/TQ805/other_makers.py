import pytest
from books.testing import fixture as book_fixture
from pytest_cases import fixture


@fixture
@pytest.mark.parametrize("size", [1, 2])
def shelf(size):
    return [size]


@book_fixture(scope="module")
@pytest.mark.parametrize("title", ["a", "b"])
def book(title):
    return title


@pytest.fixture(scope="module")
@pytest.mark.parametrize("title", ["a", "b"])  # TQ805
def magazine(title):
    return title
