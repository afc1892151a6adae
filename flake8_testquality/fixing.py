"""(text, findings) -> text: apply the edits of findings, check again, until nothing is left to fix."""

from __future__ import annotations

import ast
import io
import os
import tempfile
import tokenize
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeAlias

import attrs

from flake8_testquality import engine
from flake8_testquality.engine import Report
from flake8_testquality.model.project import Project
from flake8_testquality.rule import Edit, Rule
from flake8_testquality.settings import Settings
from flake8_testquality.source import Source

MAX_ROUNDS = 10
# Given a text, the question whether a finding on it counts: selected, and not silenced by noqa.
Acceptance: TypeAlias = Callable[[str], Callable[[Report], bool]]


class CannotFix(Exception):
    """A file that cannot be fixed; its text says why in one line."""


@attrs.frozen
class Fixed:
    """What fixing a text gave: the new text, and how many findings of each code were cured."""

    text: str
    cured: Counter[str]


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with some edits, which must not overlap."""
    for edit in sorted(edits, key=lambda item: item.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def chosen(reports: Iterable[Report]) -> list[Report]:
    """The findings whose edits can be applied together, earlier ones first; one that overlaps waits for a round."""
    taken: list[tuple[int, int]] = []
    found = []
    for report in reports:
        spans = [(edit.start, max(edit.end, edit.start + 1)) for edit in report.edits]
        if spans and not any(start < end_ and start_ < end for start, end in spans for start_, end_ in taken):
            taken.extend(spans)
            found.append(report)
    return found


def fix(
    text: str,
    path: str,
    project: Project,
    settings: Settings,
    rules: tuple[Rule, ...],
    accepts: Acceptance,
    *,
    unsafe: bool = False,
) -> Fixed:
    """Fix a text until no finding with an edit of the allowed grade is left.

    Of a batch of edits after which the text does not parse, those that break it are left out.
    Raises CannotFix for a text that does not parse, or that is not quiet after ten rounds.
    """
    cured: Counter[str] = Counter()
    newline = "\r\n" if "\r\n" in text else "\n"
    for _ in range(MAX_ROUNDS):
        source = parsed(text, path)
        accept = accepts(text)
        usable = [
            report
            for report in engine.run(source, project, settings, rules)
            if report.edits and (unsafe or report.rule.fix == "safe") and accept(report)
        ]
        if not usable:
            return Fixed(text, cured)
        batch = sound(text, chosen(usable), newline)
        new = _applied(text, batch, newline)
        if new is None or new == text:
            return Fixed(text, cured)
        cured.update(report.code for report in batch)
        text = new
    raise CannotFix(f"{path}: still not quiet after {MAX_ROUNDS} rounds of fixes; nothing was written")


def sound(text: str, reports: list[Report], newline: str) -> list[Report]:
    """Findings whose edits leave a text that parses; those that break it, alone or with earlier ones, are left out."""
    if not reports or _applied(text, reports, newline) is not None:
        return reports
    if len(reports) == 1:
        return []
    half = len(reports) // 2
    first, second = sound(text, reports[:half], newline), sound(text, reports[half:], newline)
    while second and _applied(text, [*first, *second], newline) is None:
        second = second[: len(second) // 2]
    return [*first, *second]


def _applied(text: str, reports: Iterable[Report], newline: str) -> str | None:
    edits = {edit for report in reports for edit in report.edits}
    new = apply(text, (attrs.evolve(edit, text=edit.text.replace("\n", newline)) for edit in edits))
    try:
        ast.parse(new)
    except (SyntaxError, ValueError, RecursionError):
        return None
    return new


def parsed(text: str, path: str) -> Source:
    """The Source of a text under a path; raises CannotFix if it does not parse."""
    try:
        return Source.of_text(text, path)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise CannotFix(f"{path}: does not parse, not fixed: {error}") from None


@attrs.frozen
class Document:
    """A file's text with what it takes to write it back as it was: encoding and byte order mark; newlines are kept."""

    text: str
    encoding: str
    mark: bytes


def read(path: str) -> Document:
    """Read a file as its cookie or BOM declares; raises CannotFix if it cannot be decoded or read."""
    try:
        data = Path(path).read_bytes()
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
        name = "utf-8" if mark else encoding
        return Document(data[len(mark) :].decode(name), name, mark)
    except (OSError, SyntaxError, UnicodeDecodeError, LookupError) as error:
        raise CannotFix(f"{path}: cannot be read: {error}") from None


def write(path: str, document: Document, text: str) -> None:
    """Replace a file by a new text; raises CannotFix."""
    refuse_unwritable(path)
    try:
        put(Path(path), document.mark + text.encode(document.encoding))
    except (OSError, UnicodeEncodeError) as error:
        raise CannotFix(f"{path}: cannot be written: {error}") from None


def refuse_unwritable(path: str) -> None:
    """Raise CannotFix for a file that is not ours to replace: a link to another one, or one that is read-only."""
    if Path(path).is_symlink():
        raise CannotFix(f"{path}: is a symbolic link, not fixed; fix the file that it points to")
    if not os.access(path, os.W_OK):
        raise CannotFix(f"{path}: is read-only, not fixed; make it writable first")


def put(target: Path, data: bytes) -> None:
    """Write a file atomically: beside its place, flushed, given the old one's mode, renamed. Raises OSError."""
    if target.exists():
        mode = target.stat().st_mode & 0o7777
    else:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, mode)
        os.replace(name, target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
