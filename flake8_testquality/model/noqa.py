"""What flake8 makes of a noqa comment. The patterns are those of flake8 7.5's `defaults.py`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs

from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.source import Comment

INLINE = regex(r"# noqa(?::[\s]?(?P<codes>([A-Z]+[0-9]+(?:[,\s]+)?)+))?", re.IGNORECASE)
FILE = regex(r"\s*# flake8[:=]\s*noqa", re.IGNORECASE)
_CODE = regex(r"[A-Z]{1,3}[0-9]{0,3}", re.ASCII)
# what follows a blanket noqa that was meant to name one of our codes
_MEANT = regex(r"[\s:=,(\[-]*(?:[A-Z]+[0-9]*[,\s]+)*?TQ(?![A-Z])", re.IGNORECASE)
_PRAGMAS = regex(
    r"#?\s*(?:type:\s*ignore(?:\[[^\]]*\])?|pragma:\s*no\s*\w+|pylint:\s*\S+|nosec\b(?:\s*B\d+)*|fmt:\s*\w+"
    r"|noqa\b|TQ\d+)",
    re.IGNORECASE,
)


@attrs.frozen
class Noqa:
    """A noqa comment that flake8 obeys and that names a TQ code.

    `is_blanket` says that it silences every code whatever it names, `is_file` that it does so for the whole file;
    `reason` is what stands behind the codes; `text` is the comment without what it says before.
    """

    comment: Comment
    text: str
    is_blanket: bool
    is_file: bool
    reason: str


def speaks_of(text: str, word: str) -> bool:
    """Whether a text holds a word of small letters, in any case."""
    # an ASCII text is soon made lower, any other one is not
    return word in text.lower() if text.isascii() else re.search(word, text, re.IGNORECASE) is not None


def noqas_of(module: Module) -> list[Noqa]:
    """Every noqa comment of a file that speaks of TQ."""
    if not speaks_of(module.source.text, "noqa") or not speaks_of(module.source.text, "tq"):
        return []
    return [noqa for comment in module.comments for noqa in _read(module, comment)]


def _read(module: Module, comment: Comment) -> Iterator[Noqa]:
    text = comment.text
    whole = FILE.match(text) if comment.own_line else None
    if whole is not None:
        if _MEANT.match(text[whole.end() :]):
            yield Noqa(comment, text, is_blanket=True, is_file=True, reason="")
        return
    found = INLINE.search(text)
    if found is None:
        return
    rest = text[found.end() :]
    if found["codes"] is None:
        if _MEANT.match(rest):
            yield Noqa(comment, text[found.start() :], is_blanket=True, is_file=False, reason="")
        return
    words = [word for word in re.split(r"[,\s]+", found["codes"]) if word]
    codes = [word for word in words if _CODE.fullmatch(word)]
    if any(code.startswith("TQ") for code in codes):
        said = " ".join((*words[len(codes) :], rest))
        yield Noqa(comment, text[found.start() :], is_blanket=False, is_file=False, reason=_PRAGMAS.sub("", said))
