"""Reach: what is called on, applied to and replaced for a test before and while it runs, as far as it is in sight."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.fixtures import autouse, closure
from flake8_testquality.model.names import dotted_text, last_name
from flake8_testquality.model.scopes import Scope

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

# Source: unittest's and pytest's documentation of their xunit-style hooks.
SET_UPS = frozenset(
    (
        "setUp",
        "asyncSetUp",
        "setUpClass",
        "setUpModule",
        "setUpTestData",
        "setup",
        "setup_method",
        "setup_class",
        "setup_module",
        "setup_function",
    )
)
TEAR_DOWNS = frozenset(
    (
        "tearDown",
        "asyncTearDown",
        "tearDownClass",
        "tearDownModule",
        "teardown",
        "teardown_method",
        "teardown_class",
        "teardown_module",
        "teardown_function",
        "doCleanups",
    )
)
# Hooks of a conftest that run around every test.
_HOOKS = frozenset(["pytest_configure", "pytest_sessionstart", "pytest_runtest_setup", "pytest_runtest_call"])


class Reach:
    """The scopes that run for a test, with the decorators, marks and fixtures put on it."""

    def __init__(self, scopes: Iterable[tuple[Module, Scope]], applied: Iterable[tuple[Module, Scope, Any]],
                 asked: Iterable[str]) -> None:  # fmt: skip
        self._scopes = list(dict.fromkeys(scopes))
        self._applied = list(applied)
        self.fixtures = frozenset(asked)

    @cached_property
    def calls(self) -> list[tuple[Module, Scope, ast.Call]]:
        """Every call that is in sight."""
        inside = [(module, scope, node) for module, scope in self._scopes for node in scope.calls]
        on_top = [item for item in self._applied if isinstance(item[2], ast.Call)]
        return [*inside, *on_top]

    @cached_property
    def applied(self) -> frozenset[str]:
        """The canonical names of the decorators."""
        targets = ((module, scope, _applied(node)) for module, scope, node in self._applied)
        found = (module.resolve(target, scope) for module, scope, target in targets)
        return frozenset(name for name in found if name)

    @cached_property
    def names(self) -> frozenset[str]:
        """The canonical names of all that is called or applied."""
        called = {module.resolve(node.func, scope) for module, scope, node in self.calls}
        return frozenset(name for name in called if name) | self.applied

    @cached_property
    def words(self) -> frozenset[str]:
        """The last names of all that is called or applied, and of the fixtures asked for, in lower case."""
        found = {last_name(node.func) or "" for _, _, node in self.calls}
        found.update(last_name(_applied(node)) or "" for _, _, node in self._applied)
        return frozenset(word.lower() for word in (*found, *self.fixtures))

    @cached_property
    def replaced(self) -> frozenset[str]:
        """What is patched or rebound, dotted and as far as it can be read: `time.sleep`, `shop.service.datetime`."""
        found = {target for module, scope, node in self.calls for target in replaced_by(module, scope, node)}
        for module, scope in self._scopes:
            for node in scope.statements.get(ast.Assign, ()):
                for target in node.targets:
                    if isinstance(target, ast.Attribute) and not _is_own(target.value):
                        found.add(module.resolve(target, scope) or dotted_text(target) or target.attr)
        return frozenset(found)


def _applied(node: Any) -> Any:
    return node.func if isinstance(node, ast.Call) else node


def _is_own(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id in ("self", "cls")


def replaced_by(module: Module, scope: Scope, call: ast.Call) -> Iterator[str]:
    """What a call of patch, patch.object, patch.multiple or setattr replaces, of whatever library."""
    word = last_name(call.func)
    if word not in ("patch", "object", "multiple", "setattr", "patch_object", "swap", "spy", "stub"):
        return
    first, second = (*call.args[:2], None, None)[:2]
    if first is None:
        return
    if second is not None and isinstance(second, ast.Constant) and isinstance(second.value, str):
        home = module.resolve(first, scope) or dotted_text(first)
        yield f"{home}.{second.value}" if home else second.value
    text = literal_text(first)
    if not text:
        return
    yield text
    if word == "multiple":
        yield from (f"{text}.{item.arg}" for item in call.keywords if item.arg)


def literal_text(node: ast.expr) -> str:
    """The constant parts of a string expression, joined."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if isinstance(node, ast.JoinedStr):
        return "".join(literal_text(part) for part in node.values)
    if isinstance(node, ast.BinOp):
        return literal_text(node.right) or (literal_text(node.left) if isinstance(node.op, ast.Mod) else "")
    return ""


def reach_of(test: Test) -> Reach:
    """What is in reach of a test."""
    return test.fact(_reach_of_test)


def _reach_of_test(test: Test) -> Reach:
    module = test.module
    scopes = [(module, scope) for scope in test.scope.within()]
    outside = test.scope.parent or module.scope
    applied: list[tuple[Module, Scope, Any]] = [(module, outside, item) for item in test.node.decorator_list]
    if test.cls is not None:
        for home, node in test.cls.lineage.classes:
            around = home.scope_by_node[node]
            applied.extend((home, around.parent or home.scope, item) for item in node.decorator_list)
            scopes.append((home, around))
            scopes.extend(_hooks(home, around, SET_UPS))
    asked = {*test.fixture_names, *(mark.name for mark in test.marks), *module.project.config.usefixtures}
    for fixture in closure(test):
        asked.update((fixture.name, fixture.node.name, *fixture.requests))
        scopes.extend((fixture.module, scope) for scope in fixture.body_scope.within())
        applied.extend((fixture.module, fixture.module.scope, item) for item in fixture.node.decorator_list)
    scopes.append((module, module.scope))
    scopes.extend(_hooks(module, module.scope, SET_UPS))
    for home in module.conftests:
        scopes.append((home, home.scope))
        scopes.extend(_hooks(home, home.scope, _HOOKS))
    applied.extend((module, module.scope, mark.node) for mark in test.marks)
    return Reach(scopes, applied, asked)


def _hooks(module: Module, around: Scope, names: frozenset[str]) -> Iterator[tuple[Module, Scope]]:
    for child in around.children:
        if child.is_function and child.node.name in names:  # type: ignore[union-attr]
            yield from ((module, scope) for scope in child.within())


def reach_around(module: Module, scope: Scope) -> Reach:
    """What is in reach of the code in a scope: of the test around it, else of anything that the file runs."""
    test = module.test_around(scope)
    return reach_of(test) if test is not None else module.fact(_reach_of_file)


def _reach_of_file(module: Module) -> Reach:
    scopes = [(module, scope) for scope in module.scopes]
    applied = [
        (module, scope.parent or module.scope, item)
        for scope in module.scopes
        for item in getattr(scope.node, "decorator_list", ())
    ]
    asked = {name for item in module.fixtures for name in (item.name, *item.requests)}
    asked.update(name for test in module.tests for name in test.fixture_names)
    for item in autouse(module):
        asked.add(item.name)
        scopes.extend((item.module, inner) for inner in item.body_scope.within())
    return Reach(scopes, applied, asked)
