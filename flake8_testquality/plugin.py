"""The flake8 adapter: the only module that flake8 loads."""

from __future__ import annotations

import argparse
import ast
import configparser
import gc
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
from flake8.main.options import stage1_arg_parser
from flake8.options import config
from flake8.options.manager import OptionManager

from flake8_testquality import __version__
from flake8_testquality.settings import BASELINE, DEFAULTS, RULES, Settings, WrongSetting, all_options, read

if TYPE_CHECKING:
    from flake8_testquality.rule import Rule


class Plugin:
    """What flake8 makes of each file: its findings, from `run`."""

    name = "flake8-testquality"
    version = __version__
    settings: Settings = DEFAULTS
    display_name: str = "stdin"
    reads_baseline = True
    # So many lines may be kept in memory before a file's model is freed behind it, and so many are.
    patience = 0
    kept = 0

    def __init__(self, tree: ast.Module, filename: str, lines: list[str]) -> None:
        self._tree = tree
        self._path = self.display_name if filename in ("-", "stdin") else filename
        self._lines = lines

    @staticmethod
    def add_options(manager: OptionManager) -> None:
        """Register each option of the package and of its rules with flake8."""
        for option in all_options().values():
            is_list = isinstance(option.default, tuple)
            default = ",".join(option.default) if isinstance(option.default, tuple) else option.default
            manager.add_option(
                f"--{option.key}",
                parse_from_config=True,
                comma_separated_list=is_list,
                normalize_paths=option.is_path,
                default=None,
                help=f"{option.help} (default: {default})".replace("%", "%%"),
            )

    @classmethod
    def parse_options(cls, manager: OptionManager, options: argparse.Namespace, args: list[str]) -> None:
        """Read and validate the options; a wrong one ends the run with one line and exit code 1."""
        given = {key: getattr(options, key.replace("-", "_"), None) for key in all_options()}
        select = [*(options.select or ()), *(options.extend_select or ())]
        try:
            cls.settings = read(given, select, origin=origin_of)
            folder, file = cls.settings.value(RULES), cls.settings.value(BASELINE)
            if folder:
                from flake8_testquality import custom

                cls.settings = attrs.evolve(cls.settings, custom=custom.load(Path(str(folder))))
            if file and cls.reads_baseline:
                from flake8_testquality import baseline

                baseline.load(Path(str(file)))
        except WrongSetting as error:
            raise SystemExit(f"flake8-testquality: {error}") from None
        cls.display_name = getattr(options, "stdin_display_name", "stdin")

    @classmethod
    def rules(cls) -> tuple[Rule, ...]:
        """Every rule there is: the package's and the user's. Imported with the first file of tests."""
        from flake8_testquality.registry import all_rules

        return (*all_rules(), *cls.settings.custom)

    def run(self) -> Iterator[tuple[int, int, str, type[Any]]]:
        """(line, column, text, type) of each finding."""
        from flake8_testquality.model import roles
        from flake8_testquality.model.project import project_of

        project = project_of(self._path)
        if roles.is_ordinary(self._path) and roles.role_of(self._path, project) == "source":
            return
        from flake8_testquality import engine
        from flake8_testquality.source import Source

        source = Source(self._path, self._lines, self._tree)
        file = self.settings.value(BASELINE)
        keep = bool(file) or self._may_be_kept()
        reports = engine.run(source, project, self.settings, self.rules(), keep)
        if file and reports:
            from flake8_testquality import baseline

            reports = baseline.fresh(reports, self._path, Path(str(file)))
        for report in reports:
            yield report.line, report.column, f"{report.code} {report.text}", type(self)

    def _may_be_kept(self) -> bool:
        """Whether the model of this file may stay in memory, for its lines are still among those that may."""
        had_patience = Plugin.kept <= Plugin.patience
        Plugin.kept += len(self._lines)
        has_patience = Plugin.kept <= Plugin.patience
        if Plugin.patience and had_patience and not has_patience:
            # what was kept so far stays to the end: the collector need not look at it again
            gc.freeze()
        return has_patience


def origin_of(key: str) -> str:
    """Where the value of an option that flake8 hands over was written: flake8 itself does not say."""
    if any(word == f"--{key}" or word.startswith(f"--{key}=") for word in sys.argv[1:]):
        return "the command line"
    for file in configuration_files():
        parser = configparser.RawConfigParser()
        parser.read(file, encoding="UTF-8")
        if parser.has_option("flake8", key) or parser.has_option("flake8", key.replace("-", "_")):
            return file
    return "flake8's options"


def configuration_files() -> list[str]:
    """The configuration files that flake8 reads for this command line, the one that has the last word first."""
    given, _ = stage1_arg_parser().parse_known_args(sys.argv[1:])
    find = getattr(config, "_find_config_file", lambda folder: None)
    try:
        first = None if given.isolated else given.config or find(str(Path.cwd()))
    except configparser.Error:
        first = None
    return [file for file in (*reversed(given.append_config), first) if file]
