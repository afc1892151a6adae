"""`testquality check`: flake8's own application with only our plugin loaded, and what flake8 cannot do: fixes."""

from __future__ import annotations

import argparse
import ast
import atexit
import configparser
import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any, NoReturn

from flake8 import checker
from flake8.discover_files import expand_paths
from flake8.exceptions import Flake8Exception
from flake8.formatting.base import BaseFormatter
from flake8.main import application
from flake8.options import manager
from flake8.options.parse_args import parse_args
from flake8.plugins import finder
from flake8.processor import FileProcessor
from flake8.style_guide import Decision, StyleGuideManager
from flake8.violation import Violation

from flake8_testquality import baseline, engine, fixing
from flake8_testquality.commands.edits import add_noqa, fix_files
from flake8_testquality.commands.progress import progress
from flake8_testquality.engine import Report
from flake8_testquality.model import noqa
from flake8_testquality.model.project import project_of
from flake8_testquality.model.tree import parsed
from flake8_testquality.plugin import Plugin, configuration_files
from flake8_testquality.regex import regex
from flake8_testquality.settings import BASELINE
from flake8_testquality.source import split_lines, unified

PACKAGE = "flake8-testquality"
# Freeing a file's model costs a twentieth of a run and pays only where memory would run short: some 300 MB go first.
PATIENCE = 100_000
CODE = regex(r"[A-Z]{1,3}[0-9]{0,4}")
FORMATS = {"text": "default", "full": "default", "concise": "default"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `testquality check`: ruff's names where there is an equal; all others go to flake8."""
    parser.usage = "testquality check [PATH ...] [options of this command or of flake8]"
    parser.epilog = (
        "flake8's options work too: --extend-select, --per-file-ignores, --exclude, --statistics, --exit-zero, --jobs, "
        "--config, the --tq-... options and all others that `flake8 --help` shows."
    )
    parser.add_argument("--fix", action="store_true", help="apply the safe fixes, then report what is left")
    parser.add_argument("--unsafe-fixes", action="store_true", help="apply or show the unsafe fixes too")
    parser.add_argument("--diff", action="store_true", help="show what the fixes would change; change nothing")
    parser.add_argument("--add-noqa", action="store_true", help="add a noqa comment for every finding")
    parser.add_argument("--select", metavar="CODES", help="codes or prefixes to report (default: TQ)")
    parser.add_argument("--ignore", metavar="CODES", help="codes or prefixes to leave out")
    parser.add_argument(
        "--output-format", metavar="FORMAT", help="text, pylint, quiet-filename or a flake8 format string"
    )


def flake8_arguments(options: argparse.Namespace, rest: list[str]) -> list[str]:
    """The command line for flake8 that says the same."""
    # behind `--` stand paths, whatever they look like
    end = rest.index("--") if "--" in rest else len(rest)
    arguments = [*rest[:end], "--select", options.select or "TQ"]
    if options.ignore:
        arguments += ["--extend-ignore", options.ignore]
    if options.output_format:
        arguments += ["--format", FORMATS.get(options.output_format, options.output_format)]
    return [*arguments, *rest[end:]]


@contextmanager
def replaced(owner: object, **parts: Any) -> Iterator[None]:
    """Give some attributes of flake8's modules or classes other values for a while."""
    before = {name: getattr(owner, name) for name in parts}
    for name, value in parts.items():
        setattr(owner, name, value)
    try:
        yield
    finally:
        for name, value in before.items():
            setattr(owner, name, value)


@contextmanager
def only_our_plugin() -> Iterator[None]:
    """Let flake8 load this package's plugin and the reporters, and skip the tokens that only other plugins read."""
    find = finder.find_plugins

    def ours(*arguments: Any, **keywords: Any) -> list[finder.Plugin]:
        return [
            plugin
            for plugin in find(*arguments, **keywords)
            if plugin.package == PACKAGE or plugin.entry_point.group == "flake8.report"
        ]

    with (
        replaced(finder, find_plugins=ours),
        replaced(manager, OptionManager=OurOptions),
        replaced(checker.FileChecker, process_tokens=lambda self: None),
    ):
        yield


class OurOptions(manager.OptionManager):
    """flake8's options, with our name before what is wrong with them."""

    def __init__(self, **keywords: Any) -> None:
        super().__init__(**keywords)
        self.parser.prog, self.parser.usage = "testquality", "testquality check [options] [PATH ...]"


def cheap_noqa() -> AbstractContextManager[None]:
    """Let flake8 look up the line of a finding without the tokens of the file, where they make no difference.

    They tell which lines flake8 joins before it looks for a noqa comment: those of a string that runs over several, and
    those that end in a backslash. Only `--show-source` prints the whole statement and so needs them always.
    """
    line_for, should_ignore = FileProcessor.noqa_line_for, FileProcessor.should_ignore_file

    def speaks_of_noqa(self: FileProcessor) -> bool:
        speaks: bool | None = self.__dict__.get("speaks_of_noqa")
        if speaks is None:
            speaks = self.__dict__["speaks_of_noqa"] = noqa.speaks_of("".join(self.lines), "noqa")
        return speaks

    def should_ignore_file(self: FileProcessor) -> bool:
        return speaks_of_noqa(self) and noqa.speaks_of("".join(self.lines), "flake8") and should_ignore(self)

    def cheap(self: FileProcessor, line_number: int) -> str | None:
        lines = self.lines
        # our own rules report where a statement begins, which is never inside a string; a user's may report anywhere
        is_joined = speaks_of_noqa(self) and (Plugin.settings.custom or may_be_joined(lines, line_number))
        if is_joined or not 0 < line_number <= len(lines):
            return line_for(self, line_number)
        line: str = lines[line_number - 1]
        return line

    return replaced(FileProcessor, noqa_line_for=cheap, should_ignore_file=should_ignore_file)


def options_of(known: tuple[finder.Plugins, argparse.Namespace]) -> AbstractContextManager[None]:
    """Let flake8 take over plugins and options instead of finding and reading them a second time."""
    return replaced(application, parse_args=lambda argv: known)


def parsed_once() -> AbstractContextManager[None]:
    """Let flake8 take over the tree of a file that was parsed before because a file of tests imports it."""
    build = FileProcessor.build_ast

    def build_ast(self: FileProcessor) -> ast.AST:
        try:
            return parsed(self.filename, "".join(self.lines)) or build(self)
        except (RecursionError, MemoryError):
            why = "nested too deeply for Python's own parser, not checked"
            print(f"testquality: {self.filename}: {why}", file=sys.stderr)
            raise SyntaxError(why) from None

    return replaced(FileProcessor, build_ast=build_ast)


def may_be_joined(lines: list[str], number: int) -> bool:
    """Whether a line that is not inside a string may begin or end a string of several lines, or a continued line."""
    line, before = lines[number - 1].rstrip("\r\n"), lines[number - 2].rstrip("\r\n") if number > 1 else ""
    return '"""' in line or "'''" in line or line.endswith("\\") or before.endswith("\\")


def run(options: argparse.Namespace, rest: list[str] | None = None) -> int:
    """Check, and fix if asked. Exit code: 0 nothing found, 1 findings (or a diff to show), as flake8's and ruff's."""
    # What is frozen is not searched for garbage once more while the interpreter ends: a fifth of a run.
    atexit.register(gc.freeze)
    Plugin.patience = PATIENCE
    arguments = flake8_arguments(options, rest or [])
    wants_fixes = options.fix or options.diff or options.unsafe_fixes
    with only_our_plugin():
        files = Files(arguments)
        refuse_wrong_words(options)
        if "-" in files.options.filenames and (options.diff or options.add_noqa):
            refuse("stdin cannot be fixed; name a file")
        if wants_fixes and not (options.unsafe_fixes and not (options.fix or options.diff)):
            changed = fix_files(files, unsafe=options.unsafe_fixes, diff=options.diff)
            if options.diff:
                return int(changed > 0)
        if options.add_noqa:
            return add_noqa(files)
        linter = application.Application()
        with (
            # a fix counts findings off against the baseline, which is then to be read anew
            nullcontext() if wants_fixes else options_of(files.parsed),
            progress(checker.FileChecker),
            parsed_once(),
            nullcontext() if files.options.show_source else cheap_noqa(),
        ):
            linter.run(arguments)
        return linter.exit_code()


def refuse_wrong_words(options: argparse.Namespace) -> None:
    """End the run for a code that no rule has, or a format that nothing knows: flake8 would silently find nothing."""
    known = [*(rule.code for rule in Plugin.rules()), "E902", "E999"]
    for word in (options.select or "").replace(",", " ").split():
        if not any(code.startswith(word) for code in known):
            refuse(f"--select: {word!r} is no code of a rule and no beginning of one; see `testquality rules`")
    for word in (options.ignore or "").replace(",", " ").split():
        if not CODE.fullmatch(word):
            refuse(f"--ignore: {word!r} is no code and no beginning of one; see `testquality rules`")
    style = options.output_format
    reporters = entry_points(group="flake8.report").names
    if style and style not in FORMATS and style not in reporters and "%" not in style:
        allowed = ", ".join(sorted({*FORMATS, *reporters}))
        refuse(f"--output-format: {style!r} is none of {allowed}, nor a format string such as '%(path)s:%(row)d'")


def refuse(text: str) -> NoReturn:
    """End the run because of a wrong call."""
    print(f"testquality: {text}", file=sys.stderr)
    raise SystemExit(2)


class Files:
    """The files of a flake8 command line, and what flake8 would say to a finding in one of them.

    A path that is not there ends the run: flake8 reports it under a code of its own, which is not selected.
    """

    def __init__(self, arguments: list[str]) -> None:
        try:
            self.parsed = parse_args(arguments)
            self.options = self.parsed[1]
            self._guide = StyleGuideManager(self.options, Silent(self.options))
        except (Flake8Exception, configparser.Error, ValueError) as error:
            places = " and ".join(configuration_files())
            why = f"{' '.join(str(error).split())}{f' (its configuration is {places})' if places else ''}"
            raise SystemExit(f"testquality: flake8 cannot use its options: {why}") from None
        for path in self.options.filenames:
            if path != "-" and not Path(path).exists():
                refuse(f"{path} does not exist")

    def __iter__(self) -> Iterator[str]:
        options = self.options
        yield from sorted(
            expand_paths(
                paths=options.filenames,
                stdin_display_name=options.stdin_display_name,
                filename_patterns=options.filename,
                exclude=(*options.exclude, *options.extend_exclude),
            )
        )

    def acceptance(self, path: str) -> fixing.Acceptance:
        """For a text of a file: does flake8 select this finding there, and does no noqa silence it?"""

        def of_text(text: str) -> Callable[[Report], bool]:
            processor = FileProcessor(path, self.options, lines=split_lines(unified(text)))
            if processor.should_ignore_file():
                return lambda report: False
            guide = self._guide.style_guide_for(path)

            def accepts(report: Report) -> bool:
                if guide.should_report_error(report.code) is not Decision.Selected:
                    return False
                line = processor.noqa_line_for(report.line)
                violation = Violation(report.code, path, report.line, report.column + 1, report.text, line)
                return not violation.is_inline_ignored(self.options.disable_noqa)

            return accepts

        return of_text

    def findings(self) -> Iterator[tuple[str, list[Report]]]:
        """(path, findings that flake8 would print) of each file; files that cannot be read or parsed are left out."""
        rules = Plugin.rules()
        for path in self:
            try:
                document = fixing.read(path)
                source = fixing.parsed(document.text, path)
            except fixing.CannotFix:
                continue
            accepts = self.acceptance(path)(document.text)
            reports = engine.run(source, project_of(path), Plugin.settings, rules)
            file = Plugin.settings.value(BASELINE)
            if file:
                reports = baseline.fresh(reports, path, Path(str(file)))
            yield path, [report for report in reports if accepts(report)]


class Silent(BaseFormatter):
    """A formatter that prints nothing: only flake8's decisions are wanted."""

    def format(self, error: Violation) -> None:
        """No line for a finding."""
