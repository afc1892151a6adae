"""What the rules cost, in one run, as ratios to `ast.parse`: `python -m benchmarks.speed PATHS`.

Prints ast.parse, the walk (a Module with its scopes), all rules of each profile, each family alone, the most costly
rules alone, and any installed peer plugin. Every figure is the best of several rounds over the same files, so that a
noisy machine disturbs the ratios as little as possible. A rule alone pays for the facts that it would share.
"""

from __future__ import annotations

import argparse
import ast
import gc
import importlib
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from flake8_testquality import engine
from flake8_testquality.model.module import Module
from flake8_testquality.model.project import project_of
from flake8_testquality.registry import all_rules
from flake8_testquality.rule import PROFILES, Rule
from flake8_testquality.settings import Settings
from flake8_testquality.source import Source

# plugin -> (module, class); flake8's plugins that judge a tree.
PEERS = {
    "pyflakes": ("pyflakes.checker", "Checker"),
    "flake8-pytest-style": ("flake8_pytest_style.plugin", "PytestStylePlugin"),
    "flake8-bugbear": ("bugbear", "BugBearChecker"),
}


def test_files(paths: Iterable[Path], most: int) -> Iterator[Source]:
    """The test files below the paths that parse, at most `most` of them, evenly spread."""
    files = sorted(file for path in paths for file in (path.rglob("test*.py") if path.is_dir() else [path]))
    for file in files[:: max(1, len(files) // most)]:
        try:
            yield Source.read(file)
        except (OSError, ValueError, SyntaxError, RecursionError):
            continue


@contextmanager
def quiet_collector() -> Iterator[None]:
    """Without the garbage collector, whose full passes grow with what the benchmark itself keeps alive."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def best(action: Callable[[], object], rounds: int) -> float:
    """The shortest of several runs, in seconds of processor time."""
    times = []
    for _ in range(rounds):
        with quiet_collector():
            start = time.process_time()
            action()
            times.append(time.process_time() - start)
    return min(times)


def judge(sources: list[Source], rules: tuple[Rule, ...], settings: Settings) -> int:
    """Understand and judge every file, as the plugin does; returns the number of findings."""
    return sum(len(engine.run(source, project_of(source.path), settings, rules)) for source in sources)


def peer(name: str) -> Callable[[Source], object] | None:
    """How a peer plugin judges one file; None where it is not installed."""
    home, cls = PEERS[name]
    try:
        checker = getattr(importlib.import_module(home), cls)
    except (ImportError, AttributeError):
        return None
    if name == "pyflakes":
        return lambda source: checker(source.tree, filename=source.path).messages
    if name == "flake8-bugbear":
        return lambda source: list(checker(source.tree, source.path, source.lines, argparse.Namespace()).run())

    def run(source: Source) -> object:
        from flake8_pytest_style.config import DEFAULT_CONFIG

        checker.config = DEFAULT_CONFIG
        return list(checker(source.tree).run())

    return run


def report(paths: list[Path], most: int, rounds: int, top: int) -> None:
    """Measure and print."""
    sources = list(test_files(paths, most))
    lines = sum(len(source.lines) for source in sources)
    rules = all_rules()
    every = Settings(profile="strict")
    parse = best(lambda: [ast.parse(source.text) for source in sources], rounds)
    print(f"{len(sources)} files, {lines} lines; ast.parse {parse:.3f} s = 1.000")

    def show(name: str, seconds: float) -> None:
        print(f"  {name:<44} {seconds / parse:7.3f}")

    walk = best(lambda: [Module(source, project_of(source.path)) for source in sources], rounds)
    show("walk: scopes and statements", walk)
    for profile in PROFILES:
        settings = Settings(profile=profile)
        count = judge(sources, rules, settings)
        show(
            f"walk and all rules, {profile} ({count} findings)",
            best(lambda s=settings: judge(sources, rules, s), rounds),
        )  # type: ignore[misc]
    for family in sorted({rule.code[:3] for rule in rules}):
        members = tuple(rule for rule in rules if rule.code.startswith(family))
        show(f"walk and {family} ({len(members)} rules)", best(lambda m=members: judge(sources, m, every), rounds))  # type: ignore[misc]
    alone = {rule: best(lambda r=rule: judge(sources, (r,), every), 1) - walk for rule in rules} if top else {}  # type: ignore[misc]
    for rule, seconds in sorted(alone.items(), key=lambda item: -item[1])[:top]:
        show(f"{rule.code} {rule.name} alone, without the walk", seconds)
    for name in PEERS:
        judged = peer(name)
        if judged is not None:
            try:
                show(name, best(lambda j=judged: [j(source) for source in sources], 1))  # type: ignore[misc]
            except (AttributeError, TypeError, ValueError) as error:
                print(f"  {name}: this version cannot be driven: {error}")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__.split("\n")[0])
    parser.add_argument("paths", nargs="+", type=Path, help="folders with test files")
    parser.add_argument("--files", type=int, default=300, help="how many files at most (default 300)")
    parser.add_argument("--rounds", type=int, default=3, help="rounds of each figure, the best counts (default 3)")
    parser.add_argument(
        "--top", type=int, default=20, help="how many rules to show alone, the costly first (default 20)"
    )
    options = parser.parse_args()
    report(options.paths, options.files, options.rounds, options.top)


if __name__ == "__main__":
    main()
