"""Roles: what a file is to a test runner, by its path, the pytest configuration in sight and unittest's rules.

Source: pytest's `python.py` (pytest_collect_file, path_matches_patterns).
"""

from __future__ import annotations

import fnmatch
import os
import re
from typing import TYPE_CHECKING, Literal, TypeAlias

from flake8_testquality.model.excluded import is_excluded
from flake8_testquality.model.project import Project
from flake8_testquality.regex import regex
from flake8_testquality.source import STDIN_NAMES

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

Role: TypeAlias = Literal["test", "conftest", "helper", "source"]
TEST_FOLDERS = frozenset({"test", "tests", "testing"})
_SUFFIXES = ("_tests", "-tests")
_TEST_NAME = regex(r"^(?:tests?(?:[_-].*)?|test.*|.*_tests?)\.pyw?$")
_TEST_WORDS = regex(r"^\s*(?:async\s+)?(?:def\s+test|class\s+\w*Test)", re.MULTILINE)
# what the pattern above needs, found ten times faster: each begins with a word that is sought as such
_TEST_GLANCES = (regex(r"def\s+test"), regex(r"class\s+\w*Test"))


def file_matches(path: str, patterns: tuple[str, ...]) -> bool:
    """Whether pytest would open a file under these python_files patterns; one with a slash is held against the path."""
    name = os.path.basename(path)
    return any(
        fnmatch.fnmatch(os.path.abspath(path).replace(os.sep, "/"), pattern if pattern[0] == "/" else f"*/{pattern}")
        if "/" in pattern
        else fnmatch.fnmatch(name, pattern)
        for pattern in patterns
    )


def is_ordinary(path: str) -> bool:
    """Whether a path alone says that a file has nothing to do with tests; the project may know better. Cheap."""
    if _TEST_NAME.match(os.path.basename(path)) or path.endswith("conftest.py"):
        return False
    folders = path.replace("\\", "/").split("/")[:-1]
    return TEST_FOLDERS.isdisjoint(folders) and not any(name.endswith(_SUFFIXES) for name in folders)


def role_of(path: str, project: Project, text: str | None = None) -> Role:
    """What a file is to a test runner.

    By pytest's python_files, unittest's `test*.py` and Django's habits; a text without a name is judged by content, and
    so is a file that only testpaths covers, as far as its text is given.
    """
    name = os.path.basename(path)
    if name == "conftest.py":
        return "conftest"
    if path in STDIN_NAMES:
        return "test" if text is None or _holds_tests(text) else "source"
    if file_matches(path, project.config.python_files) or _TEST_NAME.match(name):
        return "helper" if is_excluded(path, project) else "test"
    folders = path.replace("\\", "/").split("/")[:-1]
    if not TEST_FOLDERS.isdisjoint(folders) or _is_below_suite(path, folders, project):
        return "helper"
    if not project.config.testpaths or not _below_testpaths(path, project):
        return "source"
    return "helper" if text is None or _holds_tests(text) else "source"


def _holds_tests(text: str) -> bool:
    """Whether a text defines a test function or a class of tests."""
    return any(glance.search(text) for glance in _TEST_GLANCES) and _TEST_WORDS.search(text) is not None


def _is_below_suite(path: str, folders: list[str], project: Project) -> bool:
    """Whether a folder of the project around a file is named as a suite: `unit_tests`, `shop_tests`."""
    if not any(name.endswith(_SUFFIXES) for name in folders):
        return False
    inner = os.path.relpath(os.path.abspath(path), project.root or os.curdir).replace(os.sep, "/")
    return any(name.endswith(_SUFFIXES) for name in inner.split("/")[:-1])


def _below_testpaths(path: str, project: Project) -> bool:
    inner = os.path.relpath(os.path.abspath(path), project.root or os.curdir).replace(os.sep, "/")
    tops = (top.rstrip("/").removeprefix("./") for top in project.config.testpaths)
    return any(inner.startswith(f"{top}/") or fnmatch.fnmatchcase(inner, f"{top}/*") for top in tops if top)


def pytest_opens(module: Module) -> bool:
    """Whether pytest's python_files match the module's name; without a name, yes."""
    return module.fact(_is_opened)


def _is_opened(module: Module) -> bool:
    return module.source.is_stdin or file_matches(module.path, module.project.config.python_files)
