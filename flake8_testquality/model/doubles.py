"""Doubles: classes of a file that stand in for what the code talks to, and check what they are told or break down."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
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

    Or the test itself one that raises under a condition: that finds fault with what it is told, or is a fault itself.
    """
    module = test.module
    checking, breaking = module.fact(_checking_doubles), module.fact(_breaking_doubles)
    return _is_named(checking, _places(test)) or _is_named(breaking, ((module, scope) for scope in test.scopes))


def _is_named(doubles: set[ast.AST], places: Iterable[tuple[Module, Scope]]) -> bool:
    """Whether one of some classes is named in one of the places."""
    names = {node.name for node in doubles if isinstance(node, ast.ClassDef)}
    return bool(names) and any(
        part.id in names and home.definition(part, scope) in doubles
        for home, scope in places
        for part in scope.own(ast.Name)
    )


def _checking_doubles(module: Module) -> set[ast.AST]:
    return {scope.node for scope in _stand_ins(module) if holds_check(scope) or _asks_helper(module, scope)}


def _breaking_doubles(module: Module) -> set[ast.AST]:
    return {scope.node for scope in _stand_ins(module) if _breaks(module, scope)}


def _stand_ins(module: Module) -> Iterator[Scope]:
    return (scope for scope in module.scopes if scope.is_class and not _holds_tests(scope))


def _asks_helper(module: Module, cls: Scope) -> bool:
    """Whether a method of a class calls a function of the tests that asserts."""
    owner = owner_around(module, cls)
    return any(
        home.role != "source" and holds_check(inner)
        for method in cls.children if method.is_function
        for home, inner, _ in callees((module, method, owner))
    )  # fmt: skip


def _breaks(module: Module, cls: Scope) -> bool:
    """Whether a method of a class raises under a condition."""
    return any(
        node.exc is not None and any(isinstance(above, ast.If) for above in module.enclosing(node))
        for method in cls.children if method.is_function
        for node in method.statements.get(ast.Raise, ())
    )  # fmt: skip


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
