"""Inner names: which names the text of a file may bind inside its expressions, told without a walk of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

_WORDS = regex(r"\w+")
# Lengths are bounded, so that a text without an end is not read to its end again and again.
_TARGETS = regex(r"for\b([\w\s,()*.\[\]]{0,500}?)\bin\b")
_WALRUS = regex(":=")
_LAMBDA = regex(r"lambda\b")
_BRACKETS = regex(r"[\[({})\]:]")
_LAST_WORD = regex(r"(\w+)[\s\\]*$")
_LONGEST_NAME, _LONGEST_LIST = 100, 1_000


def inner_names(module: Module) -> frozenset[str]:
    """The names that a lambda, a comprehension or `:=` binds, and some that only look so: those of for statements."""
    text, found = module.source.text, set[str]()
    for targets in _TARGETS.findall(text):
        found.update(_WORDS.findall(targets))
    for start in _LAMBDA.finditer(text):
        found.update(_WORDS.findall(text[start.end() : _end_of_parameters(text, start.end())]))
    for walrus in _WALRUS.finditer(text):
        last = _LAST_WORD.search(text, max(walrus.start() - _LONGEST_NAME, 0), walrus.start())
        if last:
            found.add(last[1])
    return frozenset(found)


def _end_of_parameters(text: str, start: int) -> int:
    """The offset of the colon that ends a lambda's parameters; a default may hold others in brackets."""
    depth = 0
    for found in _BRACKETS.finditer(text, start, start + _LONGEST_LIST):
        if found[0] == ":" and depth <= 0:
            return found.start()
        depth += 1 if found[0] in "[({" else -1 if found[0] in "])}" else 0
    return start + _LONGEST_LIST
