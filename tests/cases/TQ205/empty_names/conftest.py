from collections.abc import Iterator

import pytest

from shop import Catalogue, open_catalogue


@pytest.fixture
def catalogue() -> Catalogue:
    return open_catalogue("main")


@pytest.fixture
def lent_catalogue() -> Iterator[Catalogue]:
    with open_catalogue("lent") as found:
        yield found


@pytest.fixture
def shelf():
    return {"": 1, "top": 2}


@pytest.fixture
def title() -> str:
    return open_catalogue("main").title


@pytest.fixture
def page():
    return open_catalogue("main").page
