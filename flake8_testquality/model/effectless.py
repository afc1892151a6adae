"""Effectless marks: those that change nothing where they stand."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.collection import matches
from flake8_testquality.model.decorations import leaves_arguments, without_decorator
from flake8_testquality.model.marks import Mark, decorator_marks, marks_of_list
from flake8_testquality.model.references import is_subclassed_elsewhere
from flake8_testquality.model.roles import pytest_opens
from flake8_testquality.model.words import words
from flake8_testquality.rule import Edit

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test, TestClass

ASYNC_MARKS = frozenset({"asyncio", "anyio", "trio"})
_ABSTRACT = frozenset({"base", "mixin", "abstract", "common", "suite", "contract"})


def effectless(module: Module) -> Iterator[tuple[Mark, str]]:
    """(mark, what is wrong with it) for each mark of a file that has no effect."""
    groups = [marks_of_list(module, module.scope, "module")]
    for item in module.classes:
        own = decorator_marks(module, item.node, "class", item.scope.parent) if item.node.decorator_list else []
        for mark in own:
            if mark.name == "parametrize" and _is_without_tests(module, item):
                yield mark, f"`{item.name}` has no tests to parametrize"
        groups += [own, marks_of_list(module, item.scope, "class")]
    decorated = [test for test in module.tests if test.node.decorator_list]
    groups += [decorator_marks(module, test.node, "function", test.scope.parent) for test in decorated]
    for marks in groups:
        seen: set[tuple[str, str]] = set()
        names = [mark.name for mark in marks]
        for mark in marks:
            if mark.name == "usefixtures" and not mark.args and not (mark.call and mark.call.keywords):
                yield mark, "`usefixtures` without a name asks for nothing"
                continue
            if names.count(mark.name) < 2:
                continue
            key = (mark.name, _written(mark))
            if key in seen:
                yield mark, f"`{mark.name}` stands here twice with the same arguments"
            seen.add(key)


def _written(mark: Mark) -> str:
    if mark.call is None:
        return ""
    given = [ast.dump(item) for item in mark.call.args]
    return " ".join([*given, *sorted(ast.dump(item) for item in mark.call.keywords)])


def _is_without_tests(module: Module, item: TestClass) -> bool:
    """Whether a class that pytest collects holds no test, inherits none and lends itself to no other class."""
    if module.role != "test" or not pytest_opens(module) or item.is_case or not item.lineage.is_resolved:
        return False
    if not _ABSTRACT.isdisjoint(words(item.name)):
        return False
    patterns = module.project.config.python_functions
    for home, node in item.lineage.classes:
        scope = home.scope_by_node[node]
        bound = home.bindings(scope)
        if any(matches(name, patterns) for name in bound) or scope.statements.get(ast.ClassDef):
            return False
    if any(
        other is not item and any(base is item.node for _, base in other.lineage.classes) for other in module.classes
    ):
        return False
    named = matches(item.name, module.project.config.python_classes)
    return named or not is_subclassed_elsewhere(module, item.name)


def useless_async_marks(module: Module) -> Iterator[tuple[Mark, str, tuple[Edit, ...]]]:
    """(mark, test, edits) for each asyncio, anyio or trio mark that reaches no async test."""
    reached: dict[ast.AST, tuple[Mark, list[Test]]] = {}
    for test in module.tests:
        for mark in test.marks:
            if mark.name in ASYNC_MARKS:
                reached.setdefault(mark.node, (mark, []))[1].append(test)
    for mark, tests in reached.values():
        if any(not _is_sync(test) for test in tests):
            continue
        first = tests[0]
        if mark.place == "function":
            yield mark, first.name, without_decorator(module, first.node, mark.node)
        elif _stands_here(module, mark, first) and not _holds_async(module, mark, first):
            cls = first.cls
            if mark.place == "class" and cls is not None and is_subclassed_elsewhere(module, cls.name):
                continue
            yield mark, first.name, without_decorator(module, cls.node, mark.node) if cls is not None else ()


def _is_sync(test: Test) -> bool:
    """Whether a test is a plain function that no decorator can have made asynchronous."""
    if test.is_async or test.runner == "unittest":
        return False
    home = test.scope.parent or test.module.scope
    return all(leaves_arguments(test.module, item, home) for item in test.node.decorator_list)


def _stands_here(module: Module, mark: Mark, test: Test) -> bool:
    if mark.place == "module":
        return True
    owner = test.cls
    while owner is not None:
        if any(item is mark.node for item in owner.node.decorator_list):
            return True
        places = module.bindings(owner.scope).get("pytestmark", ())
        if any(mark.node is node for place in places if place.value is not None for node in ast.walk(place.value)):
            return True
        owner = owner.outer
    return False


def _holds_async(module: Module, mark: Mark, test: Test) -> bool:
    """Whether an async function stands in the part of the file that a mark covers, collected or not."""
    top = module.scope if mark.place == "module" or test.cls is None else test.cls.scope
    unresolved = test.cls is not None and not test.cls.lineage.is_resolved
    return unresolved or any(
        isinstance(scope.node, ast.AsyncFunctionDef) and scope.node.name.startswith("test") for scope in top.within()
    )
