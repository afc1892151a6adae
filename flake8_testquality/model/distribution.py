"""What a folder's packaging files declare: pyproject.toml, setup.cfg, setup.py and requirements files; best effort."""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from flake8_testquality.model import config_files, disk
from flake8_testquality.model.config_files import Broken, Table, table
from flake8_testquality.regex import regex

PACKAGING = ("pyproject.toml", "setup.cfg", "setup.py")

# a name, then nothing or what may follow one: not `git+https:`, not `./folder`
_NAME = regex(r"\s*([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(?=$|[\s<>=!~;@\[(,#])")
# what says where a setup.py keeps its sources is read as text: it is rarely literal
_PACKAGE_DIR = regex(r"""package_dir\s*=\s*(?:\{|dict\()\s*(?:''|""\s*):\s*["']([^"']+)["']""")
_PROJECT_NAME = regex(r"""\bname\s*=\s*["']([^"']+)["']""")
_ASKING = frozenset({"install_requires", "setup_requires", "tests_require", "extras_require"})
_FLOOR = regex(r"(?:^|>=|~=|===?|\^|~|>)\s*(\d+)(?:\.(\d+))?")


@attrs.frozen
class Distribution:
    """What one packaging file says; names are normalised as PEP 503 has it.

    `sources` are the folders, relative to the file's, in which it says that top-level packages stand.
    """

    name: str = ""
    dependencies: frozenset[str] = frozenset()
    requires_python: tuple[int, int] | None = None
    pytest_plugin: bool = False
    sources: tuple[str, ...] = ()


def is_packaging_file(path: str) -> bool:
    """Whether a file with this path may declare something: requirements/dev.txt too."""
    folder, name = path.replace("\\", "/").rsplit("/", 1)
    if name.endswith((".txt", ".in")):
        return name.startswith("requirements") or folder.endswith("/requirements")
    return name in PACKAGING


def _packaging_files(folder: str) -> list[str]:
    paths = (os.path.join(folder, name) for name in sorted(disk.entries(folder)))
    return [path for path in paths if is_packaging_file(path)]


packaging_files = disk.Remembered(_packaging_files)
"""The paths of the files in a folder that may declare something."""


def _read(path: str) -> Distribution:
    name = path.replace("\\", "/").rpartition("/")[2]
    if name in ("pyproject.toml", "setup.cfg"):
        document = config_files.read(path)
        if isinstance(document, Broken):
            return Distribution()
        return _of_pyproject(document) if name == "pyproject.toml" else _of_setup_cfg(document)
    try:
        content = disk.text(path)
    except (OSError, ValueError):
        return Distribution()
    if name == "setup.py":
        named = _PROJECT_NAME.search(content)
        return Distribution(
            name=_normalised(named[1] if named else None),
            dependencies=_names(_asked_in_setup(content)),
            pytest_plugin="pytest11" in content,
            sources=tuple(_PACKAGE_DIR.findall(content)),
        )
    return Distribution(dependencies=_names(content.splitlines()))


read = disk.Remembered(_read)
"""What the packaging file at a path declares; nothing where it is broken. Read once a version."""


def _of_pyproject(document: Table) -> Distribution:
    project, poetry = table(document, "project"), table(document, "tool", "poetry")
    requirements = [
        project.get("dependencies"),
        *table(project, "optional-dependencies").values(),
        *table(document, "dependency-groups").values(),
        table(document, "tool", "uv").get("dev-dependencies"),
        *table(document, "tool", "pdm", "dev-dependencies").values(),
        poetry.get("dependencies"),
        poetry.get("dev-dependencies"),
        *(table(group, "dependencies") for group in table(poetry, "group").values()),
    ]
    entry_points = (table(project, "entry-points"), table(poetry, "plugins"),
                    table(document, "tool", "flit", "entrypoints"))  # fmt: skip
    return Distribution(
        name=_normalised(project.get("name") or poetry.get("name")),
        dependencies=_names(word for listed in requirements for word in _strings(listed)) - {"python"},
        requires_python=_floor(project.get("requires-python") or table(poetry, "dependencies").get("python")),
        pytest_plugin=any("pytest11" in points for points in entry_points),
        sources=tuple(_strings(_sources_of_pyproject(document))),
    )


def _sources_of_pyproject(document: Table) -> list[Any]:
    setuptools, tool = table(document, "tool", "setuptools"), table(document, "tool")
    poetry = table(tool, "poetry").get("packages")
    wheel = table(tool, "hatch", "build", "targets", "wheel").get("packages")
    return [
        *_strings(table(setuptools, "packages", "find").get("where")),
        table(setuptools, "package-dir").get(""),
        *(package.get("from") for package in _list(poetry) if isinstance(package, dict)),
        *(path.rpartition("/")[0] for path in _strings(wheel)),
        table(tool, "pdm", "build").get("package-dir"),
        table(tool, "maturin").get("python-source"),
    ]


def _of_setup_cfg(document: Table) -> Distribution:
    options = table(document, "options")
    listed = [
        options.get("install_requires", ""),
        options.get("tests_require", ""),
        *table(document, "options.extras_require").values(),
    ]
    sources = [
        *table(document, "options.packages.find").get("where", "").split("\n"),
        *(line.strip()[1:] for line in options.get("package_dir", "").split("\n") if line.strip().startswith("=")),
    ]
    return Distribution(
        name=_normalised(table(document, "metadata").get("name")),
        dependencies=_names(line for value in listed for line in value.split("\n" if "\n" in value else ";")),
        requires_python=_floor(options.get("python_requires")),
        pytest_plugin="pytest11" in table(document, "options.entry_points"),
        sources=tuple(part.strip() for part in sources if part.strip()),
    )


def _asked_in_setup(content: str) -> Iterator[str]:
    """The strings that a setup.py gives as requirements, there or in the lists of the file that it names."""
    try:
        tree = ast.parse(content)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    lists: dict[str, ast.expr] = {}
    for statement in tree.body:
        if isinstance(statement, ast.Assign):
            lists.update((target.id, statement.value) for target in statement.targets if isinstance(target, ast.Name))
    waiting: list[ast.AST] = [
        node.value for node in ast.walk(tree) if isinstance(node, ast.keyword) and node.arg in _ASKING
    ]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Constant):
            yield from _strings([node.value])
        elif isinstance(node, ast.Dict):
            waiting.extend(node.values)
        elif isinstance(node, ast.Name):
            named = lists.pop(node.id, None)
            waiting.extend([named] if named is not None else [])
        elif isinstance(node, ast.List | ast.Tuple | ast.Set | ast.BinOp):
            waiting.extend(ast.iter_child_nodes(node))


def _normalised(name: Any) -> str:
    return re.sub(r"[-_.]+", "-", name).lower() if isinstance(name, str) else ""


def _strings(listed: Any) -> Iterator[str]:
    """The strings of a list, or the keys of a table as poetry writes its dependencies."""
    if isinstance(listed, list | dict):
        yield from (item for item in listed if isinstance(item, str))


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _names(lines: Iterable[str]) -> frozenset[str]:
    found = (_NAME.match(line) for line in lines)
    return frozenset(_normalised(match[1]) for match in found if match)


def _floor(specifier: object) -> tuple[int, int] | None:
    if not isinstance(specifier, str):
        return None
    return min(((int(major), int(minor or 0)) for major, minor in _FLOOR.findall(specifier)), default=None)
