"""Is it a test? The one place that decides of classes and functions, by pytest's configuration and unittest's rules.

Sources: pytest's `python.py` (PyCollector, Class, Module) and `unittest.py` (UnitTestCase), unittest.TestLoader.
"""

from __future__ import annotations

import ast
import fnmatch
from collections.abc import Iterator
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.classes import Lineage, is_constructed, lineage
from flake8_testquality.model.headings import is_surely_no_case
from flake8_testquality.model.names import BUILTINS, last_name, root_name
from flake8_testquality.model.roles import pytest_opens
from flake8_testquality.model.scopes import FUNCTIONS, Scope
from flake8_testquality.model.shadowing import is_shadowed, redefinitions
from flake8_testquality.model.tests import Test, TestClass

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

# Decorators after which a function is no test, whatever its name: the object is no function any more, or a handler.
NO_TEST_DECORATORS = frozenset(
    "fixture yield_fixture property cached_property overload contextmanager asynccontextmanager hookimpl hookspec "
    "command group route get post put delete websocket api_view receiver task shared_task app_task callback "
    "errorhandler before_request after_request setter getter deleter nottest validator field_validator".split()
)


def matches(name: str, patterns: tuple[str, ...]) -> bool:
    """Whether a name matches one of pytest's prefix-or-glob options (python_classes, python_functions)."""
    if name.startswith(patterns):
        return True
    globs = _globs(patterns)
    return bool(globs) and any(fnmatch.fnmatch(name, pattern) for pattern in globs)


@cache
def _globs(patterns: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(pattern for pattern in patterns if set("*?[") & set(pattern))


# ------------------------------------------------------------------ classes


def classes_of(module: Module) -> list[TestClass]:
    """Every class of the file that stands outside functions, with what the runner makes of it."""
    found: list[TestClass] = []
    opened = module.role == "test" and _switched_on(module, module.scope)
    top = [_class(module, child, None, opened) for child in module.scope.children if child.is_class]
    looked_into = {node for item in top if item.collected and not item.is_case for _, node in item.lineage.classes}
    stack = top[::-1]
    while stack:
        item = stack.pop()
        found.append(item)
        # pytest collects classes inside a class, also of a base that is not collected; unittest does not look there.
        opened = item.node in looked_into or (item.collected and not item.is_case)
        inner = [_class(module, child, item, opened) for child in item.scope.children if child.is_class]
        stack.extend(reversed(inner))
    return found


def _class(module: Module, scope: Scope, outer: TestClass | None, opened: bool) -> TestClass:
    node: Any = scope.node
    if is_plainly_no_test(module, node):
        return TestClass(node, module, scope, outer, None, False)
    line = lineage(module, node)
    family = line.case_family
    return TestClass(node, module, scope, outer, family, _class_is_collected(module, scope, line, family, opened))


def is_plainly_no_test(module: Module, node: ast.ClassDef) -> bool:
    """Whether a class with bases is neither named as a test nor a TestCase, as far as that shows without a parse."""
    named = matches(node.name, module.project.config.python_classes)
    return bool(node.bases) and not named and is_surely_no_case(module, node)


def _class_is_collected(module: Module, scope: Scope, line: Lineage, family: str | None, opened: bool) -> bool:
    node: Any = scope.node
    if not opened or is_shadowed(module, node, scope.parent or module.scope):
        return False
    switch = test_switch(module, node)
    if switch is False or line.is_abstract:
        return False
    if family is not None:
        return scope.parent is module.scope or pytest_opens(module)
    if not pytest_opens(module):
        return False
    if not (switch is True or matches(node.name, module.project.config.python_classes)):
        return False
    return constructor_of(module, node) is None


def test_switch(module: Module, node: ast.ClassDef) -> bool | None:
    """The `__test__` of a class as it is inherited: True, False, or None where it is not set (or not a constant).

    It may be set in the class or beside it: `Base.__test__ = False`.
    """
    for home, base in lineage(module, node).classes:
        if not home.says("__test__"):
            continue
        scope = home.scope_by_node[base]
        beside = _switch_beside(scope.parent or home.scope, base)
        if beside is not None:
            return beside
        places = home.bindings(scope).get("__test__")
        if places:
            return _truth(places[-1].value)
    return None


def _switch_beside(scope: Scope, definition: Any) -> bool | None:
    """What is set below a definition: `name.__test__ = False`."""
    for node in reversed(scope.statements.get(ast.Assign, ())):
        targets = [item for item in node.targets if item.__class__ is ast.Attribute and item.attr == "__test__"]
        if any(last_name(item.value) == definition.name for item in targets) and node.lineno > definition.lineno:
            return _truth(node.value)
    return None


def _truth(value: ast.expr | None) -> bool | None:
    if isinstance(value, ast.Constant):
        return bool(value.value)
    return False if isinstance(value, ast.Dict) and not value.keys else None


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
    return "__init__" if any(is_constructed(base) for base in line.out_of_sight) else None


def is_dataclass_decorator(module: Module, decorator: ast.expr) -> bool:
    """Whether a class decorator writes an `__init__`: dataclass, attrs."""
    target = decorator
    if isinstance(decorator, ast.Call):
        target = decorator.func
        for item in decorator.keywords:
            if item.arg == "init" and isinstance(item.value, ast.Constant) and item.value.value is False:
                return False
    name = module.resolve(target) or ""
    return name in ("dataclasses.dataclass", "pydantic.dataclasses.dataclass") or name.startswith(("attr.", "attrs."))


def _switched_on(module: Module, scope: Scope) -> bool:
    if not module.says("__test__"):
        return True
    return all(_truth(binding.value) is not False for binding in module.bindings(scope).get("__test__", ()))


# ------------------------------------------------------------------ functions

_place = attrgetter("node.lineno", "node.col_offset")


def tests_of(module: Module) -> list[Test]:
    """Every test that the runner collects from the file, in source order."""
    if module.role != "test":
        return []
    found: list[Test] = []
    if pytest_opens(module) and _switched_on(module, module.scope):
        for scope in _test_functions(module, module.scope, module.project.config.python_functions):
            found.append(Test(scope.node, module, scope, None))
    known: set[ast.AST] = {test.node for test in found}
    for is_inherited in (False, True):
        for item in module.classes:
            if item.collected:
                for scope in _tried_by(module, item, is_inherited):
                    if scope.node not in known:
                        known.add(scope.node)
                        found.append(Test(scope.node, module, scope, item))
    found.sort(key=_place)
    return found


def _tried_by(module: Module, item: TestClass, is_inherited: bool) -> Iterator[Scope]:
    """The methods of this file that the runner collects as tests of a class: its own, or those it inherits."""
    patterns = ("test",) if item.is_case else module.project.config.python_functions
    if not is_inherited:
        yield from _test_functions(module, item.scope, patterns)
        return
    line = item.lineage.classes
    if not any(home is module for home, _ in line[1:]):
        return
    taken: set[str] = set()
    for home, node in line:
        scope = home.scope_by_node[node]
        if home is module and node is not item.node:
            for child in scope.children:
                if child.is_function and child.node.name not in taken and is_test_function(module, child, patterns):  # type: ignore[union-attr]
                    yield child
        taken |= home.bindings(scope).keys()


def _test_functions(module: Module, home: Scope, patterns: tuple[str, ...]) -> Iterator[Scope]:
    """The functions directly in a scope that are tests by their names, decorators and later bindings."""
    bound = module.bindings(home)
    is_plain = ast.Delete not in home.statements and not module.says("__test__")
    for scope in home.children:
        node: Any = scope.node
        name = node.name
        if node.__class__ in FUNCTIONS and (name.startswith(patterns) or matches(name, patterns)):
            is_sure = is_plain and not node.decorator_list and len(bound[name]) == 1 and name != "tests"
            if is_sure or is_test_function(module, scope, patterns):
                yield scope


def is_test_function(module: Module, scope: Scope, patterns: tuple[str, ...]) -> bool:
    """Whether a function that the runner looks at is a test by its name, decorators and later bindings."""
    node: Any = scope.node
    home = scope.parent or module.scope
    if not matches(node.name, patterns):
        return False
    # Ansible's plugins of Jinja tests are such classes.
    if node.name == "tests" and home.is_class and home.node.name == "TestModule":  # type: ignore[union-attr]
        return False
    if node.decorator_list and any(makes_no_test(module, decorator) for decorator in node.decorator_list):
        return False
    if is_shadowed(module, node, home):
        return False
    return not module.says("__test__") or _switch_beside(home, node) is not False


def makes_no_test(module: Module, decorator: ast.expr) -> bool:
    """Whether a decorator turns a function into something that no runner takes for a test: a fixture, a handler."""
    target = decorator.func if isinstance(decorator, ast.Call) else decorator
    if last_name(target) not in NO_TEST_DECORATORS:
        return False
    return not (module.resolve(target) or "").startswith(("unittest.mock", "pytest.mark."))


def shadowed_definitions(module: Module) -> Iterator[tuple[Any, Any]]:
    """(first, second) for each test or test class whose name a later definition of the same scope takes away.

    Only what the runner would collect if it stood alone counts; the second is the next definition of that name.
    """
    if module.role != "test":
        return
    config = module.project.config
    run = {test.scope.parent for test in module.tests}
    owners = [(module.scope, config.python_functions if pytest_opens(module) else ())]
    for item in module.classes:
        if item.collected or item.is_case or item.scope in run:
            owners.append((item.scope, (*config.python_functions, "test") if item.is_case else config.python_functions))
    for scope, patterns in owners:
        for first, second in redefinitions(module, scope):
            inner = module.scope_by_node[first]
            named = matches(first.name, patterns) if inner.is_function else _is_test_class(module, inner)
            if named and not any(_takes_away(module, item) for item in first.decorator_list):
                yield first, second


def _takes_away(module: Module, decorator: ast.expr) -> bool:
    return makes_no_test(module, decorator) or _registers(module, decorator) or _expands(module, decorator)


def _expands(module: Module, decorator: ast.expr) -> bool:
    """Whether a decorator makes a test of each row under a name of its own at once, and leaves the function's free."""
    target = decorator.func if isinstance(decorator, ast.Call) else decorator
    return last_name(target) == "expand" and (module.resolve(target) or "").endswith("parameterized.expand")


def _registers(module: Module, decorator: ast.expr) -> bool:
    """Whether a decorator is a method called on an object of the file, which may keep what it is given."""
    func = decorator.func if isinstance(decorator, ast.Call) else None
    root = root_name(func) if isinstance(func, ast.Attribute) else None
    return root is not None and root not in module.names.imported and root not in BUILTINS


def _is_test_class(module: Module, scope: Scope) -> bool:
    """Whether the runner would find tests in a class, its own or inherited, if it stood alone."""
    node: Any = scope.node
    line = lineage(module, node)
    is_case = line.case_family is not None
    if not is_case and not matches(node.name, module.project.config.python_classes):
        return False
    patterns = ("test",) if is_case else module.project.config.python_functions
    functions = (item for home, base in line.classes for item in home.scope_by_node[base].statements_of_functions())
    return any(matches(item.name, patterns) for item in functions)
