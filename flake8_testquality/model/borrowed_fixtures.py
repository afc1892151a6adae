"""Borrowed fixtures: those that a test module imports instead of asking for them by name."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.bindings import imported
from flake8_testquality.model.module_texts import is_surely_no_fixture
from flake8_testquality.model.roles import file_matches

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


def borrowed(module: Module) -> Iterator[tuple[ast.ImportFrom, str, str]]:
    """(import, name, home) for each fixture that a test module takes from another test module or a conftest."""
    if module.role != "test":
        return
    asked: set[str] | None = None
    for node in module.statements(ast.ImportFrom):
        if node.module is not None and "test" not in node.module:
            continue
        for name, dotted in imported(node, module.package):
            home = dotted if name == "*" else dotted.rpartition(".")[0]
            last = home.rpartition(".")[2]
            if last != "conftest" and not ("test" in last and _is_test_module(module, home, last)):
                continue
            asked = _asked(module) if asked is None else asked
            # Where nobody asks for a fixture none is imported, and no other file need be read.
            if not asked:
                return
            if name == "*":
                taken = _fixtures_of(module, home)
                if taken:
                    yield node, taken[0], home.lstrip(".")
            elif _is_fixture(module, home, dotted, name, asked):
                yield node, name, home.lstrip(".")


def _asked(module: Module) -> set[str]:
    """The names that the file's tests and fixtures ask for."""
    found = {name for test in module.tests for name in test.fixture_names}
    return found | {name for fixture in module.fixtures for name in fixture.requests}


def _is_test_module(module: Module, home: str, name: str) -> bool:
    patterns = module.project.config.python_files
    if not file_matches(f"{name}.py", patterns):
        return False
    file = module.project.path_of(home, module.path)
    if file is not None:
        return file_matches(str(file), patterns)
    # what an installed package offers is nobody's test module
    package = home.partition(".")[0].lower().replace("_", "-")
    return name not in ("test", "tests") and package not in module.project.dependencies


def _fixtures_of(module: Module, home: str) -> list[str]:
    found = module.project.module(home, module.path)
    return [item.name for item in found.fixtures] if found is not None else []


def _is_fixture(module: Module, home: str, dotted: str, name: str, asked: set[str]) -> bool:
    if is_surely_no_fixture(module, dotted):
        return False
    if module.project.module(home, module.path) is not None:
        found = module.find(dotted)
        return found is not None and found[1] is not None and found[0].fixture_of(found[1]) is not None
    return name in asked and not any(
        isinstance(call.func, ast.Name) and name not in module.bindings(scope)
        for scope, call in module.calls.by_word.get(name, ())
    )
