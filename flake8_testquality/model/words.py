"""Names as words: `testHTTPClient_returns2` is test, http, client, returns, 2."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_testquality.regex import regex

_WORD = regex(r"[A-Z]+(?![a-z])|[A-Z]?[^\W\dA-Z_]+|\d+|[^\W_]+")

_LONG = 4


def words(name: str) -> list[str]:
    """The words of an identifier or a sentence, in lower case: parts of snake and camel case, numbers apart."""
    return [word.lower() for word in _WORD.findall(name)]


def whole_words(text: str, word: str) -> Iterator[int]:
    """The offsets of a word in a text where it is no part of a longer one; far faster than a pattern with `\\b`."""
    size = len(word)
    at = text.find(word)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + size : at + size + 1]
        if not (before.isalnum() or before == "_" or after.isalnum() or after == "_"):
            yield at
        at = text.find(word, at + size)


def share_a_word(name: str, other: str) -> bool:
    """Whether two tests' names have a word in common, or one within the other; short words say nothing."""
    ours, others = subject_words(name), subject_words(other)
    return any(word in one or one in word for word in ours for one in others if min(len(word), len(one)) >= _LONG)


def subject_words(name: str) -> list[str]:
    """The words of a test's name without the leading `test`."""
    found = words(name)
    return found[1:] if found and found[0] in ("test", "tests") else found
