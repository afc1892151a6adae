"""Where this package and ruff's rules of the same meaning differ: `python -m benchmarks.differential PATHS`.

Runs ruff (it must be on the path or in the environment) and our rules on the same files, and counts for each pair what
both report, what only one of them does, and of that what lies outside collected tests. `--show TQ308` lists the lines
on which a pair differs, `--only TQ105,TQ208` counts these pairs alone. What the differences are is told in
differences.md beside this file.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

import attrs

from flake8_testquality import engine
from flake8_testquality.model.module import Module
from flake8_testquality.model.project import project_of
from flake8_testquality.registry import all_rules
from flake8_testquality.rule import Rule
from flake8_testquality.settings import Settings
from flake8_testquality.source import Source

Pairs: TypeAlias = dict[str, tuple[str, ...]]
# our rule -> ruff's rules that claim the same.
PAIRS: Pairs = {
    "TQ105": ("F811",),
    "TQ120": ("PT028",),
    "TQ203": ("F631", "PLW0129"),
    "TQ204": ("PLR0124",),
    "TQ208": ("B015",),
    "TQ212": ("PGH005",),
    "TQ213": ("PGH005",),
    "TQ305": ("RUF069",),
    "TQ307": ("B017", "PT011", "PT030"),
    "TQ308": ("PT012", "PT031"),
    "TQ310": ("PT017",),
    "TQ311": ("PT018",),
    "TQ315": ("B011", "PT015"),
    "TQ316": ("PT016",),
    "TQ413": ("PT008",),
    "TQ805": ("PT024", "PT025"),
    "TQ807": ("PT019",),
    "TQ822": ("PT014",),
    "TQ826": ("PT026",),
    "TQ850": ("PT009",),
    "TQ851": ("PT027",),
}
STRICT = Settings(profile="strict")


@attrs.frozen
class Difference:
    """A line that one of a pair reports: `side` is ruff, ours or both; `codes` those of ruff."""

    code: str
    side: str
    codes: str
    path: str
    line: int
    place: str
    text: str


def ruff_findings(paths: list[Path], pairs: Pairs) -> dict[str, list[tuple[int, str]]]:
    """(line, code) of what ruff reports, by file."""
    codes = ",".join(sorted({code for pair in pairs.values() for code in pair}))
    command = [
        sys.executable, "-m", "ruff", "check", "--isolated", "--preview", "--no-cache", "--exit-zero",
        "--ignore-noqa", "--output-format", "json", "--target-version", "py311", "--select", codes, *map(str, paths),
    ]  # fmt: skip
    found: dict[str, list[tuple[int, str]]] = {}
    for item in json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout):
        if item["code"] is not None:
            found.setdefault(item["filename"], []).append((item["location"]["row"], item["code"]))
    return found


def lines_of(report: engine.Report) -> range:
    """The lines of the statement that a report is about; ruff reports some of them from within."""
    node: Any = report.node
    end = getattr(node, "end_lineno", None) or report.line
    return range(report.line, max(end, report.line) + 1)


def place_of(module: Module, line: int) -> str:
    """Where a line stands: in a collected test, or else in what."""
    if module.role == "source":
        return "no test file"
    return "test" if any(line in extent(test.node) for test in module.tests) else "outside tests"


def extent(function: Any) -> range:
    """The lines of a function, its decorators included."""
    first = min([function.lineno, *(item.lineno for item in function.decorator_list)])
    return range(first, (function.end_lineno or first) + 1)


def compare(
    path: Path, theirs: list[tuple[int, str]], rules: tuple[Rule, ...], pairs: Pairs
) -> Iterator[Difference]:
    """What the two sides say of one file, pair by pair."""
    try:
        source = Source.read(path)
    except (OSError, ValueError, SyntaxError, RecursionError):
        return
    module = Module(source, project_of(str(path)), STRICT)
    reports = [] if module.role == "source" else engine.check(module, rules)
    for code, pair in pairs.items():
        ours = [report for report in reports if report.code == code]
        matched: set[int] = set()
        seen: set[int] = set()
        for line, name in theirs:
            if name not in pair:
                continue
            mine = [number for number, report in enumerate(ours) if line in lines_of(report)]
            matched.update(mine)
            if line not in seen:
                side = "both" if mine else "ruff"
                yield Difference(code, side, name, str(path), line, place_of(module, line), shown(source, line))
            seen.add(line)
        for number, report in enumerate(ours):
            if number not in matched:
                yield Difference(code, "ours", "", str(path), report.line, "test", shown(source, report.line))


def shown(source: Source, line: int) -> str:
    """A line of source, shortened."""
    return source.lines[line - 1].strip()[:100]


def main() -> None:
    """Compare and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--show", metavar="CODE", help="list the lines on which this pair differs")
    parser.add_argument("--only", metavar="CODES", default=",".join(PAIRS), help="the pairs to count, by our codes")
    given = parser.parse_args()
    wanted = given.show or given.only
    pairs = {code: pair for code, pair in PAIRS.items() if code in wanted.split(",")}
    rules = tuple(rule for rule in all_rules() if rule.code in pairs)
    theirs = ruff_findings(given.paths, pairs)
    every = [file for path in given.paths for file in (path.rglob("*.py") if path.is_dir() else [path])]
    files = sorted({file.resolve() for file in every})
    found = [item for file in files for item in compare(file, theirs.get(str(file), []), rules, pairs)]
    if given.show:
        for item in found:
            if item.side != "both":
                print(f"{item.side:5} {item.codes:8} {item.place:14} {item.path}:{item.line}: {item.text}")
        return
    print(f"{'rule':7}{'ruff':20}{'both':>6}{'only ours':>11}{'only ruff':>11}{'of those outside tests':>25}")
    for code, pair in pairs.items():
        items = [item for item in found if item.code == code]
        both, ours, ruff = (sum(item.side == side for item in items) for side in ("both", "ours", "ruff"))
        outside = sum(item.side == "ruff" and item.place != "test" for item in items)
        print(f"{code:7}{' '.join(pair):20}{both:6}{ours:11}{ruff:11}{outside:25}")


if __name__ == "__main__":
    main()
