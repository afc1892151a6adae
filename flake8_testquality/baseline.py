"""Known findings, matched by what they are about and not by their line: rule, test and statement, with a count.

A file of JSON, one entry a line, sorted, so that two branches merge. Moving or reformatting code keeps an entry;
one finding more of the same kind in the same file shows.
"""

from __future__ import annotations

import ast
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from flake8_testquality.engine import Report
from flake8_testquality.model.fingerprints import fingerprint
from flake8_testquality.model.scopes import DEFINITIONS, blocks, expression_children
from flake8_testquality.settings import WrongSetting

FORMAT = 1
# (rule's code, qualified name of the test or definition, mark of the statement).
Key: TypeAlias = tuple[str, str, str]
Known: TypeAlias = dict[str, Counter[Key]]
# Rules about tests that are alike, with the question whether literals count: which of them comes first is chance.
GROUPS = {"TQ716": True, "TQ717": False}


def key_of(report: Report) -> Key:
    """What a finding is about: its rule, the qualified name of the definition around it, and its statement's mark."""
    module, node = report.module, report.node
    if module is None or node is None:
        return report.code, "", ""
    statement: Any = module.statement_of(node)
    is_group = report.code in GROUPS and isinstance(statement, DEFINITIONS)
    names: list[str] = [statement.name] if isinstance(statement, DEFINITIONS) and not is_group else []
    around = module.block_parent(statement)
    while around is not None:
        if isinstance(around, DEFINITIONS):
            names.append(around.name)
        around = module.block_parent(around)
    mark = _group_mark(statement, GROUPS[report.code]) if is_group else _mark(statement, node)
    return report.code, ".".join(reversed(names)), mark


def _group_mark(function: Any, literals: bool) -> str:
    """What all tests of a group share."""
    body = function.body if ast.get_docstring(function) is None else function.body[1:]
    return _digest([function.decorator_list, function.args, *body], literals=literals)


def _mark(statement: Any, node: ast.AST) -> str:
    """A short mark of a statement's structure: the same after a formatter or a move; of blocks only the header."""
    if isinstance(statement, DEFINITIONS):
        if node is statement:
            return ""
        parts: list[Any] = [node]
    elif any(blocks(statement)):
        parts = [type(statement).__name__, *expression_children(statement)]
    else:
        parts = [statement]
    return _digest(parts, literals=True)


def _digest(parts: list[Any], *, literals: bool) -> str:
    # loaded by those who keep a baseline, not by every run
    import hashlib

    text = "".join(
        part.__name__ if isinstance(part, type) else repr(part) for part in fingerprint(parts, literals=literals)
    )
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=6).hexdigest()


def relative(path: str, folder: Path) -> str:
    """A file's name in a baseline: relative to the baseline's folder, with slashes."""
    return Path(os.path.relpath(Path(path).absolute(), folder.absolute())).as_posix()


def recorded(reports: Iterable[tuple[str, Report]], folder: Path) -> Known:
    """The baseline of (path, finding) pairs for a file in a folder."""
    known: Known = {}
    for path, group in by_file(reports).items():
        known[relative(path, folder)] = Counter(key_of(same[0]) for same in alike(group))
    return known


def by_file(reports: Iterable[tuple[str, Report]]) -> dict[str, list[Report]]:
    """The findings of each file."""
    found: dict[str, list[Report]] = {}
    for path, report in reports:
        found.setdefault(path, []).append(report)
    return found


def alike(reports: Iterable[Report]) -> list[list[Report]]:
    """Findings that say the same of one statement, together; how many of them are reported depends on its layout."""
    found: dict[tuple[int, str, str], list[Report]] = {}
    for report in reports:
        module, node = report.module, report.node
        statement = node if module is None or node is None else module.statement_of(node)
        found.setdefault((id(statement), report.code, report.text), []).append(report)
    return list(found.values())


def dumped(known: Known) -> str:
    """The text of a baseline: one entry a line, sorted."""
    entries = [
        json.dumps({"file": file, "code": code, "in": name, "statement": mark, "count": count}, ensure_ascii=False)
        for file, keys in known.items()
        for (code, name, mark), count in keys.items()
        if count > 0
    ]
    inner = ",\n".join(sorted(entries))
    return (
        f'{{"format": {FORMAT}, "findings": [\n{inner}\n]}}\n'
        if entries
        else f'{{"format": {FORMAT}, "findings": []}}\n'
    )


_TEXTS = ("file", "code", "in", "statement")
_REMEDY = "`testquality baseline create --force` makes it anew"


def load(path: Path) -> Known:
    """Read a baseline; raises WrongSetting for a file that is missing or is none."""
    try:
        if path.exists() and not path.is_file():
            raise WrongSetting(f"tq-baseline: {path} is no file; name one that `testquality baseline create` wrote")
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise WrongSetting(
            f"tq-baseline: {path}: {error.strerror}; make it with `testquality baseline create`"
        ) from None
    except (ValueError, RecursionError) as error:
        raise WrongSetting(f"tq-baseline: {path} is no baseline: {error}; {_REMEDY}") from None
    if not isinstance(data, dict) or "format" not in data:
        raise WrongSetting(f"tq-baseline: {path} is no baseline: it names no format; {_REMEDY}")
    if data["format"] != FORMAT:
        raise WrongSetting(
            f"tq-baseline: {path} has format {data['format']!r}, this version reads {FORMAT}; {_REMEDY}"
        )
    entries = data.get("findings")
    if not isinstance(entries, list):
        raise WrongSetting(f"tq-baseline: {path} is no baseline: it has no list of findings; {_REMEDY}")
    known: Known = {}
    for number, entry in enumerate(entries, 1):
        if not _is_entry(entry):
            raise WrongSetting(f"tq-baseline: {path} is no baseline: entry {number} is none; {_REMEDY}")
        known.setdefault(entry["file"], Counter())[entry["code"], entry["in"], entry["statement"]] += entry["count"]
    return known


def _is_entry(entry: Any) -> bool:
    """Whether an element of a baseline's findings is what `dumped` writes."""
    if not isinstance(entry, dict) or not all(isinstance(entry.get(name), str) for name in _TEXTS):
        return False
    count = entry.get("count")
    return isinstance(count, int) and not isinstance(count, bool) and count > 0


@cache
def _remembered(path: Path, stamp: tuple[int, int]) -> Known:
    return load(path)


def remembered(path: Path) -> Known:
    """A baseline, read once for each version of its file; an empty one if it has become unreadable."""
    try:
        status = path.stat()
        return _remembered(path, (status.st_mtime_ns, status.st_size))
    except (OSError, WrongSetting):
        return {}


def fresh(reports: list[Report], path: str, file: Path) -> list[Report]:
    """The findings of one file that its baseline does not know, in order; of too many of a kind the last ones."""
    counts = Counter(remembered(file).get(relative(path, file.parent), ()))
    return list(beyond(reports, counts))


def beyond(reports: Iterable[Report], counts: Counter[Key]) -> Iterator[Report]:
    """The findings of one file beyond some counts, from which those that are known are taken off."""
    for same in alike(reports):
        key = key_of(same[0])
        if counts[key] > 0:
            counts[key] -= 1
        else:
            yield from same
