"""The pytest configuration: which file pytest would use and what it says.

Facts from pytest's documentation, "Rootdir and configuration files", and `_pytest/config` of pytest 9; the tests hold
every answer against the real pytest.
"""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from flake8_testquality.model import config_files, disk
from flake8_testquality.model.config_files import Broken, Table

CONFIG_NAMES = (
    "pytest.toml",
    ".pytest.toml",
    "pytest.ini",
    ".pytest.ini",
    "pyproject.toml",
    "tox.ini",
    "setup.cfg",
)


@attrs.frozen
class PytestConfig:
    """What the pytest configuration in sight says; `file` is None when there is none in sight.

    `in_sight` says that the file speaks to pytest: a bare pyproject.toml only marks the rootdir. Options in `addopts`
    count. Where `broken` gives a reason, nothing is known of the project's wishes and all is default.
    """

    file: str | None = None
    in_sight: bool = False
    python_files: tuple[str, ...] = ("test_*.py", "*_test.py")
    python_classes: tuple[str, ...] = ("Test",)
    python_functions: tuple[str, ...] = ("test",)
    testpaths: tuple[str, ...] = ()
    norecursedirs: tuple[str, ...] = (
        "*.egg", ".*", "_darcs", "build", "CVS", "dist", "node_modules", "venv", "{arch}",
    )  # fmt: skip
    markers: frozenset[str] = frozenset()
    usefixtures: tuple[str, ...] = ()
    asyncio_mode: str | None = None
    asyncio_default_fixture_loop_scope: str | None = None
    anyio_mode: str | None = None
    trio_mode: bool = False
    xfail_strict: bool = False
    strict_markers: bool = False
    strict_config: bool = False
    timeout: bool = False
    filterwarnings: tuple[str, ...] = ()
    addopts: tuple[str, ...] = ()
    pythonpath: tuple[str, ...] = ()
    django_settings_module: str | None = None
    empty_parameter_set_mark: str | None = None
    plugins: tuple[str, ...] = ()
    broken: str | None = None


def find_rootdir(start: Path) -> tuple[Path, Path | None]:
    """The rootdir and the configuration file of `pytest START` called from the start's own folder.

    The first ancestor with a file that configures pytest; else the nearest pyproject.toml; else the nearest setup.py;
    else the start's folder. A file that pytest would refuse to read ends the search as if it were good.
    """
    folder = os.path.abspath(start.parent if start.is_file() else start)
    root, file = locate(folder, disk.Watch())
    return Path(root or folder), Path(file) if file else None


def locate(folder: str, watch: disk.Watch) -> tuple[str | None, str | None]:
    """The rootdir and the configuration file above an absolute folder, None where nothing marks them.

    Everything that the answer depends on is noted in `watch`.
    """
    pyproject = setup = None
    for base in disk.upward(folder):
        watch.note(base)
        names = disk.entries(base)
        for name in CONFIG_NAMES:
            path = os.path.join(base, name) if name in names else ""
            if path and os.path.isfile(path):
                watch.note(path)
                if _section(path) is not None:
                    return base, path
                pyproject = pyproject or (path if name == "pyproject.toml" else None)
        if setup is None and "setup.py" in names and os.path.isfile(os.path.join(base, "setup.py")):
            setup = base
    return (os.path.dirname(pyproject), pyproject) if pyproject else (setup, None)


def read_config(file: Path | None) -> PytestConfig:
    """What a configuration file tells pytest, its `addopts` included; never raises."""
    if file is None:
        return PytestConfig()
    section = _section(str(file))
    if section is None:
        return PytestConfig(file=str(file))
    if isinstance(section, Broken):
        return PytestConfig(file=str(file), broken=section.reason)
    try:
        return _config(str(file), section)
    except ValueError as error:
        return PytestConfig(file=str(file), broken=str(error))


@attrs.frozen
class _Section:
    """The part of a file that speaks to pytest. `native` values have TOML's types (pytest 9), others are strings.

    `overrides` are the `-o name=value` of addopts.
    """

    values: Table
    native: bool = False
    overrides: Mapping[str, str] = {}

    def _value(self, *names: str) -> tuple[Any, bool] | None:
        for values, native in ((self.overrides, False), (self.values, self.native)):
            for name in names:
                if name in values:
                    return values[name], native
        return None

    def plain(self, name: str) -> str | None:
        found = self._value(name)
        return str(found[0]) if found else None

    def flag(self, *names: str) -> bool | None:
        found = self._value(*names)
        if found is None:
            return None
        value, native = found
        word = str(value).strip().lower()
        if (native and not isinstance(value, bool)) or word not in _TRUE | _FALSE:
            raise ValueError(f"{names[0]}: not a truth value")
        return word in _TRUE

    def text(self, name: str) -> str | None:
        found = self._value(name)
        return found[0] if found and isinstance(found[0], str) and found[0] else None

    def words(self, name: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        return self._list(name, shlex.split, default)

    def lines(self, name: str) -> tuple[str, ...]:
        return self._list(name, lambda value: [line.strip() for line in value.split("\n") if line.strip()], ())

    def _list(self, name: str, split: Any, default: tuple[str, ...]) -> tuple[str, ...]:
        found = self._value(name)
        if found is None:
            return default
        value, native = found
        if native and (not isinstance(value, list) or not all(isinstance(item, str) for item in value)):
            raise ValueError(f"{name}: not a list of strings")
        try:
            return tuple(str(item) for item in (value if isinstance(value, list) else split(value)))
        except ValueError as error:
            raise ValueError(f"{name}: {error}") from error


_TRUE = frozenset({"y", "yes", "t", "true", "on", "1"})
_FALSE = frozenset({"n", "no", "f", "false", "off", "0"})


def _read_section(path: str) -> _Section | Broken | None:
    if not disk.inside(path, os.path.dirname(path)):
        return Broken("a link to somewhere else")
    document = config_files.read(path)
    if isinstance(document, Broken):
        return document
    name = os.path.basename(path)
    if name in ("pytest.toml", ".pytest.toml"):
        return _pytest_toml(document)
    if path.endswith(".toml"):
        return _pyproject(document)
    if path.endswith(".cfg"):
        if "tool:pytest" not in document and "pytest" in document:
            return Broken("[pytest] in setup.cfg is no longer supported, it must be [tool:pytest]")
        return _Section(document["tool:pytest"]) if "tool:pytest" in document else None
    if "pytest" in document:
        return _Section(document["pytest"])
    return _Section({}) if name in ("pytest.ini", ".pytest.ini") else None


_section = disk.Remembered(_read_section)


def _pytest_toml(document: Table) -> _Section | Broken:
    if isinstance(document.get("pytest"), Mapping):
        return _Section(document["pytest"], native=True)
    if any(not isinstance(value, Mapping) for value in document.values()):
        return Broken("options stand outside the [pytest] table")
    return _Section({}, native=True)


def _pyproject(document: Table) -> _Section | Broken | None:
    tool = config_files.table(document, "tool", "pytest")
    native = {key: value for key, value in tool.items() if key != "ini_options"}
    ini = tool.get("ini_options")
    if native and ini:
        return Broken("both [tool.pytest] and [tool.pytest.ini_options]")
    if native:
        return _Section(native, native=True)
    if not isinstance(ini, Mapping):
        return None
    return _Section({key: value if isinstance(value, list) else str(value) for key, value in ini.items()})


def _config(file: str, section: _Section) -> PytestConfig:
    addopts = section.words("addopts")
    section = attrs.evolve(section, overrides=_overrides(addopts))
    strict = section.flag("strict") or False
    default = PytestConfig()

    def strictly(*names: str) -> bool:
        stated = section.flag(*names)
        return strict if stated is None else stated

    def either(option: str, name: str) -> str | None:
        return _last(addopts, option) or section.text(name)

    return PytestConfig(
        file=file,
        in_sight=True,
        python_files=section.words("python_files", default.python_files),
        python_classes=section.words("python_classes", default.python_classes),
        python_functions=section.words("python_functions", default.python_functions),
        testpaths=section.words("testpaths"),
        norecursedirs=section.words("norecursedirs", default.norecursedirs),
        markers=frozenset(line.split(":")[0].split("(")[0].strip() for line in section.lines("markers")),
        usefixtures=section.words("usefixtures"),
        asyncio_mode=either("--asyncio-mode", "asyncio_mode"),
        asyncio_default_fixture_loop_scope=section.text("asyncio_default_fixture_loop_scope"),
        anyio_mode=either("--anyio-mode", "anyio_mode"),
        trio_mode=section.flag("trio_mode") or False,
        xfail_strict=strictly("strict_xfail", "xfail_strict"),
        strict_markers=strictly("strict_markers"),
        strict_config=strictly("strict_config"),
        timeout=(_last(addopts, "--timeout") or section.plain("timeout")) not in (None, "", "0"),
        filterwarnings=section.lines("filterwarnings"),
        addopts=addopts,
        pythonpath=section.words("pythonpath"),
        django_settings_module=either("--ds", "DJANGO_SETTINGS_MODULE"),
        empty_parameter_set_mark=section.text("empty_parameter_set_mark"),
        plugins=tuple(name.strip() for name in _values(addopts, "-p")),
    )


def _values(addopts: tuple[str, ...], *options: str) -> Iterator[str]:
    """The values given to an option, in order: `-p x`, `-px`, `--option x`, `--option=x`."""
    words = iter(addopts)
    for word in words:
        if word in options:
            yield next(words, "")
            continue
        for option in options:
            glued = option + "=" if option.startswith("--") else option
            if word.startswith(glued):
                yield word.removeprefix(glued)


def _last(addopts: tuple[str, ...], option: str) -> str | None:
    found = list(_values(addopts, option))
    return found[-1] if found else None


def _overrides(addopts: tuple[str, ...]) -> dict[str, str]:
    """What addopts puts in the place of the file's values; pytest 9 reads the strict flags as such overrides."""
    found = {word[2:].replace("-", "_"): "true" for word in addopts if word in _STRICT_FLAGS}
    for assignment in _values(addopts, "-o", "--override-ini"):
        name, equals, value = assignment.partition("=")
        if not equals:
            raise ValueError("addopts: -o without a value")
        found[name] = value
    return found


_STRICT_FLAGS = frozenset({"--strict", "--strict-markers", "--strict-config"})
