"""Doubles: classes of a file that stand in for what the code talks to, and check what they are told or break down."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.callees import callees, owner_around
from flake8_testquality.model.checking import holds_check
from flake8_testquality.model.fixtures import closure
from flake8_testquality.model.reach import SET_UPS

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope
    from flake8_testquality.model.tests import Test


def meets_checking_double(test: Test) -> bool:
    """Whether a test, its set-up, its class or a fixture of the file names a class that asserts and holds no tests.

    One whose methods raise under a condition either finds fault with what it is told or puts a fault in the way.
    """
    found = _checking_doubles(test.module)
    if not found:
        return False
    names = {node.name for node in found}
    return any(
        part.id in names and home.definition(part, scope) in found
        for home, scope in _places(test)
        for part in scope.own(ast.Name)
    )


def _checking_doubles(module: Module) -> set[ast.ClassDef]:
    return module.fact(_find)


def _find(module: Module) -> set[ast.ClassDef]:
    return {
        scope.node  # type: ignore[misc]
        for scope in module.scopes
        if scope.is_class and not _holds_tests(scope) and (holds_check(scope) or _checks_or_breaks(module, scope))
    }


def _checks_or_breaks(module: Module, cls: Scope) -> bool:
    """Whether a method of a class raises under a condition, or calls a function of the tests that asserts."""
    owner = owner_around(module, cls)
    for method in cls.children:
        if not method.is_function:
            continue
        if any(
            isinstance(above, ast.If)
            for node in method.statements.get(ast.Raise, ()) if node.exc is not None
            for above in module.enclosing(node)
        ):  # fmt: skip
            return True
        if any(home.role != "source" and holds_check(inner) for home, inner, _ in callees((module, method, owner))):
            return True
    return False


def _holds_tests(scope: Scope) -> bool:
    return any(item.name.startswith("test") for item in scope.statements_of_functions())


def _places(test: Test) -> Iterator[tuple[Module, Scope]]:
    """Where a test is laid out, as far as its own file tells."""
    module = test.module
    for scope in test.scopes:
        yield module, scope
    for item in closure(test):
        if item.module is module:
            yield module, item.body_scope
    for home, node in test.cls.lineage.classes if test.cls is not None else ():
        if home is module:
            yield home, home.scope_by_node[node]
            for child in home.scope_by_node[node].children:
                if child.is_function and child.node.name in SET_UPS:  # type: ignore[union-attr]
                    yield home, child
