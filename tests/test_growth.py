"""Growth: a file of twice the length or depth costs about twice the work, whatever it holds.

Work is counted in calls of Python functions, which no load of the machine changes.
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest

from flake8_testquality import engine
from flake8_testquality.model.project import project_of
from flake8_testquality.registry import all_rules
from flake8_testquality.settings import Settings
from flake8_testquality.source import Source

HEAD = """\
import time
import unittest
from unittest import mock
from unittest.mock import Mock, patch

import pytest

from shop import cart, checkout, orders

"""
STRICT = Settings(profile="strict")
# Twice the work, and what a growing depth may add.
MOST = 2.7
# No shape here comes near; what does would not end.
TOO_MUCH = 3_000_000


def each(count: int, pattern: str, first: int = 0) -> str:
    """A pattern for each number, written N; the number before it is M, the two after it are A and B."""
    found = []
    for number in range(first, count):
        text = pattern
        for letter, value in (("N", number), ("M", max(number - 1, 0)), ("A", number + 1), ("B", number + 2)):
            text = text.replace(f"%{letter}", str(value))
        found.append(text)
    return "".join(found)


def one_test(body: str) -> str:
    """A file with one test of this body."""
    return f"{HEAD}\ndef test_it(shop):\n{textwrap.indent(body, '    ')}\n"


def names_by_names(count: int) -> str:
    """Each name is bound to the two before it, and again to itself."""
    names = each(count, "x%B = x%A.add(x%N)\nx%A = x%B + x%N\n")
    checks = f"for x in x{count}:\n    assert x0.ok(x)\nif x{count}:\n    assert x1"
    return one_test(f"x0, x1 = 1, checkout(2)\n{names}{checks}")


def loops_over_themselves(count: int) -> str:
    """A name of a loop that is bound to what the same name is in what the loop goes over."""
    asked = each(count, " and each.startswith('%N')")
    return one_test(f"for each in [each for each in dir(shop) if True{asked}]:\n    assert each in cart.parts\n")


def rebound(count: int) -> str:
    """Two names are bound again and again, each to both."""
    names = each(count, "a = a.add(%N, b)\nb = b.minus(a, %N)\n")
    return one_test(f"a, b = checkout(1), 2\n{names}for each in a:\n    assert each == b")


def rebound_in_many_ways(count: int) -> str:
    """The same in expressions of every kind, before loops over the names and conditions on them."""
    forms = ("x[y]", "str(x).split(y)", "x | y | x", "[e for e in x if e in y]", "sorted(x, key=y)", "list(zip(x, y))")
    other = str.maketrans("xy", "yx")
    names = "".join(f"x = {form}\ny = {form.translate(other)}\n" for form in (forms * count)[:count])
    checks = "for e in x:\n    if e:\n        assert e == y\nwhile x:\n    x = y\n    assert x\n"
    return one_test(f"x, y = shop, 2\n{names}{checks}")


def helpers(count: int) -> str:
    """Each function calls the next two."""
    functions = each(count, "def help%N(x):\n    help%A(x)\n    return help%B(x)\n\n")
    ends = each(count + 2, "def help%N(x):\n    assert x\n    return checkout(x)\n\n", count)
    return f"{HEAD}{functions}{ends}def test_it():\n    help0(1)\n    assert help1(2) == 3\n"


def methods(count: int) -> str:
    """The same with methods, which also set attributes."""
    found = each(
        count, "    def step%N(self):\n        self.at%N = self.step%A()\n        return self.step%B(self.at%A)\n\n"
    )
    ends = each(count + 2, "    def step%N(self):\n        return checkout(%N)\n\n", count)
    test = "    def test_it(self):\n        self.step0()\n        self.assertEqual(self.at0, self.step1())\n"
    return f"{HEAD}class CartTest(unittest.TestCase):\n{found}{ends}{test}"


def fixtures(count: int) -> str:
    """Each fixture asks for the next two."""
    found = each(count, "@pytest.fixture\ndef fix%N(fix%A, fix%B):\n    return [fix%A, fix%B]\n\n")
    ends = each(count + 2, "@pytest.fixture\ndef fix%N():\n    return checkout(%N)\n\n", count)
    return f"{HEAD}{found}{ends}def test_it(fix0, fix1):\n    assert fix0 == fix1\n"


def classes(count: int) -> str:
    """Many classes with a set-up."""
    set_up = "    def setUp(self):\n        super().setUp()\n        self.at = cart(%N)\n\n"
    test = "    def test_%N(self):\n        self.assertEqual(self.at, %N)\n\n"
    return HEAD + each(count, f"class Case%N(unittest.TestCase):\n{set_up}{test}")


def plain_tests(count: int) -> str:
    """Many plain tests."""
    body = "    total = checkout(%N, tmp_path)\n    assert total == %N\n    assert total.items[%N] is not None\n\n"
    return HEAD + each(count, f"def test_%N(tmp_path):\n{body}")


def assertions(count: int) -> str:
    """One test with many assertions."""
    return one_test("total = checkout(1)\n" + each(count, "assert total.part%N == %N\n"))


def mocks(count: int) -> str:
    """One test with many mocks."""
    return one_test(
        each(
            count,
            "m%N = Mock(return_value=%N)\nm%N.attr.call.return_value = m%M\norders.place(m%N)\n"
            "m%N.assert_called_once_with(%N)\nassert m%N.attr.call() == m%M\n",
        )
    )


def patches(count: int) -> str:
    """Many patches around one test and in it."""
    decorators = each(count, "@patch('shop.orders.part%N')\n")
    arguments = ", ".join(f"part{number}" for number in reversed(range(count)))
    inside = each(count, "    with patch('shop.cart.part%N') as inner%N:\n        orders.place(inner%N, part%N)\n")
    ends = "    assert orders.total() == 1\n    part0.assert_called_once()\n"
    return f"{HEAD}\n{decorators}def test_it({arguments}):\n{inside}{ends}"


def nested(count: int) -> str:
    """Blocks in blocks."""
    heads = ("for i%N in items:\n", "if items.part%N:\n", "with orders.open(%N) as o%N:\n")
    lines = [
        textwrap.indent(f"{heads[depth % 3]}    assert items[%N]\n".replace("%N", str(depth)), "    " * depth)
        for depth in range(count)
    ]
    return one_test("items = checkout(1)\n" + "".join(lines))


def long_expressions(count: int) -> str:
    """Chains, sums, calls in calls, containers in containers."""
    chain = "checkout(1)" + each(count, ".part%N(%N)")
    total = "0" + each(count, " + cart.get(%N)")
    calls = "orders.place(" * count + "1" + ")" * count
    items = "[" * count + "1" + "]" * count
    values = f"x = {chain}\ny = {total}\nz = {calls}\nw = {items}\n"
    return one_test(f"{values}assert x == y\nassert z == w\nassert x and y and {chain} == {total}")


def rows(count: int) -> str:
    """A long table of parameters."""
    table = each(count, "(%N, checkout(%N), {'a': %N}), ")
    mark = f"@pytest.mark.parametrize('a, b, c', [{table}])"
    return f"{HEAD}\n{mark}\ndef test_it(a, b, c):\n    assert cart(a, c) == b\n"


def branches(count: int) -> str:
    """One long chain of branches, and one of handlers."""
    chain = "if items == 0:\n    assert items\n" + each(count, "elif items == %N:\n    x%N = items\n", 1)
    tries = "try:\n    orders.place(items)\n" + each(count, "except cart.Error%N:\n    pass\n")
    return one_test(f"items = checkout(1)\n{chain}{tries}")


def inner_functions(count: int) -> str:
    """Functions inside a test that capture its names."""
    found = each(count, "n%N = checkout(%N)\ndef inner%N():\n    return n%N, inner%M()\norders.place(inner%N)\n")
    return one_test(f"{found}assert inner{count - 1}() == 1")


SHAPES: dict[Callable[[int], str], int] = {
    names_by_names: 30, loops_over_themselves: 5, rebound: 60, rebound_in_many_ways: 6, helpers: 60, methods: 60,
    fixtures: 40, classes: 30, plain_tests: 60, assertions: 80, mocks: 40, patches: 30, nested: 8,
    long_expressions: 40, rows: 120, branches: 40, inner_functions: 40,
}  # fmt: skip


class TooMuch(BaseException):
    """More calls than any file of this size should cost. No Exception: the engine would blame a rule for it."""


def calls_for(text: str, folder: Path) -> int:
    """How many functions are called to lint a text."""
    path = str(folder / "test_it.py")
    source, project, rules, calls = Source.of_text(text, path), project_of(path), all_rules(), 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event == "call"
        if calls > TOO_MUCH:
            raise TooMuch

    sys.setprofile(count)
    try:
        engine.run(source, project, STRICT, rules)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_twice_the_size_costs_about_twice_the_calls(shape: Callable[[int], str], tmp_path: Path) -> None:
    size = SHAPES[shape]
    once = calls_for(shape(size), tmp_path)
    twice = calls_for(shape(2 * size), tmp_path)
    assert twice < MOST * once
