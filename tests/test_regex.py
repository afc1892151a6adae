"""Patterns that are compiled at their first use are what `re.compile` gives, and all of the package's compile."""

import importlib
import pkgutil
import re

import pytest

import flake8_testquality
from flake8_testquality.regex import regex

MODULES = [
    info.name
    for info in pkgutil.walk_packages(flake8_testquality.__path__, "flake8_testquality.")
    if not info.name.endswith("__main__")
]
LAZY = type(regex(""))


def test_a_pattern_finds_what_a_compiled_one_finds():
    word = regex(r"\bA(\w+)", re.IGNORECASE)

    assert word.findall("an Apple, no banana") == re.compile(r"\bA(\w+)", re.IGNORECASE).findall("an Apple, no banana")
    assert word.sub("-", "an Apple") == "- -"
    assert word.match("nothing") is None


def test_an_error_in_a_pattern_shows_at_its_first_use():
    broken = regex("(")

    with pytest.raises(re.error, match="unterminated subpattern"):
        broken.search("any text")


def test_all_patterns_of_the_package_compile():
    found = [value for name in MODULES for value in vars(importlib.import_module(name)).values() if type(value) is LAZY]

    assert len(found) > 100
    assert {type(pattern.pattern) for pattern in found} == {str}
