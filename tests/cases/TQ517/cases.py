import glob
import os
import random
import uuid
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from uuid import uuid4

import pytest
import pytest as pt

NAMES = os.listdir("data")
SORTED = sorted(os.listdir("data"))
NOW = datetime.now()
KINDS = {"tea", "coffee"}
SEEDED = Random(3)


@pytest.mark.parametrize("name", os.listdir("data"))  # TQ517
def test_listing(read, name):
    assert read(name) == 3


@pt.mark.parametrize("name", NAMES)  # TQ517
def test_bound_listing(read, name):
    assert read(name) == 3


@pytest.mark.parametrize(argnames="name", argvalues=glob.glob("*.é"))  # TQ517
async def test_glob(read, name):
    assert await read(name) == 3


@pytest.mark.parametrize("path", [path for path in Path("data").iterdir() if path.suffix])  # TQ517
def test_iterdir(read, path):
    assert read(path) == 3


@pytest.mark.parametrize("kind", {"tea", "coffee"})  # TQ517
def test_set(read, kind):
    assert read(kind) == 3


@pytest.mark.parametrize("kind", list(KINDS))  # TQ517
def test_list_of_set(read, kind):
    assert read(kind) == 3


@pytest.mark.parametrize("kind", ["milk", *KINDS])  # TQ517
def test_star_of_set(read, kind):
    assert read(kind) == 3


@pytest.mark.parametrize("key", [uuid4(), "x"])  # TQ517
def test_uuid(read, key):
    assert read(key) == 3


@pytest.mark.parametrize(  # TQ517
    ("day", "kind"),
    [
        (datetime.now() - timedelta(days=1), "past"),
        (datetime(2020, 1, 1), "fixed"),
    ],
)
def test_clock(read, day, kind):
    assert read(day) == kind


@pytest.mark.parametrize("day", [pytest.param(NOW, id="now")])  # TQ517
def test_bound_clock(read, day):
    assert read(day) == 3


@pytest.mark.parametrize("n", [1, 2], ids=[str(uuid.uuid4()), "b"])  # TQ517
def test_ids(read, n):
    assert read(n) == 3


@pytest.mark.parametrize("n", [1, 2], ids=lambda n: str(random.random()))  # TQ517
def test_id_function(read, n):
    assert read(n) == 3


class TestClass:
    @pytest.mark.parametrize("n", [random.randint(1, 3)])  # TQ517
    def test_random(self, read, n):
        assert read(n) == 3


@pytest.fixture(params=os.listdir("data"))  # TQ517
def sample(request):
    return request.param


@pytest.mark.parametrize("name", sorted(os.listdir("data")))
@pytest.mark.parametrize("path", sorted(Path("data").glob("*.txt")))
@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize("other", SORTED)
@pytest.mark.parametrize("seeded", [Random(3).random(), SEEDED.random()])
@pytest.mark.parametrize("row", [{"a", "b"}, {"c"}])
@pytest.mark.parametrize("pair", [(1, {"a", "b"}), pytest.param(2, frozenset(["a", "b"]))])
@pytest.mark.parametrize("make", [datetime.now, lambda: uuid4(), uuid.uuid4])
@pytest.mark.parametrize("key", [uuid.uuid5(uuid.NAMESPACE_DNS, "a"), uuid.UUID(int=3)])
@pytest.mark.parametrize("one", {"only"})
@pytest.mark.parametrize("size", [len(KINDS), len({"a", "b"})])
@pytest.mark.parametrize("day", [datetime(2020, 1, 1) + timedelta(days=n) for n in range(3)])
def test_stable(read, name, path, kind, other, seeded, row, pair, make, key, one, size, day):
    assert read(name) == 3


def rolled():
    return [random.randint(1, 6), 3]


def found():
    names = os.listdir("data")
    return [name for name in names if name.endswith(".txt")]


def found_in_order():
    names = os.listdir("data")
    names.sort()
    return names


@pytest.mark.parametrize("number", rolled())  # TQ517
def test_rows_of_a_function(read, number):
    assert read(number) == 3


@pytest.mark.parametrize("name", found())  # TQ517
def test_names_of_a_function(read, name):
    assert read(name) == 3


@pytest.mark.parametrize("name", found_in_order())
def test_names_in_order(read, name):
    assert read(name) == 3
