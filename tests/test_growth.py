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


def one_test(body: str) -> str:
    """A file with one test of this body."""
    return f"{HEAD}\ndef test_it(shop):\n{textwrap.indent(body, '    ')}\n"


def names_by_names(count: int) -> str:
    """Each name is bound to the two before it, and again to itself."""
    lines = ["x0, x1 = 1, checkout(2)"]
    for number in range(2, count):
        lines += [f"x{number} = x{number - 1}.add(x{number - 2})", f"x{number - 1} = x{number} + x{number - 2}"]
    last = f"x{count - 1}"
    return one_test("\n".join([*lines, f"for each in {last}:", f"    assert {last}.ok(each)", f"if {last}:", f"    assert {last}"]))


def loops_over_themselves(count: int) -> str:
    """Names of loops that are bound to what the same names are in what the loops go over."""
    asked = " and ".join(f"each.startswith('{n}')" for n in range(count))
    return one_test(f"for each in [each for each in dir(shop) if {asked}]:\n    assert each in cart.parts\n")


def rebound(count: int) -> str:
    """Two names are bound again and again, each to both."""
    lines = ["a, b = checkout(1), 2"]
    for number in range(count):
        lines += [f"a = a.add({number}, b)", f"b = b.minus(a, {number})"]
    return one_test("\n".join([*lines, "for each in a:", "    assert each == b"]))


def helpers(count: int) -> str:
    """Each function calls the next two."""
    ends = f"def help{count}(x):\n    assert x\n\ndef help{count + 1}(x):\n    return checkout(x)\n"
    functions = [f"def help{n}(x):\n    help{n + 1}(x)\n    return help{n + 2}(x)\n" for n in range(count)]
    return HEAD + "\n".join([*functions, ends]) + "\ndef test_it():\n    help0(1)\n    assert help1(2) == 3\n"


def methods(count: int) -> str:
    """The same with methods, which also set attributes."""
    found = [
        f"    def step{n}(self):\n        self.at{n} = self.step{n + 1}()\n        return self.step{n + 2}(self.at{n + 1})\n"
        for n in range(count)
    ]
    ends = [f"    def step{n}(self):\n        return checkout({n})\n" for n in (count, count + 1)]
    test = "    def test_it(self):\n        self.step0()\n        self.assertEqual(self.at0, self.step1())\n"
    return HEAD + "class CartTest(unittest.TestCase):\n" + "\n".join([*found, *ends, test])


def fixtures(count: int) -> str:
    """Each fixture asks for the next two."""
    found = [
        f"@pytest.fixture\ndef fix{n}(fix{n + 1}, fix{n + 2}):\n    return [fix{n + 1}, fix{n + 2}]\n" for n in range(count)
    ]
    ends = [f"@pytest.fixture\ndef fix{n}():\n    return checkout({n})\n" for n in (count, count + 1)]
    return HEAD + "\n".join([*found, *ends]) + "\ndef test_it(fix0, fix1):\n    assert fix0 == fix1\n"


def classes(count: int) -> str:
    """Each class inherits from the one before."""
    found = ["class Case0(unittest.TestCase):\n    def test_0(self):\n        self.assertTrue(checkout(0))\n"]
    found += [
        f"class Case{n}(Case{n - 1}):\n    def setUp(self):\n        super().setUp()\n        self.at{n} = cart({n})\n\n"
        f"    def test_{n}(self):\n        self.assertEqual(self.at{n}, {n})\n"
        for n in range(1, count)
    ]
    return HEAD + "\n".join(found)


def plain_tests(count: int) -> str:
    """Many plain tests."""
    return HEAD + "\n".join(
        f"def test_{n}(tmp_path):\n    total = checkout({n}, tmp_path)\n    assert total == {n}\n    assert total.items[{n}] is not None\n"
        for n in range(count)
    )


def assertions(count: int) -> str:
    """One test with many assertions."""
    return one_test("total = checkout(1)\n" + "\n".join(f"assert total.part{n} == {n}\nassert total" for n in range(count)))


def mocks(count: int) -> str:
    """One test with many mocks."""
    return one_test(
        "\n".join(
            f"m{n} = Mock(return_value={n})\nm{n}.attr.call.return_value = m{max(n - 1, 0)}\norders.place(m{n})\n"
            f"m{n}.assert_called_once_with({n})\nassert m{n}.attr.call() == m{max(n - 1, 0)}"
            for n in range(count)
        )
    )


def patches(count: int) -> str:
    """Many patches around one test and in it."""
    decorators = "".join(f"@patch('shop.orders.part{n}')\n" for n in range(count))
    arguments = ", ".join(f"part{n}" for n in reversed(range(count)))
    inside = "".join(f"    with patch('shop.cart.part{n}') as inner{n}:\n        orders.place(inner{n}, part{n})\n" for n in range(count))
    return f"{HEAD}\n{decorators}def test_it({arguments}):\n{inside}    assert orders.total() == 1\n    part0.assert_called_once()\n"


def nested(count: int) -> str:
    """Blocks in blocks."""
    lines, depth = ["items = checkout(1)"], 0
    for number in range(count):
        head = (f"for i{number} in items:", f"if items.part{number}:", f"with orders.open({number}) as o{number}:")[number % 3]
        lines.append("    " * depth + head)
        depth += 1
        lines.append("    " * depth + f"assert items[{number}]")
    return one_test("\n".join(lines))


def long_expressions(count: int) -> str:
    """Chains, sums, calls in calls, containers in containers."""
    chain = "checkout(1)" + "".join(f".part{n}({n})" for n in range(count))
    total = " + ".join(f"cart.get({n})" for n in range(count))
    calls = "orders.place(" * count + "1" + ")" * count
    items = "[" * count + "1" + "]" * count
    return one_test(f"x = {chain}\ny = {total}\nz = {calls}\nw = {items}\nassert x == y\nassert z == w\nassert x and y and {chain} == {total}")


def rows(count: int) -> str:
    """A long table of parameters."""
    table = ", ".join(f"({n}, checkout({n}), {{'a': {n}}})" for n in range(count))
    return f"{HEAD}\n@pytest.mark.parametrize('a, b, c', [{table}])\ndef test_it(a, b, c):\n    assert cart(a, c) == b\n"


def branches(count: int) -> str:
    """One long chain of branches, and one of handlers."""
    chain = "if items == 0:\n    assert items\n" + "".join(f"elif items == {n}:\n    x{n} = items\n" for n in range(1, count))
    tries = "try:\n    orders.place(items)\n" + "".join(f"except cart.Error{n}:\n    pass\n" for n in range(count))
    return one_test(f"items = checkout(1)\n{chain}{tries}")


def inner_functions(count: int) -> str:
    """Functions inside a test that capture its names."""
    found = "".join(f"n{n} = checkout({n})\ndef inner{n}():\n    return n{n}, inner{max(n - 1, 0)}()\norders.place(inner{n})\n" for n in range(count))
    return one_test(f"{found}assert inner{count - 1}() == 1")


SHAPES: dict[Callable[[int], str], int] = {
    names_by_names: 30, loops_over_themselves: 5, rebound: 30, helpers: 30, methods: 30, fixtures: 20, classes: 15, plain_tests: 30, assertions: 40,
    mocks: 20, patches: 15, nested: 15, long_expressions: 20, rows: 60, branches: 20, inner_functions: 15,
}  # fmt: skip


class TooMuch(BaseException):
    """More calls than any file of this size should cost. No Exception: the engine would report those as a rule's."""


def calls_for(text: str, folder: Path) -> int:
    """How many functions are called to lint a text."""
    source, project = Source.of_text(text, str(folder / "test_it.py")), project_of(str(folder / "test_it.py"))
    rules, calls = all_rules(), 0

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
