"""Names as words: `testHTTPClient_returns2` is test, http, client, returns, 2."""

from __future__ import annotations

import re

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[^\W\dA-Z_]+|\d+|[^\W_]+")


def words(name: str) -> list[str]:
    """The words of an identifier or a sentence, in lower case: parts of snake and camel case, numbers apart."""
    return [word.lower() for word in _WORD.findall(name)]


def subject_words(name: str) -> list[str]:
    """The words of a test's name without the leading `test`."""
    found = words(name)
    return found[1:] if found and found[0] in ("test", "tests") else found
