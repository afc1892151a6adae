"""The options in force: read from flake8 and from [tool.flake8-testquality] in pyproject.toml, validated, frozen."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import attrs

from flake8_testquality.knobs import KNOBS
from flake8_testquality.regex import regex
from flake8_testquality.rule import PROFILES, Option, OptionValue, Profile, Rule

TABLE = "flake8-testquality"
PROFILE = Option("profile", "recommended", "which rules run: core, recommended (the default) or strict")
DEFER_TO = Option("defer-to", (), "prefixes of other linters' codes (PT,B): rules that they cover stay silent")
BASELINE = Option(
    "baseline", "", "file of known findings, which stay silent; made by `testquality baseline create`", True
)
RULES = Option("rules", "", "file or folder of rules of your own, in ast-grep's YAML (TQ900 to TQ999)", True)
GENERAL: tuple[Option, ...] = (PROFILE, DEFER_TO, BASELINE, RULES)
_PREFIX = regex(r"TQ\d{1,3}$")


class WrongSetting(Exception):
    """An option that cannot be used; its text names it, its value, what is allowed and where it was written."""


@attrs.frozen(eq=False)
class Settings:
    """Which profile and codes are on, the value of each option that was given, and the user's own rules."""

    profile: Profile = "recommended"
    selected: tuple[str, ...] = ()
    values: Mapping[str, OptionValue] = {}
    origins: Mapping[str, str] = {}
    custom: tuple[Rule, ...] = ()

    def value(self, option: Option) -> OptionValue:
        """The value of an option: as given, else its default."""
        return self.values.get(option.key, option.default)

    def without(self, option: Option) -> Settings:
        """These settings with the default of one option."""
        return attrs.evolve(self, values={key: value for key, value in self.values.items() if key != option.key})

    def runs(self, rule: Rule) -> bool:
        """Whether a rule runs: its profile is on or its code is selected by a prefix with a digit; not deferred."""
        if any(rule.code.startswith(prefix) for prefix in self.selected):
            return True
        if PROFILES.index(rule.profile) > PROFILES.index(self.profile):
            return False
        deferred = self.values.get("tq-defer-to", ())
        return not (isinstance(deferred, tuple) and covered(rule, deferred))


DEFAULTS = Settings()


def covered(rule: Rule, tools: Iterable[str]) -> bool:
    """Whether one of these prefixes of other linters' codes is a peer of a rule (`PT` covers `PT009`, not `PTH`)."""
    return any(
        peer == tool or re.fullmatch(r"\d+", peer[len(tool) :])
        for peer in rule.peers
        for tool in tools
        if peer.startswith(tool)
    )


def all_options() -> dict[str, Option]:
    """Every option by its key: the general ones and those that rules declare."""
    return {option.key: option for option in (*GENERAL, *KNOBS)}


def read(
    given: Mapping[str, object],
    select: Iterable[str] = (),
    start: Path | None = None,
    origin: Callable[[str], str] = lambda key: "flake8's options",
) -> Settings:
    """The settings from what flake8 gives (`tq-...` keys; None where nothing was said) and the nearest pyproject.toml.

    What flake8 gives wins; `origin` says where it has it from. Raises WrongSetting.
    """
    options = all_options()
    values: dict[str, OptionValue] = {}
    origins: dict[str, str] = {}
    file, table = pyproject_table(start or Path.cwd())
    for key, value in table.items():
        name = key if key.startswith("tq-") else f"tq-{key}"
        name = name.replace("_", "-")
        if name not in options:
            raise WrongSetting(
                f"{file}: unknown option {key!r} in [tool.{TABLE}]; the options are {', '.join(sorted(options))}"
            )
        values[name] = beside(file, checked(options[name], value, str(file)), options[name])
        origins[name] = str(file)
    for name, value in given.items():
        if value is not None:
            origins[name] = origin(name)
            written = Path(origins[name])
            # flake8 itself leaves a path without a slash as it is, and so one that no other folder finds
            file = written if written.is_file() and written.parent.absolute() != Path.cwd() else None
            values[name] = beside(file, checked(options[name], value, origins[name]), options[name])
    profile: Any = values.get("tq-profile", "recommended")
    selected = tuple(code for code in select if _PREFIX.match(code))
    return Settings(profile, selected, values, origins)


def beside(file: Path | None, value: OptionValue, option: Option) -> OptionValue:
    """A value as it is, or the path that it is taken relative to the file that gives it."""
    return str(file.parent / str(value)) if option.is_path and value and file is not None else value


def checked(option: Option, value: object, origin: str) -> OptionValue:
    """An option's value in the type of its default; a list extends its default unless it starts with `=`."""
    if option is PROFILE:
        if value not in PROFILES:
            raise WrongSetting(f"{option.key}: {value!r} is no profile; allowed: {', '.join(PROFILES)} (from {origin})")
        return str(value)
    default = option.default
    if isinstance(default, tuple):
        return _list(option, default, value, origin)
    if isinstance(default, int):
        if isinstance(value, bool) or not isinstance(value, int | str) or not re.fullmatch(r"\s*\d+\s*", str(value)):
            raise WrongSetting(f"{option.key}: {value!r} is no whole number of 0 or more (from {origin})")
        return int(value)
    if not isinstance(value, str):
        raise WrongSetting(f"{option.key}: {value!r} is no text (from {origin})")
    return value


def _list(option: Option, default: tuple[str, ...], value: object, origin: str) -> tuple[str, ...]:
    if isinstance(value, str):
        items = [item for item in re.split(r"[,\s]+", value) if item]
    elif isinstance(value, list | tuple) and all(isinstance(item, str) for item in value):
        items = [item.strip() for item in value if item.strip()]
    else:
        raise WrongSetting(f"{option.key}: {value!r} is no list of words (from {origin})")
    if items and items[0].startswith("="):
        return tuple(item for item in (items[0][1:], *items[1:]) if item)
    return (*default, *items)


def pyproject_table(start: Path) -> tuple[Path | None, Mapping[str, Any]]:
    """The nearest pyproject.toml at or above a folder and its table for this package; empty where there is none.

    The search ends at the first pyproject.toml, at a repository's root, or at the home folder, as flake8's does.
    """
    home = Path.home()
    for folder in (start, *start.parents):
        file = folder / "pyproject.toml"
        if file.is_file():
            # most files hold no such table, and to read TOML takes a while
            if TABLE not in _words(file):
                return file, {}
            try:
                data = tomllib.loads(file.read_text(encoding="utf-8"))
            except (OSError, ValueError) as error:
                raise WrongSetting(f"{file}: cannot be read: {error}") from None
            table = data.get("tool", {}).get(TABLE, {})
            if not isinstance(table, dict):
                raise WrongSetting(f"{file}: [tool.{TABLE}] is no table")
            return file, table
        if (folder / ".git").exists() or folder == home:
            break
    return None, {}


def _words(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
