"""Intent: what a test says that it is about, in its name, its class's name and its docstring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.tests import Test

_WORD = regex(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")


def words(test: Test) -> frozenset[str]:
    """The words of a test's names and docstring, in lower case: `test_isEqual` has test, is and equal; a fact."""
    said = [test.name, test.cls.name if test.cls else "", test.docstring or ""]
    return frozenset(word.lower() for text in said for word in _WORD.findall(text))


def is_about(test: Test, stems: tuple[str, ...]) -> bool:
    """Whether a word of the test begins with one of these stems, or a word of three letters or fewer is one."""
    return any(
        word == stem or (len(stem) > 3 and word.startswith(stem)) for word in test.fact(words) for stem in stems
    )
