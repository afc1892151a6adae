"""Shared values: what a broad-scoped fixture hands to many tests, and which of them changes it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.containers import makes_container, mutations
from flake8_testquality.model.fixtures import Fixture, closure, lookup
from flake8_testquality.model.scopes import Scope

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

_BROAD = ("class", "module", "package", "session")


def gives_container(fixture: Fixture) -> bool:
    """Whether a fixture of a broad scope returns or yields a mutable literal, or a name bound to one."""
    if fixture.scope not in _BROAD:
        return False
    return any(_is_container(fixture.module, value, fixture.body_scope) for value in fixture.values)


def _is_container(module: Module, value: ast.expr, scope: Scope) -> bool:
    if isinstance(value, ast.Name):
        found = module.names.lookup(value.id, scope)
        places = found[1] if found else []
        return len(places) == 1 and found is not None and makes_container(module, places[0].value, found[0])
    return makes_container(module, value, scope)


def shared_fixtures(module: Module) -> dict[str, Fixture]:
    """The fixtures of the file and its conftest chain that share a container among tests, by name."""
    homes = (*module.conftests[::-1], module)
    return {item.name: item for home in homes for item in home.fact(_own_shared_fixtures)}


def _own_shared_fixtures(module: Module) -> list[Fixture]:
    return [item for item in module.fixtures if gives_container(item)]


def changing_tests(module: Module) -> Iterator[tuple[Fixture, Test, Any]]:
    """(fixture, test, where) for each test's first change of a container that it shares with other tests."""
    shared = module.fact(shared_fixtures)
    if not shared:
        return
    for test in module.tests_that_say(tuple(shared)):
        for name in test.fixture_names:
            if name in shared and lookup(module, name, test.cls) is shared[name]:
                where = first_change(module, test, name)
                if where is not None and not _is_reset(test, name):
                    yield shared[name], test, where


def first_change(module: Module, test: Test, name: str) -> Any:
    """Where a test first changes in place what a parameter holds; None if it binds the name again or puts it back."""
    places = module.bindings(test.scope).get(name, ())
    for place in places:
        if place.kind != "parameter" and not isinstance(place.node, ast.AugAssign):
            return None
    names = {name, *_other_names(module, test, name)}
    found = [node for held, node in mutations(test.scope) if isinstance(held, ast.Name) and held.id in names]
    for node in (*test.scope.statements.get(ast.Try, ()), *test.scope.statements.get(ast.TryStar, ())):
        for statement in node.finalbody:
            if any(statement.lineno <= where.lineno <= (statement.end_lineno or 0) for where in found):
                return None
    return min(found, key=lambda node: (node.lineno, node.col_offset), default=None)


def _other_names(module: Module, test: Test, name: str) -> Iterator[str]:
    """The names that a test gives to the same object and to nothing else: `mine = names`."""
    bindings = module.bindings(test.scope)
    for node in test.scope.statements.get(ast.Assign, ()):
        if isinstance(node.value, ast.Name) and node.value.id == name:
            for target in node.targets:
                if isinstance(target, ast.Name) and len(bindings.get(target.id, ())) == 1:
                    yield target.id


def _is_reset(test: Test, name: str) -> bool:
    """Whether a fixture of every test empties or refills the container."""
    around = [item.body_scope for item in closure(test) if name in item.requests and item.scope == "function"]
    changed = [held for scope in around for held, _ in mutations(scope)]
    return any(isinstance(held, ast.Name) and held.id == name for held in changed)
