"""A file's text and tree, and every conversion between positions.

Inside the package a position is a character offset or a character column. ast counts columns in UTF-8 bytes,
ast-grep in characters: only this module knows.
"""

from __future__ import annotations

import ast
import io
import tokenize
from bisect import bisect_right
from itertools import accumulate
from pathlib import Path
from typing import Protocol

from flake8_testquality.cached import cached_property
from flake8_testquality.comments import Comment as Comment
from flake8_testquality.comments import comments_in
from flake8_testquality.regex import regex

MAX_BYTES = 1_000_000
STDIN_NAMES = frozenset({"stdin", "-", ""})
# How a formatter breaks lines inside brackets.
_BRACKETS = regex(r"(?<=[(\[{])\s*\n\s*|,?\s*\n\s*(?=[)\]}])")


class Located(Protocol):
    """An ast node that has a position."""

    lineno: int
    col_offset: int
    end_lineno: int | None
    end_col_offset: int | None


class Source:
    """A Python file that parses.

    `path` is the name as the user gave it; `lines` keep their line ends; `tree` is only read, never written on.
    """

    def __init__(self, path: str, lines: list[str], tree: ast.Module) -> None:
        self.path = path
        self.lines = lines
        self.tree = tree

    @classmethod
    def of_text(cls, text: str, path: str = "stdin") -> Source:
        """A Source of text in memory; raises SyntaxError or ValueError if it does not parse."""
        text = text.removeprefix("\ufeff")
        return cls(
            path,
            split_lines(text),
            ast.parse(text),
        )

    @classmethod
    def read(cls, path: Path) -> Source:
        """A Source of a file on disk, in the encoding that its cookie or BOM declares.

        Raises OSError, SyntaxError, ValueError, UnicodeDecodeError, RecursionError or MemoryError; ValueError also for
        a file over one megabyte.
        """
        data = path.read_bytes()
        if len(data) > MAX_BYTES:
            raise ValueError(f"{path} is larger than {MAX_BYTES} bytes")
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        return cls.of_text(unified(data.decode(encoding)), str(path))

    @property
    def is_stdin(self) -> bool:
        """Whether the text came without a name, so that there is no project around it."""
        return self.path in STDIN_NAMES

    @cached_property
    def text(self) -> str:
        """The whole text."""
        return "".join(self.lines)

    @cached_property
    def line_starts(self) -> list[int]:
        """The offsets at which the lines begin, and that of the end of the text."""
        return list(accumulate(map(len, self.lines), initial=0))

    def line_start(self, line: int) -> int:
        """The offset at which a line, counted from 1, begins; the end of the text for one behind the last."""
        return self.line_starts[min(line, len(self.line_starts)) - 1]

    def lines_of(self, first: int, last: int) -> str:
        """The text of the lines from `first` to `last`, both counted from 1."""
        starts = self.line_starts
        return self.text[starts[first - 1] : starts[min(last, len(starts) - 1)]]

    def line_at(self, offset: int) -> int:
        """The line, counted from 1, on which an offset lies."""
        return bisect_right(self.line_starts, offset)

    def column(self, line: int, byte_column: int) -> int:
        """The character column of an ast column (UTF-8 bytes) on a line counted from 1."""
        if not 0 < line <= len(self.lines):
            return byte_column
        text = self.lines[line - 1]
        if text.isascii():
            return byte_column
        return len(text.encode()[:byte_column].decode(errors="ignore"))

    def offset(self, line: int, byte_column: int) -> int:
        """The character offset in the text of an ast position."""
        return self.line_starts[line - 1] + self.column(line, byte_column)

    def range(self, node: Located | ast.expr | ast.stmt) -> tuple[int, int]:
        """The character offsets at which a node begins and ends."""
        start = self.offset(node.lineno, node.col_offset)
        if node.end_lineno is None or node.end_col_offset is None:
            return start, start
        return start, self.offset(node.end_lineno, node.end_col_offset)

    def segment(self, node: Located | ast.expr | ast.stmt) -> str:
        """The source text of a node, as written."""
        start, end = self.range(node)
        return self.text[start:end]

    def short(self, node: Located | ast.expr | ast.stmt, limit: int = 40) -> str:
        """The source text of a node on one line of at most `limit` characters, for a message."""
        words = self.segment(node)
        if "\n" in words:
            words = _BRACKETS.sub("", words)
        words = " ".join(words.split())
        return words if len(words) <= limit else words[: limit - 3] + "..."

    @cached_property
    def comments(self) -> list[Comment]:
        """Every comment, in order."""
        return comments_in(self.text)


def unified(text: str) -> str:
    """A text whose lines end in line feeds alone, as Python and flake8 read a file."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


_ODD = set("\x0b\x0c\x1c\x1d\x1e")


def split_lines(text: str) -> list[str]:
    """Lines as Python's tokenizer counts them, with their ends: form feeds and Unicode separators end none."""
    if text.isascii() and not _ODD & set(text):
        return text.splitlines(keepends=True)
    return list(io.StringIO(text, newline="")) if "\r" in text else io.StringIO(text).readlines()
