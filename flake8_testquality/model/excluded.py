"""Files that pytest passes over: norecursedirs, --ignore, and what conftest files leave out.

Source: `pytest_ignore_collect` of pytest's `main.py`, and `fnmatch_ex` of its `pathlib.py`.
"""

from __future__ import annotations

import ast
import fnmatch
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.project import Project, project_of

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

_MAX_OUTER = 3


def is_excluded(path: str, project: Project) -> bool:
    """Whether the pytest configuration or a conftest file in sight keeps pytest from a file.

    Without a configuration nobody knows where pytest is started, so no folder's name says anything.
    """
    root = project.root
    if root is None:
        return False
    absolute, top = os.path.abspath(path), os.path.join(root, "")
    if not absolute.startswith(top):
        return False
    inner = absolute.removeprefix(top).replace(os.sep, "/")
    if project.config.file is not None and (_below_passed_over(inner, project) or _ignored(inner, project)):
        return True
    return _left_out(absolute, project) or _is_material(absolute, str(root), project)


def _is_material(absolute: str, root: str, project: Project) -> bool:
    """Whether a project within a project is what an outer one keeps pytest from by its path."""
    if project.config.file is None:
        return False
    known = project.once("outer norecursedirs", lambda: tuple(_outer_patterns(root)))
    return any(fnmatch.fnmatchcase(absolute, f"{pattern.rstrip('/')}/*") for pattern in known)


def _outer_patterns(root: str) -> Iterator[str]:
    """The norecursedirs of the configurations above a rootdir, made absolute.

    Only patterns with a slash count, which name one place: a copy of anything may lie below a `build`.
    """
    for _ in range(_MAX_OUTER):
        outer = project_of(root)
        if outer.root is None or outer.config.file is None:
            return
        root = str(outer.root)
        for pattern in outer.config.norecursedirs:
            if "/" in pattern:
                yield f"{root}/{pattern}"


def _below_passed_over(inner: str, project: Project) -> bool:
    folder = inner.rpartition("/")[0]
    return project.once(("passed over", folder), lambda: _is_passed_over(folder, project))


def _is_passed_over(folder: str, project: Project) -> bool:
    parts = folder.split("/") if folder else []
    patterns = project.config.norecursedirs
    return any(_matches("/".join(parts[: end + 1]), pattern) for end in range(len(parts)) for pattern in patterns)


def _matches(folder: str, pattern: str) -> bool:
    if "/" not in pattern:
        return fnmatch.fnmatchcase(folder.rpartition("/")[2], pattern)
    return fnmatch.fnmatchcase("/" + folder, pattern if pattern.startswith("/") else f"*/{pattern}")


def _ignored(inner: str, project: Project) -> bool:
    words = iter(project.config.addopts)
    for word in words:
        option, equals, value = word.partition("=")
        if option in ("--ignore", "--ignore-glob"):
            value = (value if equals else next(words, "")).rstrip("/").removeprefix("./")
            if inner == value or inner.startswith(f"{value}/") or fnmatch.fnmatchcase(inner, value):
                return bool(value)
    return False


def _left_out(absolute: str, project: Project) -> bool:
    folder = os.path.dirname(absolute)
    for full, is_glob in project.once(("left out", folder), lambda: tuple(_paths_left_out(absolute, project))):
        if absolute == full or absolute.startswith(full + os.sep):
            return True
        if is_glob and fnmatch.fnmatchcase(absolute, full):
            return True
    return False


def _paths_left_out(absolute: str, project: Project) -> Iterator[tuple[str, bool]]:
    """(path, whether it is a pattern) for each that the conftest files above a file leave out."""
    for conftest in project.conftests(absolute):
        folder = os.path.dirname(os.path.abspath(conftest.path))
        for name in ("collect_ignore", "collect_ignore_glob"):
            for entry in _entries(conftest, name):
                yield os.path.normpath(os.path.join(folder, entry)), name == "collect_ignore_glob"


def _entries(conftest: Module, name: str) -> Iterator[str]:
    for binding in conftest.bindings(conftest.scope).get(name, ()):
        if isinstance(binding.value, ast.List | ast.Tuple):
            for item in binding.value.elts:
                if isinstance(item, ast.Constant) and isinstance(item.value, str):
                    yield item.value
