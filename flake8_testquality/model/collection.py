"""Is it a test? The one place that decides, by the pytest configuration in sight and unittest's rules.

Sources: pytest's `python.py` (PyCollector, Class, Module) and `unittest.py` (UnitTestCase), unittest.TestLoader.
"""

from __future__ import annotations

import ast
import fnmatch
import os
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from flake8_testquality.model.classes import lineage
from flake8_testquality.model.names import Binding, last_name, target_names
from flake8_testquality.model.project import NO_PROJECT, Project
from flake8_testquality.model.scopes import FUNCTIONS, Scope, descend
from flake8_testquality.model.tests import Test, TestClass

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

Role: TypeAlias = Literal["test", "conftest", "helper", "source"]
TEST_FOLDERS = frozenset({"test", "tests", "testing"})
_TEST_NAME = re.compile(r"^(?:tests?(?:[_-].*)?|test.*|.*_tests?)\.pyw?$")
_TEST_WORDS = re.compile(r"^\s*(?:async\s+)?(?:def\s+test|class\s+\w*Test)", re.MULTILINE)
# Decorators after which a function is no test, whatever its name: the object is no function any more, or a handler.
NO_TEST_DECORATORS = frozenset(
    "fixture yield_fixture property cached_property overload contextmanager asynccontextmanager hookimpl hookspec "
    "command group route get post put delete websocket api_view receiver task shared_task app_task callback "
    "errorhandler before_request after_request setter getter deleter nottest validator field_validator".split()
)


def matches(name: str, patterns: tuple[str, ...]) -> bool:
    """Whether a name matches one of pytest's prefix-or-glob options (python_classes, python_functions)."""
    return any(
        name.startswith(pattern) or (bool(set("*?[") & set(pattern)) and fnmatch.fnmatch(name, pattern))
        for pattern in patterns
    )


def file_matches(path: str, patterns: tuple[str, ...]) -> bool:
    """Whether pytest would open a file under these python_files patterns; one with a slash is held against the path."""
    name = os.path.basename(path)
    slashed = path.replace(os.sep, "/")
    return any(
        fnmatch.fnmatch(slashed if "/" in pattern else name, f"*/{pattern}" if "/" in pattern else pattern)
        for pattern in patterns
    )


def is_ordinary(path: str) -> bool:
    """Whether a path alone says that a file has nothing to do with tests; the project may know better. Cheap."""
    if _TEST_NAME.match(os.path.basename(path)) or path.endswith("conftest.py"):
        return False
    return TEST_FOLDERS.isdisjoint(path.replace("\\", "/").split("/")[:-1])


def role_of(path: str, project: Project, module: Module | None = None) -> Role:
    """What a file is to a test runner.

    By pytest's python_files, unittest's `test*.py` and Django's habits; a text without a name is judged by content.
    """
    name = os.path.basename(path)
    if name == "conftest.py":
        return "conftest"
    if path in ("stdin", "-", ""):
        return "test" if module is None or _TEST_WORDS.search(module.source.text) else "source"
    if file_matches(path, project.config.python_files) or _TEST_NAME.match(name):
        return "test"
    folders = path.replace("\\", "/").split("/")[:-1]
    return "source" if TEST_FOLDERS.isdisjoint(folders) else "helper"


def pytest_opens(module: Module) -> bool:
    """Whether pytest's python_files match the module's name; without a name, yes."""
    return module.source.is_stdin or file_matches(module.path, module.project.config.python_files)


# ------------------------------------------------------------------ classes


def classes_of(module: Module) -> list[TestClass]:
    """Every class of the file that stands outside functions, with what the runner makes of it."""
    found: list[TestClass] = []
    _gather(module, module.scope, None, found, opened=module.role == "test" and _switched_on(module, module.scope))
    return found


def _gather(module: Module, scope: Scope, outer: TestClass | None, found: list[TestClass], opened: bool) -> None:
    for child in scope.children:
        if not child.is_class:
            continue
        node: Any = child.node
        family = lineage(module, node).case_family
        item = TestClass(node, module, child, outer, family, _class_is_collected(module, child, family, opened))
        found.append(item)
        # pytest collects classes inside a class; unittest does not look there.
        _gather(module, child, item, found, opened=item.collected and family is None)


def _class_is_collected(module: Module, scope: Scope, family: str | None, opened: bool) -> bool:
    node: Any = scope.node
    if not opened or is_shadowed(module, node, scope.parent or module.scope):
        return False
    switch = test_switch(module, node)
    if switch is False:
        return False
    if family is not None:
        return scope.parent is module.scope or _is_conditional_top(module, node)
    if not pytest_opens(module):
        return False
    if not (switch is True or matches(node.name, module.project.config.python_classes)):
        return False
    return constructor_of(module, node) is None


def _is_conditional_top(module: Module, node: ast.AST) -> bool:
    return not isinstance(next(module.enclosing(node), None), ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)


def test_switch(module: Module, node: ast.ClassDef) -> bool | None:
    """The `__test__` of a class as it is inherited: True, False, or None where it is not set (or not a constant)."""
    found = lineage(module, node).attribute("__test__")
    if found is None:
        return None
    value = found[1].value
    return value.value if isinstance(value, ast.Constant) and isinstance(value.value, bool) else None


def constructor_of(module: Module, node: ast.ClassDef) -> str | None:
    """`__init__` or `__new__` if the class defines or inherits it in sight, so that pytest skips the class."""
    line = lineage(module, node)
    for name in ("__init__", "__new__"):
        if line.attribute(name) is not None:
            return name
    for home, base in line.classes:
        for decorator in base.decorator_list:
            if is_dataclass_decorator(home, decorator):
                return "__init__"
    return None


def is_dataclass_decorator(module: Module, decorator: ast.expr) -> bool:
    """Whether a class decorator writes an `__init__`: dataclass, attrs."""
    target = decorator.func if isinstance(decorator, ast.Call) else decorator
    name = module.resolve(target) or ""
    return name in ("dataclasses.dataclass", "pydantic.dataclasses.dataclass") or name.startswith(("attr.", "attrs."))


def _switched_on(module: Module, scope: Scope) -> bool:
    for binding in module.bindings(scope).get("__test__", ()):
        if isinstance(binding.value, ast.Constant) and binding.value.value is False:
            return False
    return True


# ------------------------------------------------------------------ functions


def tests_of(module: Module) -> list[Test]:
    """Every test that the runner collects from the file, in source order."""
    if module.role != "test":
        return []
    found: list[Test] = []
    if pytest_opens(module) and _switched_on(module, module.scope):
        patterns = module.project.config.python_functions
        for scope in module.scope.children:
            if scope.is_function and is_test_function(module, scope, patterns):
                found.append(Test(scope.node, module, scope, None))
    for item in module.classes:
        if not item.collected:
            continue
        patterns = ("test",) if item.is_case else module.project.config.python_functions
        for scope in item.scope.children:
            if scope.is_function and is_test_function(module, scope, patterns):
                found.append(Test(scope.node, module, scope, item))
    found.sort(key=lambda test: (test.node.lineno, test.node.col_offset))
    return found


def is_test_function(module: Module, scope: Scope, patterns: tuple[str, ...]) -> bool:
    """Whether a function that the runner looks at is a test by its name, decorators and later bindings."""
    node: Any = scope.node
    if not matches(node.name, patterns):
        return False
    if node.decorator_list and any(_makes_no_test(module, decorator, scope) for decorator in node.decorator_list):
        return False
    home = scope.parent or module.scope
    return not is_shadowed(module, node, home) and not _switched_off(home, node.name)


def _makes_no_test(module: Module, decorator: ast.expr, scope: Scope) -> bool:
    target = decorator.func if isinstance(decorator, ast.Call) else decorator
    return last_name(target) in NO_TEST_DECORATORS and not (module.resolve(target) or "").startswith("unittest.mock")


def _switched_off(scope: Scope, name: str) -> bool:
    """`test_x.__test__ = False` beside the function."""
    for node in scope.statements.get(ast.Assign, ()):
        if isinstance(node.value, ast.Constant) and node.value.value is False:
            for target in node.targets:
                if isinstance(target, ast.Attribute) and target.attr == "__test__" and last_name(target.value) == name:
                    return True
    return False


def is_shadowed(module: Module, node: Any, scope: Scope) -> bool:
    """Whether a later statement of the same scope surely gives the name to something else, or deletes it."""
    later = shadowing(module, node, scope)
    return later is not None


def shadowing(module: Module, node: Any, scope: Scope) -> ast.AST | None:
    """The statement that surely takes a definition's name away; alternatives (if/else, try) take nothing away."""
    places = module.bindings(scope).get(node.name, ())
    block = module.block_parent(node)
    if len(places) > 1:
        for place in places:
            other = place.node
            if getattr(other, "lineno", 0) <= node.lineno or place.kind == "global":
                continue
            if place.kind == "import" and module.block_parent(other) is not block:
                continue
            if not _always_runs_after(module, node, other, scope):
                continue
            if any(isinstance(part, ast.Name) and part.id == node.name for part in _rebinding_parts(place)):
                continue
            return other
    for deletion in scope.statements.get(ast.Delete, ()):
        if deletion.lineno > node.lineno and _always_runs_after(module, node, deletion, scope):
            if any(node.name in target_names(target) for target in deletion.targets):
                return deletion  # type: ignore[no-any-return]
    return None


def _rebinding_parts(place: Binding) -> Iterator[ast.AST]:
    """What a later binding is made from: its value, or a definition's decorators, bases and defaults."""
    yield from descend(place.value if place.value is not None else place.node)


def shadowed_definitions(module: Module) -> Iterator[tuple[Any, Any]]:
    """(first, second) for each test or test class whose name a later definition of the same scope takes away.

    Only what the runner would collect if it stood alone counts; the second is the next definition of that name.
    """
    if module.role != "test":
        return
    config = module.project.config
    owners = [(module.scope, config.python_functions if pytest_opens(module) else ())]
    for item in module.classes:
        if item.collected or item.is_case:
            owners.append((item.scope, ("test",) if item.is_case else config.python_functions))
    for scope, patterns in owners:
        for child in scope.children:
            node: Any = child.node
            named = matches(node.name, patterns) if child.is_function else _is_test_class(module, child)
            if not named or any(_makes_no_test(module, item, child) for item in node.decorator_list):
                continue
            later = shadowing(module, node, scope)
            if later is not None and later.__class__ is not ast.Delete and isinstance(later, _DEFINITIONS):
                yield node, later


_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def _is_test_class(module: Module, scope: Scope) -> bool:
    node: Any = scope.node
    holds = any(child.is_function and child.node.name.startswith("test") for child in scope.children)  # type: ignore[union-attr]
    named = matches(node.name, module.project.config.python_classes)
    return holds and (named or lineage(module, node).case_family is not None)


def _always_runs_after(module: Module, first: ast.AST, second: ast.AST, scope: Scope) -> bool:
    """Whether `second` stands in the same block as `first` or in one around it."""
    home = module.block_parent(second)
    if home is scope.node:
        return True
    current = module.block_parent(first)
    while current is not None and current is not scope.node:
        if current is home:
            return _same_arm(current, first, second, module)
        current = module.block_parent(current)
    return False


def _same_arm(parent: Any, first: ast.AST, second: ast.AST, module: Module) -> bool:
    while module.block_parent(first) is not parent:
        above = module.block_parent(first)
        if above is None:
            return False
        first = above
    return any(
        first in arm and second in arm
        for field in ("body", "orelse", "finalbody", "handlers")
        if isinstance(arm := getattr(parent, field, None), list)
    )


__all__ = ["FUNCTIONS", "NO_PROJECT", "Role", "classes_of", "is_ordinary", "matches", "role_of", "tests_of"]
