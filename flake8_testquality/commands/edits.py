"""What `testquality check` changes in files: the fixes, and noqa comments for what is left."""

from __future__ import annotations

import difflib
import io
import re
import sys
import tokenize
from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

from flake8_testquality import fixing
from flake8_testquality.model.project import project_of
from flake8_testquality.plugin import Plugin
from flake8_testquality.regex import regex
from flake8_testquality.source import split_lines, unified

if TYPE_CHECKING:
    from flake8_testquality.commands.check import Files

# Source: flake8.defaults; a noqa comment with codes.
NOQA = regex(r"# noqa:\s?(?P<codes>[A-Z]+[0-9]+(?:[,\s]+[A-Z]+[0-9]+)*)", re.IGNORECASE)


def fix_files(files: Files, *, unsafe: bool, diff: bool) -> int:
    """Fix every file, or show the difference; returns how many files change. What cannot be fixed is said."""
    cured: Counter[str] = Counter()
    changed = 0
    for path in files:
        if path == "-":
            print("testquality: stdin cannot be fixed; name a file", file=sys.stderr)
            continue
        try:
            document = fixing.read(path)
            accepts = files.acceptance(path)
            fixed = fixing.fix(
                document.text, path, project_of(path), Plugin.settings, Plugin.rules(), accepts, unsafe=unsafe
            )
            if fixed.text == document.text:
                continue
            if diff:
                fixing.refuse_unwritable(path)
                show_difference(path, document.text, fixed.text)
            else:
                fixing.write(path, document, fixed.text)
        except fixing.CannotFix as error:
            if "does not parse" not in str(error):
                print(f"testquality: {error}", file=sys.stderr)
            continue
        changed += 1
        cured += fixed.cured
    if cured:
        word = "Would fix" if diff else "Fixed"
        print(f"{word} {cured.total()} finding(s) in {changed} file(s).", file=sys.stderr)
    return changed


def show_difference(path: str, before: str, after: str) -> None:
    """Print a unified diff."""
    old, new = (io.StringIO(text).readlines() for text in (before, after))
    for line in difflib.unified_diff(old, new, fromfile=path, tofile=path):
        sys.stdout.write(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n")


def add_noqa(files: Files) -> int:
    """Add a noqa comment for every finding; those that none can silence are named. 1 if a file was not written."""
    count = failed = 0
    for path, reports in list(files.findings()):
        if not reports or path == "-":
            continue
        document = fixing.read(path)
        lines, places = split_lines(document.text), comment_places(document.text)
        codes: dict[tuple[int, int], set[str]] = {}
        for report in reports:
            codes.setdefault(places[bisect_left(places, (report.line, 0))], set()).add(report.code)
        for (line, column), names in codes.items():
            lines[line - 1] = with_noqa(lines[line - 1], column, names)
        text = "".join(lines)
        accepts = files.acceptance(path)(text)
        left = [report for report in reports if accepts(report)]
        try:
            fixing.parsed(text, path)
            fixing.write(path, document, text)
            count += len(reports) - len(left)
        except fixing.CannotFix as error:
            print(f"testquality: {error}", file=sys.stderr)
            failed += 1
            continue
        for report in left:
            print(f"testquality: {path}:{report.line}: {report.code} cannot be silenced on its line", file=sys.stderr)
    print(f"Added {count} noqa comment(s).", file=sys.stderr)
    return int(failed > 0)


def comment_places(text: str) -> list[tuple[int, int]]:
    """(line, column of its comment or end) of every line that may end in a comment.

    Not a line that ends inside a string or in a backslash: flake8 joins it to the next, and looks for noqa in all.
    """
    places, column = [], None
    for token in tokenize.generate_tokens(io.StringIO(unified(text)).readline):
        if token.type == tokenize.COMMENT:
            column = token.start[1]
        elif token.type in (tokenize.NEWLINE, tokenize.NL):
            places.append((token.start[0], token.start[1] if column is None else column))
            column = None
    return places


def with_noqa(line: str, column: int, codes: set[str]) -> str:
    """A line with a noqa comment for some codes; those that its comment, at a column, names already are kept."""
    ending = line[len(line.rstrip("\r\n")) :]
    body = line.rstrip()
    match = NOQA.search(body, column)
    if match is None:
        return f"{body}  # noqa: {','.join(sorted(codes))}{ending}"
    start, end = match.span("codes")
    known = match["codes"].replace(",", " ").split()
    return f"{body[:start]}{','.join([*known, *sorted(codes - set(known))])}{body[end:]}{ending}"
