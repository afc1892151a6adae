"""`testquality check` against flake8 with its default plugins, in one run: `python -m benchmarks.command PATHS`.

Each of the two runs on the paths as a process of its own with one job, in turns; the best of several rounds counts.
Times are the processor time of the process, user and system. Run it from the project whose tests are measured, with
the bytecode of both packages written (once with neither PYTHONDONTWRITEBYTECODE set nor an edit since).
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
from pathlib import Path

CHECK = ("-m", "flake8_testquality", "check", "-j1")
FLAKE8 = ("-m", "flake8", "--select", "TQ", "-j1")


def spent(command: tuple[str, ...], paths: list[Path]) -> tuple[float, bytes]:
    """(seconds of processor time, what was printed) of one run; ends the program if it did not do its work."""
    # a package that is compiled anew at each start is not what users have
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([sys.executable, *command, *map(str, paths)], capture_output=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1) or done.stderr:
        said = done.stderr.decode(errors="replace")[-300:]
        raise SystemExit(f"benchmarks.command: {' '.join(command)} failed: {said}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout


def report(paths: list[Path], rounds: int) -> None:
    """Measure and print."""
    files = [file for path in paths for file in (path.rglob("*.py") if path.is_dir() else [path])]
    lines = sum(file.read_bytes().count(b"\n") for file in files)
    # the first run writes the bytecode
    spent(CHECK, paths[:1])
    runs = [(spent(CHECK, paths), spent(FLAKE8, paths)) for _ in range(rounds)]
    ours, theirs = min(one[0] for one, _ in runs), min(other[0] for _, other in runs)
    alike = "the same findings" if all(one[1] == other[1] for one, other in runs) else "DIFFERENT FINDINGS"
    print(f"{len(files)} files, {lines} lines; best of {rounds}; {alike}")
    print(f"  testquality check {ours:7.2f} s")
    print(f"  flake8            {theirs:7.2f} s = {theirs / ours:.2f} times")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.command", description=__doc__.split("\n")[0])
    parser.add_argument("paths", nargs="+", type=Path, help="folders with test files")
    parser.add_argument("--rounds", type=int, default=3, help="rounds, the best counts (default 3)")
    options = parser.parse_args()
    report(options.paths, options.rounds)


if __name__ == "__main__":
    main()
