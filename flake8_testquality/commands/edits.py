"""What `testquality check` changes in files: the fixes, and noqa comments for what is left."""

from __future__ import annotations

import difflib
import re
import sys
from collections import Counter
from typing import TYPE_CHECKING

from flake8_testquality import fixing
from flake8_testquality.model.project import project_of
from flake8_testquality.plugin import Plugin
from flake8_testquality.regex import regex

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
    old, new = (text.splitlines(keepends=True) for text in (before, after))
    for line in difflib.unified_diff(old, new, fromfile=path, tofile=path):
        sys.stdout.write(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n")


def add_noqa(files: Files) -> int:
    """Add a noqa comment for every finding; those that a comment on their line cannot silence are named."""
    count = 0
    for path, reports in list(files.findings()):
        if not reports or path == "-":
            continue
        document = fixing.read(path)
        lines = document.text.splitlines(keepends=True)
        codes: dict[int, set[str]] = {}
        for report in reports:
            codes.setdefault(report.line, set()).add(report.code)
        for line, names in codes.items():
            lines[line - 1] = with_noqa(lines[line - 1], names)
        text = "".join(lines)
        accepts = files.acceptance(path)(text)
        left = [report for report in reports if accepts(report)]
        try:
            fixing.parsed(text, path)
            fixing.write(path, document, text)
            count += len(reports) - len(left)
        except fixing.CannotFix as error:
            print(f"testquality: {error}", file=sys.stderr)
            continue
        for report in left:
            print(f"testquality: {path}:{report.line}: {report.code} cannot be silenced on its line", file=sys.stderr)
    print(f"Added {count} noqa comment(s).", file=sys.stderr)
    return 0


def with_noqa(line: str, codes: set[str]) -> str:
    """A line with a noqa comment for some codes; those of one that is there already are kept."""
    ending = line[len(line.rstrip("\r\n")) :]
    body = line.rstrip()
    match = NOQA.search(body)
    if match is None:
        return f"{body}  # noqa: {','.join(sorted(codes))}{ending}"
    start, end = match.span("codes")
    known = match["codes"].replace(",", " ").split()
    return f"{body[:start]}{','.join([*known, *sorted(codes - set(known))])}{body[end:]}{ending}"
