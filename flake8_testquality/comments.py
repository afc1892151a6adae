"""Comments of a Python text, told from hash signs in strings by one pattern; the tokenizer takes many times as long."""

from __future__ import annotations

import io
import re
import sys
import tokenize
from collections.abc import Iterator

import attrs

from flake8_testquality.regex import regex

# A comment, a string, or a quotation mark that begins neither.
_PARTS = regex(
    r"""
    \#[^\n]*
    | \"\"\" [^"\\]* (?: (?: \\. | "(?!"") ) [^"\\]* )* \"\"\"
    | ''' [^'\\]* (?: (?: \\. | '(?!'') ) [^'\\]* )* '''
    | " [^"\\\n]* (?: \\. [^"\\\n]* )* "
    | ' [^'\\\n]* (?: \\. [^'\\\n]* )* '
    | ["']
    """,
    re.DOTALL | re.VERBOSE,
)
_FORMATTED = regex(r"(?:[ft]|[ft]r|r[ft])\Z", re.IGNORECASE)


@attrs.frozen
class Comment:
    """A comment: `text` from the hash sign on; `line` from 1, `column` in characters from 0; `own_line` if alone."""

    line: int
    column: int
    text: str
    own_line: bool


def comments_in(text: str) -> list[Comment]:
    """Every comment of a text that parses, in order."""
    if "#" not in text:
        return []
    found: list[Comment] = []
    line, line_start = 1, 0
    for part in _PARTS.finditer(text):
        start, words = part.start(), part[0]
        if words[0] != "#":
            if len(words) == 1 or _may_hold_code(text, start, words):
                return list(_tokenized(text))
            continue
        line += text.count("\n", line_start, start)
        line_start = text.rfind("\n", 0, start) + 1
        found.append(Comment(line, start - line_start, words.rstrip(), not text[line_start:start].strip()))
    return found


def _may_hold_code(text: str, start: int, words: str) -> bool:
    """Whether what looks like a string may be one whose braces hold strings or comments, or a part of it (PEP 701)."""
    # an older Python would not have parsed it
    if sys.version_info < (3, 12) or "{" not in words or not _FORMATTED.search(text, max(0, start - 2), start):
        return False
    if "#" in words and "\n" in words:
        return True
    plain = words.replace("{{", "").replace("}}", "")
    return plain.count("{") != plain.count("}")


def _tokenized(text: str) -> Iterator[Comment]:
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.COMMENT:
                line, column = token.start
                yield Comment(line, column, token.string.rstrip(), not token.line[:column].strip())
    except (tokenize.TokenError, SyntaxError):
        return
