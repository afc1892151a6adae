"""Reach: what is called on, applied to and replaced for a test before and while it runs, as far as it is in sight."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from flake8_testquality.model.fixtures import Fixture, autouse, candidates, closure
from flake8_testquality.model.marks import module_marks
from flake8_testquality.model.names import dotted_text, last_name
from flake8_testquality.model.scopes import Scope, descend

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test, TestClass

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
_REPLACERS = ("patch", "object", "multiple", "setattr", "patch_object", "swap", "spy", "stub")
# Hooks of a conftest that run around every test.
_HOOKS = frozenset(["pytest_configure", "pytest_sessionstart", "pytest_runtest_setup", "pytest_runtest_call"])


Part: TypeAlias = "tuple[Module, Scope, Any]"


@attrs.frozen(eq=False, repr=False)
class Reach:
    """What works on a piece of test code.

    `calls` are the calls in sight, `applied` the canonical names of decorators and marks, `names` those of all that is
    called or applied, `words` their last parts in lower case with the fixtures', `fixtures` the fixtures and marks
    asked for, `replaced` what is patched or rebound, dotted as far as it shows: `time.sleep`, `shop.datetime`.
    """

    calls: tuple[Part, ...]
    applied: frozenset[str]
    names: frozenset[str]
    words: frozenset[str]
    fixtures: frozenset[str]
    replaced: frozenset[str]


@attrs.frozen(eq=False, repr=False)
class _Told:
    """What one scope says, worked out once a scope."""

    calls: tuple[Part, ...]
    names: frozenset[str]
    words: frozenset[str]
    replaced: frozenset[str]


def _told_by(module: Module) -> dict[Scope, _Told]:
    return {}


def _told(module: Module, scope: Scope) -> _Told:
    known: dict[Scope, _Told] = module.fact(_told_by)
    found = known.get(scope)
    if found is None:
        calls = _own_calls(scope)
        used = [node.func for node in calls]
        used.extend(node for node in (*_contexts(scope), *_put_on(scope)) if not isinstance(node, ast.Call))
        replaced = {target for node in calls for target in replaced_by(module, scope, node)}
        found = known[scope] = _Told(
            tuple((module, scope, node) for node in calls),
            frozenset(name for node in used if (name := module.resolve(node, scope))),
            frozenset((last_name(node) or "").lower() for node in used),
            frozenset(replaced.union(_rebound(module, scope))),
        )
    return found


def _built(scopes: Iterable[tuple[Module, Scope]], applied: Iterable[Part], asked: Iterable[str]) -> Reach:
    fixtures = frozenset(asked)
    told = [_told(module, scope) for module, scope in dict.fromkeys(scopes)]
    on_top = [(module, scope, node.func if isinstance(node, ast.Call) else node) for module, scope, node in applied]
    calls = [item for item in applied if isinstance(item[2], ast.Call)]
    names = frozenset(name for module, scope, target in on_top if (name := module.resolve(target, scope)))
    words = {(last_name(target) or "").lower() for _, _, target in on_top} | {name.lower() for name in fixtures}
    replaced = {target for module, scope, node in calls for target in replaced_by(module, scope, node)}
    return Reach(
        tuple(chain(calls, *(item.calls for item in told))),
        names,
        names.union(*(item.names for item in told)),
        frozenset(words).union(*(item.words for item in told)),
        fixtures,
        frozenset(replaced).union(*(item.replaced for item in told)),
    )


def _own_calls(scope: Scope) -> list[ast.Call]:
    """The calls of a scope, for a module or class without those that decorate something else in it."""
    if scope.is_function:
        return scope.calls
    decorators = [item for child in scope.children for item in getattr(child.node, "decorator_list", ())]
    theirs = {part for item in decorators for part in descend(item)}
    return [node for node in scope.calls if node not in theirs]


def _contexts(scope: Scope) -> Iterator[ast.expr]:
    for kind in (ast.With, ast.AsyncWith):
        for node in scope.statements.get(kind, ()):
            yield from (item.context_expr for item in node.items)


def _put_on(scope: Scope) -> Iterator[ast.expr]:
    """The decorators of what a function defines in itself: they work on code that runs as part of it."""
    for child in scope.children if scope.is_function else ():
        yield from getattr(child.node, "decorator_list", ())


def _rebound(module: Module, scope: Scope) -> Iterator[str]:
    """The attributes of imported things that assignments of a scope replace; of others where a lambda takes over."""
    for node in scope.statements.get(ast.Assign, ()):
        for target in node.targets:
            if isinstance(target, ast.Attribute):
                name = module.resolve(target, scope)
                if name is not None or isinstance(node.value, ast.Lambda):
                    yield name or target.attr


def replaced_by(module: Module, scope: Scope, call: ast.Call) -> Iterator[str]:
    """What a call of patch, patch.object, patch.multiple or setattr replaces, of whatever library."""
    word = last_name(call.func)
    if word not in _REPLACERS:
        name = module.resolve(call.func, scope) or ""
        word = name.rpartition(".")[2] if "mock.patch" in name else ""
    if word not in _REPLACERS:
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
    return test.fact(_of_test)


def _of_test(test: Test) -> Reach:
    module = test.module
    scopes = [(module, scope) for scope in test.scopes]
    applied: list[Part] = [(module, test.scope.parent or module.scope, item) for item in test.node.decorator_list]
    applied.extend((module, module.scope, mark.node) for mark in test.marks)
    asked = {*test.fixture_names, *(mark.name for mark in test.marks)}
    around = _around(module, test.cls, closure(test))
    return _built([*scopes, *around[0]], [*applied, *around[1]], asked | around[2])


def _around(
    module: Module, cls: TestClass | None, fixtures: Iterable[Fixture]
) -> tuple[list[tuple[Module, Scope]], list[Part], set[str]]:
    """Scopes, decorators and fixtures that work on everything in a class or module, and on what asks for fixtures."""
    scopes: list[tuple[Module, Scope]] = [(module, module.scope), *_hooks(module, module.scope, SET_UPS)]
    applied: list[Part] = []
    asked = {*module.project.config.usefixtures, *(mark.name for mark in module.fact(module_marks))}
    for home, node in cls.lineage.classes if cls is not None else ():
        scope = home.scope_by_node[node]
        applied.extend((home, scope.parent or home.scope, item) for item in node.decorator_list)
        scopes.extend([(home, scope), *_hooks(home, scope, SET_UPS)])
    for fixture in fixtures:
        asked.update((fixture.name, fixture.node.name, *fixture.requests))
        scopes.extend((fixture.module, scope) for scope in fixture.body_scope.within())
        applied.extend((fixture.module, fixture.module.scope, item) for item in fixture.node.decorator_list)
    for home in module.conftests:
        scopes.extend([(home, home.scope), *_hooks(home, home.scope, _HOOKS)])
    return scopes, applied, asked


def _hooks(module: Module, around: Scope, names: frozenset[str]) -> Iterator[tuple[Module, Scope]]:
    for child in around.children:
        if child.is_function and child.node.name in names:  # type: ignore[union-attr]
            yield from ((module, scope) for scope in child.within())


def reach_around(module: Module, scope: Scope) -> Reach:
    """What is in reach of the code in a scope.

    That of the test around it; of a fixture or set-up method with what runs before it; of a helper what all that call
    it share.
    """
    test = module.test_around(scope)
    if test is not None:
        return reach_of(test)
    known: dict[Scope, Reach] = module.fact(_known)
    outer = next((item for item in list(scope.chain())[::-1] if item.is_function), scope)
    found = known.get(outer)
    if found is None:
        found = known[outer] = _of_function(module, outer)
    return found


def _known(module: Module) -> dict[Scope, Reach]:
    return {}


def _of_function(module: Module, scope: Scope) -> Reach:
    cls = next((item for item in module.classes if item.scope is scope.parent), None)
    name = getattr(scope.node, "name", "")
    fixture = module.fixture_of(scope.node)
    if fixture is None and name not in SET_UPS and name not in TEAR_DOWNS:
        callers = [reach_of(test) for test in module.tests if _calls(test.scope, name)]
        if callers:
            return _shared(callers)
        every = [(module, item) for item in module.scopes]
        applied = [
            (module, module.scope, item) for _, inner in every for item in getattr(inner.node, "decorator_list", ())
        ]
        return _built(every, applied, {item.name for item in autouse(module, cls)})
    around = _around(module, cls, [*_asked_by(module, fixture, cls), *autouse(module, cls)])
    own = [(module, item) for item in scope.within()]
    return _built([*own, *around[0]], around[1], around[2])


def _calls(scope: Scope, name: str) -> bool:
    return any(last_name(call.func) == name for inner in scope.within() for call in inner.calls)


def _asked_by(module: Module, fixture: Fixture | None, cls: TestClass | None) -> list[Fixture]:
    found: list[Fixture] = [] if fixture is None else [fixture]
    for item in found:
        for name in item.requests:
            asked = next((other for other in candidates(module, name, cls) if other is not item), None)
            if asked is not None and asked not in found:
                found.append(asked)
    return found


def _shared(reaches: list[Reach]) -> Reach:
    def common(sets: list[frozenset[str]]) -> frozenset[str]:
        return frozenset.intersection(*sets)

    return Reach(
        tuple(item for item in reaches[0].calls if all(item in other.calls for other in reaches[1:])),
        common([item.applied for item in reaches]),
        common([item.names for item in reaches]),
        common([item.words for item in reaches]),
        common([item.fixtures for item in reaches]),
        common([item.replaced for item in reaches]),
    )
