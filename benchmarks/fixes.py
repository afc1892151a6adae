"""What the fixes do to a real suite: `python -m benchmarks.fixes SUITE TEST_PATHS --python PY`.

SUITE is a copy that may be changed. Runs its tests twice, so that those whose outcome wavers are known, then with the
safe fixes applied, then with the unsafe ones too, and prints what changed: outcomes by test, files that no longer
parse, comments that are gone, and what a second run of the fixes still finds to do.
"""

from __future__ import annotations

import argparse
import ast
import re
import subprocess
import sys
import tempfile
import tokenize
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeAlias
from xml.etree import ElementTree

Outcomes: TypeAlias = dict[str, tuple[str, ...]]
Sources: TypeAlias = dict[Path, bytes]
FIXED = re.compile(r"Fixed (\d+) finding")
# Lines of unittest's verbose output: `test_x (app.tests.XTest.test_x) ... ok`; a docstring or warnings may be between.
STARTED = re.compile(r"^\w+ \([\w.]+\)")
ENDED = re.compile(r"(?:\.\.\. |^)(ok|FAIL|ERROR|skipped|expected failure|unexpected success)\b")
TROUBLE = re.compile(r"^(FAIL|ERROR): (.+)$", re.M)
HEADINGS = ("stage", "edits", "files", "tests", "outcomes changed", "do not parse", "comments lost", "second run")


def outcomes(suite: Path, tests: list[str], options: argparse.Namespace) -> Outcomes:
    """What every test of the suite comes to: by its name, the outcomes of all tests with that name."""
    if options.command:
        done = execute(options.command.split(), suite)
        return from_verbose(done.stdout + done.stderr)
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.xml")
        execute(
            [options.python, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--tb=no", f"--junitxml={report}",
             *options.pytest, *tests],
            suite,
        )  # fmt: skip
        return from_report(ElementTree.parse(report).getroot()) if report.exists() else {}


def execute(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder and keep what it says."""
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, errors="replace", check=False)


def from_report(root: ElementTree.Element) -> Outcomes:
    """The outcomes in a JUnit report."""
    found: dict[str, list[str]] = {}
    for case in root.iter("testcase"):
        name = f"{case.get('classname')}::{case.get('name')}"
        kinds = [
            f"{child.tag} {child.get('type') or ''}".strip()
            for child in case
            if child.tag in ("failure", "error", "skipped")
        ]
        found.setdefault(name, []).extend(kinds or ["passed"])
    return {name: tuple(sorted(kinds)) for name, kinds in found.items()}


def from_verbose(output: str) -> Outcomes:
    """The outcomes in unittest's verbose output."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in output.splitlines():
        started, ended = STARTED.match(line), ENDED.search(line)
        name = started[0] if started else name
        if ended and name:
            found.setdefault(name, []).append(ended[1])
            name = ""
    for match in TROUBLE.finditer(output):
        found.setdefault(match[2], []).append(match[1])
    return {name: tuple(sorted(kinds)) for name, kinds in found.items()}


def sources(suite: Path, tests: Iterable[str]) -> Sources:
    """The Python files below the test paths."""
    places = [suite / name.partition("::")[0] for name in tests]
    files = sorted({file for place in places for file in (place.rglob("*.py") if place.is_dir() else [place])})
    return {file: file.read_bytes() for file in files if file.is_file()}


def parses(data: bytes) -> bool:
    """Whether a file is Python of this version."""
    try:
        ast.parse(data)
    except (SyntaxError, ValueError, RecursionError):
        return False
    return True


def comments(data: bytes) -> Counter[str]:
    """The comments of a file, with how often each stands there."""
    found: Counter[str] = Counter()
    lines = iter(data.splitlines(keepends=True))
    try:
        for token in tokenize.tokenize(lambda: next(lines, b"")):
            if token.type == tokenize.COMMENT:
                found[token.string.rstrip()] += 1
    except (SyntaxError, tokenize.TokenError):
        pass
    return found


def lost(before: Sources, after: Sources) -> list[str]:
    """The comments that are gone or new, with their file."""
    gone = []
    for file, data in before.items():
        if after.get(file, b"") != data:
            old, new = comments(data), comments(after.get(file, b""))
            gone += [f"{file}: {sign} {text}" for sign, each in (("-", old - new), ("+", new - old)) for text in each]
    return gone


def fix(suite: Path, tests: list[str], options: argparse.Namespace, *more: str) -> tuple[int, str]:
    """Apply the fixes; returns how many findings were cured, and what else was said."""
    paths = sorted({name.partition("::")[0] for name in tests})
    done = execute(
        [sys.executable, "-m", "flake8_testquality", "check", "--isolated", "--select", options.select,
         "--tq-profile", "strict", "--fix", *more, *paths],
        suite,
    )  # fmt: skip
    match = FIXED.search(done.stderr)
    return int(match[1]) if match else 0, "\n".join(
        line for line in done.stderr.splitlines() if line and not FIXED.match(line)
    )


def changed(before: Mapping[str, object], after: Mapping[str, object], wavering: set[str]) -> list[str]:
    """The tests whose outcome differs, with both."""
    names = sorted((before.keys() | after.keys()) - wavering)
    return [f"{name}: {before.get(name)} -> {after.get(name)}" for name in names if before.get(name) != after.get(name)]


def report(suite: Path, tests: list[str], options: argparse.Namespace) -> int:
    """Measure and print; returns 1 if a fix changed anything that it must not."""
    suite = suite.resolve()
    first, second = (outcomes(suite, tests, options) for _ in range(2))
    wavering = {name for name in first.keys() | second.keys() if first.get(name) != second.get(name)}
    kinds = Counter(kind for each in first.values() for kind in each)
    print(f"{suite.name}: {len(first)} tests ({', '.join(f'{kind} {count}' for kind, count in kinds.most_common())}),")
    print(f"  {len(wavering)} of them with a wavering outcome, left out")
    original = sources(suite, tests)
    rows, wrong = [], []
    for stage, more in (("safe", ()), ("unsafe", ("--unsafe-fixes",))):
        edits, said = fix(suite, tests, options, *more)
        now = sources(suite, tests)
        broken = [str(file) for file, data in now.items() if not parses(data) and parses(original[file])]
        gone = lost(original, now)
        again, _ = fix(suite, tests, options, *more)
        touched = sum(now[file] != data for file, data in original.items())
        differing = changed(first, outcomes(suite, tests, options), wavering)
        rows.append((stage, edits, touched, len(first), len(differing), len(broken), len(gone), again))
        wrong += [f"{stage}: {line}" for line in (*differing, *broken, *gone, *said.splitlines())]
    for row in (HEADINGS, *rows):
        print("| " + " | ".join(str(cell) for cell in row) + " |")
    for line in wrong:
        print(f"  {line}")
    return int(bool(wrong))


def main() -> int:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fixes", description=__doc__.split("\n")[0])
    parser.add_argument("suite", type=Path, help="a copy of a project, which will be changed")
    parser.add_argument("tests", nargs="+", help="test files and folders, relative to it")
    parser.add_argument("--python", default=sys.executable, help="the interpreter with the project's requirements")
    parser.add_argument("--pytest", action="append", default=[], metavar="OPTION", help="an option for pytest")
    parser.add_argument("--command", help="run the tests so instead, and read unittest's verbose output")
    parser.add_argument("--select", default="TQ", help="codes or prefixes to fix (default: TQ)")
    return report((options := parser.parse_args()).suite, options.tests, options)


if __name__ == "__main__":
    sys.exit(main())
