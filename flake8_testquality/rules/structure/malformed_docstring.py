"""TQ714."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.words import subject_words, words
from flake8_testquality.regex import regex
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

# How a line begins that starts something of its own: a field, a label, an item of a list, a link, a prompt.
OWN_LINE = regex(r":\w|@\w|\w+:(\s|$)|[-*+]\s|\.\.\s|>>>|https?://")
# A field, an item of a list, a prompt or a heading that stands alone: what may follow a summary, and is none.
NO_SUMMARY = regex(r":\w+[^:\n]*:(\s|$)|@(param|returns?|raises|type)\b|[-*+]\s|\.\.\s|>>>|\w+:$")
ARTICLES = frozenset({"a", "an", "the", "test", "tests", "testing", "that"})
# How a docstring announces what it then only repeats: `Test for`, `Verify that`, `Make sure`.
ANNOUNCEMENT = regex(
    r"\A\s*(?:(?:unit )?tests?(?: case)?|testing|checks?|verify|verifies|ensures?|makes? sure)\b"
    r"(?:\s+(?:for|of|if)\b)?",
    re.IGNORECASE,
)


@rule(
    code="TQ714",
    profile="strict",
    message="the docstring {fault}: say in one line which behaviour the test checks, and why",
    bad='''
        def test_total_price(cart):  # TQ714
            """Test the total price."""
            assert cart.total == 42
    ''',
    good='''
        def test_total_price(cart):
            """Tax is part of the total, since shops in the EU must show it."""
            assert cart.total == 42
    ''',
)
def malformed_docstring(test: Test, _: Module) -> Iterator[Finding]:
    """A docstring that repeats the name, or says nothing, costs reading and gives nothing.

    Allowed: a first line that is a whole sentence, with or without a blank line behind it, or that stands before a
    line which begins something of its own (`See: ...`, a list, a field, a link).
    """
    text = test.docstring
    if text is None:
        return
    lines = text.strip().split("\n")
    name = telling_words(subject_words(test.name))
    if not words(text):
        yield Finding(test, fault="is empty")
    elif name in (telling_words(words(text)), telling_words(words(ANNOUNCEMENT.sub("", text, 1)))):
        yield Finding(test, fault="only repeats the name")
    elif NO_SUMMARY.match(lines[0].rstrip()) or (len(lines) > 1 and runs_on(lines[0], lines[1].strip())):
        yield Finding(test, fault="does not start with a one-line summary")


def telling_words(found: list[str]) -> list[str]:
    """Those of some words that say something."""
    return [word for word in found if word not in ARTICLES]


def runs_on(first: str, second: str) -> bool:
    """Whether a text's first line is no whole sentence and the second goes on with it."""
    return bool(second) and not first.rstrip().endswith((".", "!", "?")) and OWN_LINE.match(second) is None
