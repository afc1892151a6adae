"""How the tests of the package lint a text or a folder, and read the expectations that stand beside its lines."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Mapping
from pathlib import Path

from flake8_testquality import engine
from flake8_testquality.model.module import Module
from flake8_testquality.model.project import project_of
from flake8_testquality.registry import all_rules
from flake8_testquality.rule import Rule
from flake8_testquality.settings import Settings
from flake8_testquality.source import Source

STRICT = Settings(profile="strict")
MARK = re.compile(r"#\s*((?:TQ\d{3}[,\s]*)+)$")


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Write files (path -> text, dedented) below a folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text).lstrip("\n"), encoding="utf-8")


def module_of(path: Path, settings: Settings = STRICT) -> Module:
    """The module of a file on disk, with the project around it."""
    return Module(Source.read(path), project_of(str(path)), settings)


def module_of_text(text: str, settings: Settings = STRICT) -> Module:
    """The module of a text without a file or project."""
    return Module(Source.of_text(textwrap.dedent(text).lstrip("\n")), settings=settings)


def lint(path: Path, rules: Iterable[Rule] | None = None, settings: Settings = STRICT) -> list[engine.Report]:
    """What the rules (default: all that the settings enable) report on a file."""
    chosen = tuple(rule for rule in all_rules() if settings.runs(rule)) if rules is None else tuple(rules)
    module = module_of(path, settings)
    return [] if module.role == "source" else engine.unsuppressed(module, chosen)


def reported(reports: Iterable[engine.Report]) -> list[tuple[int, str]]:
    """(line, code) of each report."""
    return sorted({(report.line, report.code) for report in reports})


def expected(text: str, code: str = "TQ") -> list[tuple[int, str]]:
    """(line, code) of each `# TQnnn` mark at the end of a line whose code begins with `code`."""
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        mark = MARK.search(line)
        if mark:
            found.extend((number, word) for word in re.findall(r"TQ\d{3}", mark[1]) if word.startswith(code))
    return sorted(set(found))
