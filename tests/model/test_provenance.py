"""Where values come from: small tests with the origins of each assertion written beside its line."""

from __future__ import annotations

import re
import textwrap

import pytest

from flake8_testquality.model.hollow import is_subjectless
from flake8_testquality.model.origins import PRODUCT, words
from flake8_testquality.model.provenance import (
    followed,
    handed_over,
    origins,
    reaches_product,
    subject_reached,
    values,
)
from tests.linting import module_of_text

HEAD = """
import asyncio, datetime, glob, json, logging, os, random, subprocess, time, unittest, uuid
import pytest
from datetime import datetime as dt
from types import SimpleNamespace
from unittest.mock import AsyncMock, Mock, patch
from urllib.parse import parse_qs
from shop import Cart, checkout, service, settings

LIMIT = 5
NAMES = ["a", "b"]

class Own:
    kind = "own"
    def __init__(self):
        self.scope = None
    def double(self, x):
        return x * 2

class Derived(Cart):
    kind = "own"

def build(code=1):
    return {"code": code}

def ask(x):
    return checkout(x)

@pytest.fixture
def row():
    return {"id": 1}

@pytest.fixture
def cart():
    yield Cart()
"""

# one body a row; `# flags` at the end of an assertion's line
TABLE = """
assert 1 == 2  # literal
assert LIMIT == 5  # literal
assert NAMES[0] == "a"  # literal
---
d = {"a": 1, "b": [2]}
assert d["a"] == 1  # literal
assert d.get("a") == 1  # literal
assert d.get("zz") is None  # literal
assert d == {"a": 1}  # literal own
assert len(d) == 2  # literal own stdlib
---
d = {}
d["a"] = checkout(1)
assert d["a"] == 1  # literal subject
assert d == {}  # literal subject
---
d = {"user": checkout(1), "n": 1}
assert d["n"] == 1  # literal
assert d["user"] == 1  # literal subject
a, b = d["n"], d["user"]
assert a == 1  # literal
assert b == 1  # literal subject
---
first, *rest = [1, 2, 3]
assert first == 1  # literal
assert rest == [2, 3]  # literal own
---
x = checkout(1)
assert x  # subject
assert x.y[0].z() == 1  # literal subject
assert str(x) == "1"  # literal stdlib subject
assert not x  # subject
assert f"{x}" == "1"  # literal subject
assert 1 + x == 2  # literal subject
---
x = 1
checkout(x)
assert x == 1  # literal
---
x = [1]
checkout(x)
assert x == [1]  # literal own subject
x = [1]
assert x == [1]  # literal own
---
x = [1]
y = {"x": x}
checkout(y)
assert x == [1]  # literal own subject
---
x = []
service.register(lambda: x.append(1))
service.run()
assert x == [1]  # literal own subject
---
done = False
def callback():
    nonlocal done
    done = True
service.run(callback)
assert done  # literal subject
---
def helper(n):
    return n + 1
assert helper(1) == 2  # literal own
assert ask(1) == 2  # literal subject
assert build()["code"] == 1  # literal
assert build(code=checkout(1))["code"] == 1  # literal subject
---
own = Own()
own.scope = {"user": None}
assert own.scope["user"] is None  # literal
assert own.double(2) == 4  # literal own
assert own.kind == "own"  # literal
assert Derived().kind == "own"  # literal subject
---
own = Own()
own.scope = 1
checkout(own)
assert own.scope == 1  # literal own subject
---
space = SimpleNamespace(a=1)
assert space.a == 1  # literal
---
cart = Cart()
cart.owner = "Ada"
assert cart.owner == "Ada"  # literal subject
settings.debug = True
assert settings.debug  # literal subject
---
assert json.loads("[1]") == [1]  # literal own stdlib
assert parse_qs("a=1")["a"] == ["1"]  # literal own stdlib
assert os.environ["HOME"]  # stdlib unknown
assert subprocess.run(["ls"]).returncode == 0  # literal unknown
assert os.path.join("a", "b") == "a/b"  # literal stdlib
---
mock = Mock()
assert mock.x  # mock
mock.x = 1
assert mock.x == 1  # literal configured
mock.get.return_value = {"a": 1}
assert mock.get("k")["a"] == 1  # literal configured
assert len(mock.get()) == 1  # literal own stdlib
assert mock.get.called  # mock
mock.get.assert_called()  # mock
checkout(mock)
assert mock.get.called  # mock subject
assert mock.x == 1  # literal mock subject
---
mock = Mock(side_effect=[1, 2])
assert mock() == 1  # literal own configured
mock = Mock(**{"get.return_value": 1})
assert mock.get() == 1  # literal configured
---
with patch("shop.service.run", return_value=3):
    assert service.run() == 3  # literal configured
assert service.run() == 3  # literal subject
---
start = time.perf_counter()
wait = 1
assert time.perf_counter() - start < wait  # literal stdlib elapsed outside
---
now = dt.now()
assert now == 1  # literal stdlib clock outside
assert checkout(now) == now  # stdlib subject clock outside
---
token = uuid.uuid4()
assert token.hex == "x"  # literal stdlib random outside
assert random.randint(1, 2) == 1  # literal stdlib random outside
---
names = {"b", "a"}
assert list(names) == ["a", "b"]  # literal own unordered
assert sorted(names) == ["a", "b"]  # literal own stdlib
assert len(names) == 2  # literal own stdlib
---
if checkout(1):
    n = 1
else:
    n = 2
assert n == 1  # literal subject
---
n = 0
if LIMIT > 3:
    n = 1
assert n == 1  # literal
---
failed = False
try:
    checkout(1)
except ValueError:
    failed = True
assert failed  # literal subject
---
total = 0
for i in [1, 2]:
    total += i
assert total == 3  # literal
---
total = 0
for i in checkout(1):
    total += 1
assert total == 3  # literal subject unknown
---
last = None
for i in [1, 2]:
    assert last is None  # literal subject unknown
    last = checkout(i)
---
with pytest.raises(ValueError):  # stdlib
    int("x")
with pytest.raises(ValueError):  # stdlib subject
    checkout(1)
with pytest.raises(ValueError) as caught:  # stdlib subject
    checkout(2)
assert caught.value  # own stdlib subject
---
squares = [n * n for n in [1, 2]]
assert squares == [1, 4]  # literal own
assert [f(n) for f in (checkout,) for n in [1]] == [1]  # literal own subject
"""


def rows() -> list[tuple[str, list[tuple[int, str]]]]:
    found = []
    for body in TABLE.strip("\n").split("\n---\n"):
        test = "def test_it():\n" + textwrap.indent(body, "    ") + "\n"
        wanted = [
            (number, match[1].strip())
            for number, line in enumerate(test.split("\n"), 1)
            if (match := re.search(r"  # ([a-z ]+)$", line))
        ]
        found.append((test, wanted))
    return found


def assertions_of(test: str) -> list[tuple[int, str]]:
    text = HEAD.lstrip("\n") + "\n\n" + test
    before = text.count("\n") - test.count("\n")
    module = module_of_text(text)
    return [(item.node.lineno - before, " ".join(words(origins(item)))) for item in module.tests[0].assertions]


@pytest.mark.parametrize(
    ("test", "wanted"), rows(), ids=lambda value: value.split("\n")[1][:40] if isinstance(value, str) else ""
)
def test_origins_stand_beside_the_lines(test: str, wanted: list[tuple[int, str]]) -> None:
    assert assertions_of(test) == wanted


def test_fixtures_in_sight_are_read_through() -> None:
    module = module_of_text(
        HEAD + "\ndef test_it(row, cart, other):\n    assert row['id'] == 1\n    assert cart\n    assert other\n"
    )
    found = [words(origins(item)) for item in module.tests[0].assertions]
    assert found == [["literal"], ["subject"], ["fixture", "subject"]]


def test_set_up_is_followed_first() -> None:
    module = module_of_text(
        HEAD
        + """
class TestIt(unittest.TestCase):
    limit = 3

    def setUp(self):
        self.own = Own()
        self.cart = Cart()

    def test_it(self):
        self.own.scope = 1
        self.assertEqual(self.own.scope, 1)
        self.assertEqual(self.limit, 3)
        self.assertTrue(self.cart)
        self.assertTrue(self.other)
"""
    )
    found = [words(origins(item)) for item in module.tests[0].assertions]
    assert found == [["literal"], ["literal"], ["subject"], ["unknown"]]


def test_two_names_of_one_thing_are_one_value() -> None:
    module = module_of_text(
        HEAD
        + "\ndef test_it():\n    a = checkout(1)\n    b = a\n    assert b is a\n    assert checkout(1) is checkout(1)\n"
    )
    first, second = module.tests[0].assertions
    assert values(first)[0] is values(first)[1]
    assert values(second)[0] is not values(second)[1]


def test_what_the_code_was_given_is_known() -> None:
    module = module_of_text(
        HEAD
        + "\ndef test_it():\n    now = dt.now()\n    later = dt.now()\n    assert checkout(now) == now\n    assert later == 1\n"
    )
    first, second = module.tests[0].assertions
    assert handed_over(values(first)[1]) is True
    assert handed_over(values(second)[0]) is False


@pytest.mark.parametrize(
    ("body", "reached"),
    [
        ("assert {'a': 1}['a'] == 1", False),
        ("assert checkout(1)", True),
        ("assert settings.limit", True),
        ("m = Mock()\n    m()\n    m.assert_called_once()", False),
        ("checkout(1)", True),
    ],
)
def test_subject_reached(body: str, reached: bool) -> None:
    test = module_of_text(f"{HEAD}\ndef test_it():\n    {body}\n").tests[0]
    assert subject_reached(test) is reached
    assert is_subjectless(test) is not reached


def test_shortcut_never_hides_the_product() -> None:
    for test, _ in rows():
        for item in module_of_text(HEAD + "\n\n" + test).tests[0].assertions:
            assert reaches_product(item) or not origins(item) & PRODUCT, f"{test}: line {item.node.lineno}"


def steps(test: str) -> int:
    return followed(module_of_text(HEAD + "\n\ndef test_it():\n" + textwrap.indent(test, "    ")).tests[0]).steps


def nested(depth: int) -> str:
    lines = [f"{'    ' * n}if x{n}:" for n in range(depth)]
    return "x = 1\n" + "\n".join(lines) + "\n" + "    " * depth + "assert x == 1\n"


GROWING = {
    "statements": lambda n: "\n".join(f"x{i} = {{'a': x{i - 1} if x{i - 1} else 1}}" if i else "x0 = 1" for i in range(n)) + "\nassert x0\n",
    "container": lambda n: "x = [" + ", ".join(f"[{i}]" for i in range(n)) + "]\nassert x == []\n",
    "appends": lambda n: "x = []\n" + "".join(f"x.append([{i}])\nassert x[0] == [0]\n" for i in range(n)),
    "calls": lambda n: "x = []\n" + "x.append([checkout(x)])\n" * n + "assert x\n",
    "closures": lambda n: "".join(f"a{i} = []\ndef f{i}():\n    a{i}.append(1)\ncheckout(f{i})\n" for i in range(n)) + "assert a0\n",
    "chain": lambda n: "assert " + " + ".join(f"v{i}" for i in range(n)) + "\n",
    "loops": lambda n: "x = 0\n" + "for i in [1, 2]:\n    x += i\n" * n + "assert x\n",
    "attributes": lambda n: "assert x" + ".a" * min(n, 50) + "\n",
    "nesting": lambda n: nested(min(n // 10, 20)),
    "nested loops": lambda n: "\n".join("    " * d + f"for i{d} in [1]:" for d in range(min(n // 10, 16)))
    + "\n" + "    " * min(n // 10, 16) + "assert i0\n",
}  # fmt: skip


@pytest.mark.parametrize("shape", GROWING)
def test_twice_the_length_costs_no_more_than_twice_the_steps(shape: str) -> None:
    small, large = steps(GROWING[shape](100)), steps(GROWING[shape](200))
    assert large <= 2.2 * small + 20


def test_what_is_too_deep_or_too_long_is_presumed_innocent() -> None:
    deep = "x = " + "(" * 150 + "1" + ",)" * 150 + "\n" + "\n".join("    " * d + "if x:" for d in range(40))
    text = HEAD + "\n\ndef test_it():\n" + textwrap.indent(deep + "\n" + "    " * 40 + "assert x == 1\n", "    ")
    test = module_of_text(text).tests[0]
    assert "unknown" in words(origins(test.assertions[0]))
    long = module_of_text(
        HEAD + "\n\ndef test_it():\n" + "    x = [1, 2, 3, 4]\n" * 6000 + "    assert x == 1\n"
    ).tests[0]
    assert words(origins(long.assertions[0])) == ["unknown"]
