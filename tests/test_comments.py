"""Comments found by one pattern are those of Python's own tokenizer."""

from __future__ import annotations

import io
import sys
import tokenize
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flake8_testquality.source import Source

ROOT = Path(__file__).parents[1]
# Every second one tells as much and takes half as long.
FILES = sorted(path for top in ("flake8_testquality", "tests", "examples") for path in (ROOT / top).rglob("*.py"))[::2]

VALUES = [
    "'#'",
    '"#"',
    "'\\'#'",
    'r"\\"#"',
    "b'#'",
    '"""# "quoted" \'#\' \\"""#"""',
    "'''\n# no comment\n'''",
    '"""a\n#\n""\n"""',
    "'a\\\n#'",
    "f'{total}#'",
    "f'{{#'",
    "f\"{cart['total']}#\"",
    "rf'{total:#x}'",
    "('a'  # first\n 'b#')",
    "[  # a list\n    1,\n]",
    "'ü#'",
    "''",
    '""',
]
NESTED = ['f"{cart["#"]}"', "f'{'#'}'", 'f"{f"{1}#"}"', "f'''{\n1 # inside\n}'''", "f'{1 # inside\n}'"]
COMMENTS = ["", "  # a comment", "#", "  # \"quoted\" and 'unquoted", "  # it's", "# '''", "  # trailing  "]


def by_tokenizer(text: str) -> list[tuple[int, int, str]]:
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return [(*token.start, token.string.rstrip()) for token in tokens if token.type == tokenize.COMMENT]


def found_in(text: str) -> list[tuple[int, int, str]]:
    return [(comment.line, comment.column, comment.text) for comment in Source.of_text(text).comments]


@given(st.lists(st.tuples(st.sampled_from(VALUES), st.sampled_from(COMMENTS)), min_size=1, max_size=6))
def test_comments_beside_strings(lines: list[tuple[str, str]]) -> None:
    text = "".join(f"value = {value}{comment}\n{comment.strip()}\n" for value, comment in lines)
    assert found_in(text) == by_tokenizer(text)


@pytest.mark.parametrize("value", NESTED if sys.version_info >= (3, 12) else VALUES)
def test_strings_in_strings(value: str) -> None:
    text = f"a = '#'  # before\nb = {value}  # behind\n# '\n"
    assert found_in(text) == by_tokenizer(text)


def test_comments_of_real_files() -> None:
    texts = {path: "".join(Source.read(path).lines) for path in FILES}
    assert sum("#" in text for text in texts.values()) > 100
    assert [path for path, text in texts.items() if found_in(text) != by_tokenizer(text)] == []


def test_comment_alone_on_its_line() -> None:
    comments = Source.of_text("# one\nx = 1  # two\n\f  # three\n").comments
    assert [comment.own_line for comment in comments] == [True, False, True]
