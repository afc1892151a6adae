"""`testquality baseline`: record the findings of today, so that only new ones are reported."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from flake8_testquality import baseline
from flake8_testquality.commands import check
from flake8_testquality.engine import Report
from flake8_testquality.plugin import Plugin
from flake8_testquality.settings import BASELINE, WrongSetting

DEFAULT = "testquality-baseline.json"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `testquality baseline`; what it does not know goes to flake8."""
    parser.add_argument("action", choices=("create", "check", "prune", "show"), help=(
        "create: write it; check: fail on new findings; prune: drop the cured, follow renamed files; show: what "
        "it holds"
    ))  # fmt: skip
    parser.usage = "testquality baseline {create,check,prune,show} [PATH ...] [options of this command or of flake8]"
    parser.add_argument("--baseline", type=Path, help=f"the file (default: tq-baseline, else {DEFAULT})")
    parser.add_argument("--force", action="store_true", help="let create replace a file that exists")


def run(options: argparse.Namespace, rest: list[str] | None = None) -> int:
    """Do the action. Exit code: 0 well, 1 new findings (check) or a wrong setting, 2 a wrong call."""
    with check.only_our_plugin():
        Plugin.reads_baseline = False
        files = check.Files(["--select", "TQ", *(rest or [])])
        path = options.baseline or Path(str(Plugin.settings.value(BASELINE) or DEFAULT))
        Plugin.settings = Plugin.settings.without(BASELINE)
        if options.action == "create" and path.exists() and not options.force:
            print(f"testquality baseline: {path} exists; use prune, or --force to replace it", file=sys.stderr)
            return 2
        try:
            known = {} if options.action == "create" else baseline.load(path)
        except WrongSetting as error:
            print(f"testquality baseline: {error}", file=sys.stderr)
            return 1
        if options.action == "show":
            return show(known)
        found = list(pairs(files))
    current = baseline.recorded(found, path.parent)
    if options.action == "create":
        path.write_text(baseline.dumped(current), encoding="utf-8")
        print(f"{path}: {sum(keys.total() for keys in current.values())} finding(s) in {len(current)} file(s)")
        return 0
    if options.action == "check":
        return report_new(found, known, path)
    return prune(known, current, path)


def pairs(files: check.Files) -> Iterator[tuple[str, Report]]:
    """(path, finding) of everything that would be reported without a baseline."""
    for path, reports in files.findings():
        for report in reports:
            yield path, report


def show(known: baseline.Known) -> int:
    """Print how many findings of each rule and file are known."""
    by_code: Counter[str] = Counter()
    for file, keys in sorted(known.items()):
        print(f"{keys.total():6}  {file}")
        for (code, _, _), count in keys.items():
            by_code[code] += count
    for code, count in sorted(by_code.items()):
        print(f"{count:6}  {code}")
    return 0


def report_new(found: list[tuple[str, Report]], known: baseline.Known, path: Path) -> int:
    """Print the findings that the baseline does not know."""
    left = {file: Counter(keys) for file, keys in known.items()}
    new = 0
    for file, reports in baseline.by_file(found).items():
        for report in baseline.beyond(reports, left.get(baseline.relative(file, path.parent), Counter())):
            new += 1
            print(f"{file}:{report.line}:{report.column + 1}: {report.code} {report.text}")
    cured = sum(counts.total() for counts in left.values())
    if cured:
        print(f"{cured} known finding(s) are cured: `testquality baseline prune` drops them", file=sys.stderr)
    return int(new > 0)


def prune(known: baseline.Known, current: baseline.Known, path: Path) -> int:
    """Keep of each known entry what is still found; entries of a file that is gone follow its findings."""
    moved = renames(known, current)
    kept: baseline.Known = {}
    for file, keys in known.items():
        now = current.get(moved.get(file, file), Counter())
        kept[moved.get(file, file)] = kept.get(moved.get(file, file), Counter()) + (keys & now)
    for old, new in sorted(moved.items()):
        print(f"{old} -> {new}: moved")
    before, after = (sum(keys.total() for keys in each.values()) for each in (known, kept))
    path.write_text(baseline.dumped(kept), encoding="utf-8")
    print(f"{path}: {before - after} dropped, {after} kept")
    return 0


def renames(known: baseline.Known, current: baseline.Known) -> dict[str, str]:
    """Old name -> new name of each file that has gone while a new one has at least half of its findings."""
    found: dict[str, str] = {}
    unknown = {file for file in current if file not in known}
    for old in sorted(file for file in known if file not in current):
        scores = {new: (known[old] & current[new]).total() for new in unknown}
        best = max(sorted(scores), key=lambda name: scores[name], default=None)
        if best is not None and scores[best] * 2 >= known[old].total():
            found[old] = best
            unknown.discard(best)
    return found
