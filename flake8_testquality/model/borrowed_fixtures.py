"""Borrowed fixtures: those that a test module imports instead of asking for them by name."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.collection import file_matches
from flake8_testquality.model.names import imported

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


def borrowed(module: Module) -> Iterator[tuple[ast.ImportFrom, str, str]]:
    """(import, name, home) for each fixture that a test module takes from another test module or a conftest."""
    if module.role != "test":
        return
    for node in module.statements(ast.ImportFrom):
        for name, dotted in imported(node, module.package):
            home = dotted if name == "*" else dotted.rpartition(".")[0]
            last = home.rpartition(".")[2]
            if last != "conftest" and not _is_test_module(module, home, last):
                continue
            if name == "*":
                taken = _fixtures_of(module, home)
                if taken:
                    yield node, taken[0], home.lstrip(".")
            elif _is_fixture(module, home, dotted, name):
                yield node, name, home.lstrip(".")


def _is_test_module(module: Module, home: str, name: str) -> bool:
    file = module.project.path_of(home, module.path)
    if file is not None:
        return file_matches(str(file), module.project.config.python_files)
    return name not in ("", "test", "tests") and file_matches(f"{name}.py", module.project.config.python_files)


def _fixtures_of(module: Module, home: str) -> list[str]:
    found = module.project.module(home, module.path)
    return [item.name for item in found.fixtures] if found is not None else []


def _is_fixture(module: Module, home: str, dotted: str, name: str) -> bool:
    if module.project.module(home, module.path) is not None:
        found = module.find(dotted)
        return found is not None and found[1] is not None and found[0].fixture_of(found[1]) is not None
    asked = {argument for test in module.tests for argument in test.fixture_names}
    asked.update(argument for fixture in module.fixtures for argument in fixture.requests)
    return name in asked and not any(
        isinstance(call.func, ast.Name) and call.func.id == name and name not in module.bindings(scope)
        for scope in module.scopes
        for call in scope.calls
    )
