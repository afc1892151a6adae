"""Whole test modules as hypothesis makes them: classes, functions, decorators, conditions, rebinding."""

from __future__ import annotations

import re
import textwrap
from random import Random

from hypothesis import strategies as st

FUNCTION_NAMES = ("test", "test_a", "test_b", "test_ü", "testing", "tests_c", "Test_d", "tets_e", "_test_f", "check_g")
CLASS_NAMES = (
    *("TestA", "TestB", "Test", "TestingC", "Test_D"),
    *("CartTest", "OrderMixin", "_TestE", "BaseF", "test_lower"),
)
DECORATORS = (
    "",
    "",
    "",
    "@pytest.mark.slow",
    '@pytest.mark.skip(reason="later")',
    "@unittest.skip('later')",
    "@mock.patch.dict('os.environ', {'A': 'b'})",
    "@same",
    "@wrapped",
)
METHOD_DECORATORS = (*DECORATORS, "@staticmethod", "@classmethod", "@property", "@functools.cached_property")
PLAIN_BASES = ("", "", "", "object", "abc.ABC", "typing.Generic[T]", "Exception", "dict", "typing.NamedTuple")
CASES = ("unittest.TestCase", "unittest.IsolatedAsyncioTestCase", "Case")
HEAD = """
import abc
import dataclasses
import functools
import typing
import unittest
from unittest import TestCase as Case, mock

import pytest

T = typing.TypeVar("T")


def same(function):
    return function


def wrapped(function):
    @functools.wraps(function)
    def call(*args, **kwargs):
        return function(*args, **kwargs)

    return call

"""


def indented(text: str) -> str:
    return textwrap.indent(text, "    ")


class Writer:
    """Writes one module from a stream of choices."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.choose = random.choice

    def one_in(self, number: int) -> bool:
        return self.random.randrange(number) == 0

    def function(self, in_class: bool, in_case: bool = False) -> str:
        name = self.choose(FUNCTION_NAMES)
        decorator = self.choose(METHOD_DECORATORS if in_class else DECORATORS)
        if not in_case and self.one_in(10):
            decorator = "@pytest.fixture"
        asynchronous = "async " if decorator in ("", "@same", "@pytest.mark.slow") and self.one_in(6) else ""
        receiver = "" if not in_class or decorator == "@staticmethod" else "self"
        head = f"{decorator}\n" if decorator else ""
        inner = "    def test_inner():\n        pass\n" if self.one_in(10) else ""
        return f"{head}{asynchronous}def {name}({receiver}):\n{inner}    assert True\n"

    def change(self, names: list[str]) -> str:
        """A statement that takes a name away, gives it to something else, or switches it off."""
        name = self.choose(names)
        forms = (
            f"{name} = None\n",
            f"{name} = same({name})\n",
            f"{name}: object\n",
            f"{name}.__test__ = False\n",
            f"for {name} in ():\n    pass\n",
            f"kept = [{name}]\n",
            f"del {name}\n",
        )
        return self.choose(forms)

    def conditional(self, text: str) -> str:
        """A definition, alone or as one of two alternatives of the same name."""
        form = self.random.randrange(12)
        if form == 0:
            # Without an other arm nothing tells whether an earlier definition survives: here there is none.
            name, number = defined(text)[0], self.random.randrange(10**6)
            text = re.sub(rf"(def|class) {name}\b", rf"\g<1> {name}_{number}", text)
            return f"if pytest:\n{indented(text)}"
        if form == 1:
            return f"if pytest:\n{indented(text)}else:\n{indented(text)}"
        if form == 2:
            return f"try:\n{indented(text)}except ImportError:\n{indented(text)}"
        return text

    def class_(self, known: list[str], depth: int = 0) -> str:
        # unittest takes a class inside a TestCase for a test if its name begins with test.
        name = self.choose(CLASS_NAMES[:-1] if depth else CLASS_NAMES)
        inherited = [self.choose(known)] if known and self.one_in(3) else []
        in_case = self.random.random() < 0.3
        base = self.choose(CASES if in_case else PLAIN_BASES)
        bases = ", ".join([*inherited, *([base] if base and base not in inherited else [])])
        head = "@dataclasses.dataclass\n" if not bases and self.one_in(15) else ""
        lines = [f"{head}class {name}({bases}):\n" if bases else f"{head}class {name}:\n", "    kind = 1\n"]
        if self.one_in(6) and base != "typing.NamedTuple":
            special = self.choose(["__init__", "__new__"])
            body = "super().__init__(*a, **k)" if special == "__init__" else "return super().__new__(self)"
            lines.append(f"    def {special}(self, *a, **k):\n        {body}\n")
        if self.one_in(6):
            lines.append(f"    __test__ = {self.choose([True, False])}\n")
        if self.one_in(8):
            lines.append("    @abc.abstractmethod\n    def left_open(self):\n        pass\n")
        members: list[str] = []
        for _ in range(self.random.randrange(4)):
            choice = self.random.randrange(10)
            if choice == 0 and members:
                lines.append(indented(self.change(members)))
                members = []
            elif choice == 1 and depth < 2:
                lines.append(indented(self.class_([], depth + 1)))
            else:
                text = self.conditional(self.function(True, in_case or bool(inherited)))
                lines.append(indented(text))
                members = [] if "fixture" in text or "@staticmethod" in text else defined(text)
        return "".join(lines)

    def module(self) -> str:
        parts = [HEAD]
        known: list[str] = []
        last: list[str] = []
        for _ in range(self.random.randint(1, 7)):
            choice = self.random.randrange(12)
            if choice == 0 and last:
                parts.append(self.change(last))
                known, last = [name for name in known if name not in last], []
                continue
            is_function = choice < 6
            text = self.conditional(self.function(False) if is_function else self.class_(known))
            parts.append(text)
            last = [] if "fixture" in text and is_function else defined(text)
            # A TestCase that inherits a fixture method named test takes it for a test.
            inheritable = [] if is_function or "fixture" in text else last
            known = [*(name for name in known if name not in last), *inheritable]
        if self.one_in(30):
            parts.append("__test__ = False\n")
        return "\n".join(parts)


def defined(text: str) -> list[str]:
    """The name that a definition without conditions binds."""
    for line in text.split("\n"):
        words = line.replace("(", " ").replace(":", " ").split()
        if words and words[0] in ("def", "class", "async"):
            return [words[2] if words[0] == "async" else words[1]]
        if words and words[0] in ("if", "try"):
            break
    return []


@st.composite
def modules(draw: st.DrawFn) -> str:
    """The text of a test module."""
    return Writer(draw(st.randoms(use_true_random=True))).module()
