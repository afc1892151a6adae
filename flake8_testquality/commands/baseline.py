"""`testquality baseline`: record the findings of today, so that only new ones are reported."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from flake8_testquality import baseline, fixing
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
        found = list(files.findings())
    current = baseline.recorded(pairs(found), path.parent)
    if options.action == "create":
        if not saved(current, path):
            return 1
        print(f"{path}: {sum(keys.total() for keys in current.values())} finding(s) in {len(current)} file(s)")
        return 0
    judged = looked_at(known, {file for file, _ in found}, files.options.filenames, path)
    if options.action == "check":
        return report_new(found, known, judged, path)
    return prune(known, current, judged, path)


def pairs(found: list[tuple[str, list[Report]]]) -> Iterator[tuple[str, Report]]:
    """(path, finding) of everything that would be reported without a baseline."""
    return ((path, report) for path, reports in found for report in reports)


def saved(known: baseline.Known, path: Path) -> bool:
    """Write a baseline; what stands in the way is said. A link may point out of the project, so it is not followed."""
    try:
        if path.is_symlink():
            raise OSError(f"{path} is a symbolic link; name the file that it points to")
        fixing.put(path, baseline.dumped(known).encode())
    except OSError as error:
        print(f"testquality baseline: {path} cannot be written: {error.strerror or error}", file=sys.stderr)
        return False
    return True


def looked_at(known: baseline.Known, linted: set[str], given: list[str], path: Path) -> set[str]:
    """The known files whose entries this run can judge: those that it linted, and those below its paths that are gone.

    Of a file elsewhere, one that is excluded or one that does not parse at the moment it can tell nothing.
    """
    found = {baseline.relative(file, path.parent) for file in linted}
    roots = [baseline.relative(root, path.parent) for root in given or ["."]]
    for file in known.keys() - found:
        is_below = any(PurePosixPath(file).is_relative_to(root) for root in roots)
        if is_below and not (path.parent / file).exists():
            found.add(file)
    return found


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


def report_new(
    found: list[tuple[str, list[Report]]], known: baseline.Known, judged: set[str], path: Path
) -> int:
    """Print the findings that the baseline does not know."""
    left = {file: Counter(keys) for file, keys in known.items()}
    new = 0
    for file, reports in found:
        for report in baseline.beyond(reports, left.get(baseline.relative(file, path.parent), Counter())):
            new += 1
            print(f"{file}:{report.line}:{report.column + 1}: {report.code} {report.text}")
    cured = sum(counts.total() for file, counts in left.items() if file in judged)
    if cured:
        print(f"{cured} known finding(s) are cured: `testquality baseline prune` drops them", file=sys.stderr)
    return int(new > 0)


def prune(known: baseline.Known, current: baseline.Known, judged: set[str], path: Path) -> int:
    """Keep of each known entry what is still found; entries of a file that is gone follow its findings."""
    moved = renames(known, current, {file for file in judged if not (path.parent / file).exists()})
    kept: baseline.Known = {}
    for file, keys in known.items():
        if file not in judged:
            kept[file] = kept.get(file, Counter()) + keys
            continue
        now = current.get(moved.get(file, file), Counter())
        kept[moved.get(file, file)] = kept.get(moved.get(file, file), Counter()) + (keys & now)
    before, after = (sum(keys.total() for keys in each.values()) for each in (known, kept))
    if not saved(kept, path):
        return 1
    for old, new in sorted(moved.items()):
        print(f"{old} -> {new}: moved")
    print(f"{path}: {before - after} dropped, {after} kept")
    return 0


def renames(known: baseline.Known, current: baseline.Known, gone: set[str]) -> dict[str, str]:
    """Old name -> new name of each file that is gone while a new one has at least half of its findings."""
    found: dict[str, str] = {}
    unknown = {file for file in current if file not in known}
    for old in sorted(gone & known.keys()):
        scores = {new: (known[old] & current[new]).total() for new in unknown}
        best = max(sorted(scores), key=lambda name: scores[name], default=None)
        if best is not None and scores[best] * 2 >= known[old].total():
            found[old] = best
            unknown.discard(best)
    return found
