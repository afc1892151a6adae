"""Files among the tests that hold tests and that the runner never opens."""

from __future__ import annotations

import os
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.checking import holds_check
from flake8_testquality.model.classes import lineage
from flake8_testquality.model.collection import matches
from flake8_testquality.model.excluded import is_excluded
from flake8_testquality.model.importers import is_imported_elsewhere
from flake8_testquality.model.references import changes_collection, is_mentioned_elsewhere
from flake8_testquality.model.roles import file_matches, pytest_opens
from flake8_testquality.model.uncollected import BASE_WORDS, TEST_METHOD, could_run, test_methods

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

_DATA_FOLDERS = frozenset(
    ["data", "testdata", "test_data", "fixtures", "roots", "examples", "example", "resources", "assets", "snippets"]
)


def is_never_opened(module: Module) -> bool:
    """Whether a file among the tests holds tests, and pytest does not open it because of its name alone."""
    if module.source.is_stdin or module.role not in ("test", "helper") or not module.says("def test"):
        return False
    project = module.project
    if pytest_opens(module) or project.config.broken or project.root is None:
        return False
    name = os.path.basename(module.path)
    if name in ("conftest.py", "__init__.py", "setup.py") or not _is_among_tests(module):
        return False
    by_unittest = file_matches(name, ("test*.py",))
    if project.has_manage_py and by_unittest:
        return False
    if not _holds_tests(module, by_unittest) or is_excluded(module.path, project):
        return False
    if changes_collection(module) or is_mentioned_elsewhere(module, name):
        return False
    return not is_imported_elsewhere(module)


def _is_among_tests(module: Module) -> bool:
    inner = os.path.relpath(os.path.abspath(module.path), module.project.root or os.curdir).replace(os.sep, "/")
    folders = inner.split("/")[:-1]
    if inner.startswith("../") or not _DATA_FOLDERS.isdisjoint(folders):
        return False
    tops = [top.strip("/").removeprefix("./") for top in module.project.config.testpaths]
    # pytest opens a file that it is given, whatever its name
    if any(top.endswith(".py") and fnmatchcase(inner, top) for top in tops):
        return False
    return any(folder in ("tests", "test") for folder in folders) or any(fnmatchcase(inner, f"{top}/*") for top in tops)


def _holds_tests(module: Module, by_unittest: bool) -> bool:
    config = module.project.config
    # unittest alone may be told to open any file
    has_runner = config.in_sight or module.project.has_manage_py
    if any(_is_written_as_test(module, node) for node in test_methods(module, module.scope, config.python_functions)):
        return True
    for item in module.classes:
        if item.outer is not None or BASE_WORDS.search(item.name) or item.name.startswith("_"):
            continue
        is_case = lineage(module, item.node).case_family is not None
        missed = has_runner and not by_unittest if is_case else matches(item.name, config.python_classes)
        if missed and any(_is_written_as_test(module, node) for node in test_methods(module, item.scope, ("test",))):
            return True
    return False


def _is_written_as_test(module: Module, node: Any) -> bool:
    return bool(TEST_METHOD.match(node.name)) and could_run(module, node) and holds_check(module.scope_by_node[node])
