"""Kept values: which calls give a test what only its assertions look at, so that nothing else can hand it on."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from flake8_testquality.model.calls import Call
from flake8_testquality.model.names import dotted_text, last_name
from flake8_testquality.model.scopes import Scope
from flake8_testquality.model.supplied import SET_UPS

if TYPE_CHECKING:
    from flake8_testquality.model.fixtures import Fixture
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

Places: TypeAlias = tuple[dict[Scope, list[Call]], list[Call]]


def by_place(found: Iterable[Call]) -> Places:
    """The calls in tests, by scope, and those outside all tests."""
    inside: dict[Scope, list[Call]] = {}
    outside: list[Call] = []
    for call in found:
        if call.module.test_around(call.scope) is None:
            outside.append(call)
        else:
            inside.setdefault(call.scope, []).append(call)
    return inside, outside


def near(test: Test, places: Places) -> Iterator[Call]:
    """The calls in a test and those outside all tests, which it may ask for."""
    inside, outside = places
    for scope in test.scopes if inside else ():
        yield from inside.get(scope, ())
    yield from outside


def _checks(test: Test) -> set[ast.AST]:
    return {item.statement for item in test.assertions if item.block is None}


def is_checked(test: Test, node: ast.AST) -> bool:
    """Whether a node is a part of one of a test's assertions."""
    return test.module.statement_of(node) in test.fact(_checks)


def is_kept(test: Test, call: Call) -> bool:
    """Whether a value is read for a test's assertions alone: nothing else in the test can hand it on."""
    module = test.module
    if call.scope is test.scope:
        if is_checked(test, call.node):
            return True
        target = _bound_name(module.statement_of(call.node))
        return target is not None and _is_only_checked(test, target)
    if call.scope is module.scope:
        return _bound_name(module.statement_of(call.node)) in module.fact(_only_asserted)
    if module.test_of(call.scope.node) is not None:
        return False
    if test.cls is not None and getattr(call.scope.node, "name", "") in SET_UPS:
        return _is_kept_by_set_up(test, call)
    if not isinstance(module.statement_of(call.node), ast.Return):
        return False
    fixture: Fixture | None = call.fixture
    if fixture is not None:
        if fixture.name not in test.arguments:
            return False
        asked = any(fixture.name in other.requests for home in (module, *module.conftests) for other in home.fixtures)
        return not asked and _is_only_checked(test, fixture.name)
    name = getattr(call.scope.node, "name", "")
    calls = (node for node in test.scope.calls if last_name(node.func) == name)
    return any(is_checked(test, node) for node in calls)


def _is_kept_by_set_up(test: Test, call: Call) -> bool:
    """Whether the set-up of a test's class keeps a value in an attribute that the test reads in assertions only."""
    statement: Any = call.module.statement_of(call.node)
    target = statement.targets[0] if isinstance(statement, ast.Assign) and len(statement.targets) == 1 else None
    if not isinstance(target, ast.Attribute) or not isinstance(target.value, ast.Name):
        return False
    home = call.scope.parent
    if home is None or home is not test.scope.parent:
        return False
    checks = test.fact(_checks)
    scopes = [scope for scope in home.within() if scope in test.scopes or test.module.test_around(scope) is None]
    for node in (node for scope in scopes for node in scope.own(ast.Attribute)):
        if node is target or dotted_text(node) != dotted_text(target):
            continue
        statement = test.module.statement_of(node)
        name = _bound_name(statement)
        if statement not in checks and (name is None or not _is_only_checked(test, name)):
            return False
    return True


def _only_asserted(module: Module) -> set[str]:
    """The names that the module binds once and that nothing but assertions of its tests reads."""
    known = {name for name, places in module.bindings(module.scope).items() if len(places) == 1}
    checks = {statement for test in module.tests for statement in test.fact(_checks)}
    for scope in module.scopes:
        for node in scope.own(ast.Name):
            if node.id in known and isinstance(node.ctx, ast.Load) and module.statement_of(node) not in checks:
                known.discard(node.id)
    return known


def _bound_name(statement: Any) -> str | None:
    """The one plain name that a statement gives a value to."""
    if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
        target = statement.targets[0]
    elif isinstance(statement, ast.AnnAssign):
        target = statement.target
    else:
        return None
    return target.id if isinstance(target, ast.Name) else None


def _is_only_checked(test: Test, name: str) -> bool:
    """Whether a name, and what is computed from it, is used in assertions only."""
    module, checks = test.module, test.fact(_checks)
    pending, seen = [name], {name}
    while pending:
        current = pending.pop()
        for node in test.scope.nodes(ast.Name):
            if node.id != current or not isinstance(node.ctx, ast.Load):
                continue
            statement = module.statement_of(node)
            if statement in checks:
                continue
            target = _bound_name(statement)
            if target is None:
                return False
            if target not in seen:
                seen.add(target)
                pending.append(target)
    return True
