import copy

import pytest as pt
from pytest import fixture

from billing import invoices

PRICES = {"a": 1}


@pt.fixture(scope="session")
def lines():  # TQ613
    return [{"price": 10}]


@fixture(scope="module")
def prices():  # TQ613
    yield PRICES


@pt.fixture(scope="class", name="tags")
def make_tags():  # TQ613
    found = set()
    return found


@pt.fixture(scope="package")
def nested():  # TQ613
    return {"lines": []}


@pt.fixture(scope="module")
async def fetched():  # TQ613
    yield dict(a=1)


@pt.fixture(scope="session")
def summed():  # TQ613
    return [1]


def test_append(lines):
    lines.append({"price": -1})
    assert invoices.total(lines) == 9


def test_item(prices):
    prices["b"] = 2
    assert invoices.total(prices) == 3


class TestTags:
    def test_add(self, tags):
        tags.add("é")
        assert invoices.tagged(tags) == []

    @pt.mark.parametrize("name", ["a"])
    async def test_nested(self, nested, name):
        nested["lines"].append(name)
        assert await invoices.total(nested) == 1


async def test_deletes(fetched):
    del fetched["a"]
    assert await invoices.total(fetched) == 0


def test_in_place(summed):
    summed += [2]
    assert invoices.total(summed) == 3


@pt.fixture
def own():
    return []


@pt.fixture(scope="session")
def read_only():
    return {"a": 1}


@pt.fixture(scope="session")
def copied():
    return {"a": 1}


@pt.fixture(scope="session")
def frozen():
    return (1, 2)


@pt.fixture(scope="session")
def taken_back():
    return []


@pt.fixture(scope="session")
def server():
    return invoices.server()


@pt.fixture(scope="session")
def emptied():
    return []


@pt.fixture(autouse=True)
def empty(emptied):
    emptied.clear()


def test_own(own):
    own.append(1)
    assert invoices.total(own) == 1


def test_reads(read_only, frozen, server):
    server.append(1)
    assert invoices.total({**read_only, "b": sum(frozen)}) == 4


def test_copy(copied):
    copied = copy.deepcopy(copied)
    copied["b"] = 1
    assert invoices.total(copied) == 2


def test_finally(taken_back):
    taken_back.append(1)
    try:
        assert invoices.total(taken_back) == 1
    finally:
        taken_back.pop()


def test_emptied(emptied):
    emptied.append(1)
    assert invoices.total(emptied) == 1
