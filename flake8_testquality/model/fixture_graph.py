"""The fixture graph: who asks for whom across the conftest chain, with scopes, async ones and overriding."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import attrs

from flake8_testquality.model.fixtures import (
    BUILTIN_SCOPES,
    SCOPES,
    Fixture,
    autouse,
    candidates,
    lookup,
    may_be_another,
)
from flake8_testquality.model.marks import mark_of
from flake8_testquality.model.module_texts import is_surely_no_fixture
from flake8_testquality.model.names import dotted_text, last_name
from flake8_testquality.model.plugin_fixtures import KNOWN_SCOPES
from flake8_testquality.model.top_names import rebound_names
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test, TestClass

# Fixtures made by these are pytest's own kind; what other wrappers do is their affair.
PROVEN = ("pytest", "asyncio")
MAX_REACHED = 500
# Who runs async fixtures that pytest itself would not.
_OTHER_RUNNERS = ("anyio", "trio", "pytest_twisted", "aiohttp", "tornasync", "pytest_tornado", "alt_pytest")
_OTHER_PACKAGES = frozenset(
    [
        "anyio", "trio", "pytest-trio", "pytest-aiohttp", "pytest-twisted", "pytest-tornasync", "pytest-tornado",
        "pytest-sanic", "pytest-asyncio-cooperative", "alt-pytest-asyncio", "pytest-anyio", "pytest-curio",
    ]
)


@attrs.frozen(eq=False, repr=False)
class Reach:
    """What a test reaches: every fixture name that is asked for on the way, and those that are out of sight."""

    names: frozenset[str]
    fixtures: tuple[Fixture, ...]
    unknown: frozenset[str]


def asked(fixture: Fixture) -> list[str]:
    """The fixtures that a fixture asks for: its parameters without self, starred ones and those with a default."""
    args = fixture.node.args
    positional = [*args.posonlyargs, *args.args]
    with_default = len(positional) - len(args.defaults)
    names = [arg.arg for arg in positional[:with_default]]
    names += [arg.arg for arg, default in zip(args.kwonlyargs, args.kw_defaults, strict=True) if default is None]
    is_method = fixture.body_scope.parent is not None and fixture.body_scope.parent.is_class
    is_static = any(last_name(item) == "staticmethod" for item in fixture.node.decorator_list)
    return names[1:] if is_method and not is_static else names


def reach(test: Test) -> Reach:
    """What a test reaches by argument, usefixtures and autouse; a fact."""
    module, cls = test.module, test.cls
    names = {*test.fixture_names, *test.parametrized.intersection(test.arguments), *module.project.config.usefixtures}
    found: list[Fixture] = []
    pending: list[Fixture] = autouse(module, cls)
    names.update(item.name for item in pending)
    unknown: set[str] = set()
    for name in sorted(names):
        item = lookup(module, name, cls)
        if item is not None:
            pending.append(item)
        elif name not in BUILTIN_SCOPES and name not in test.parametrized:
            unknown.add(name)
    while pending and len(found) < MAX_REACHED:
        item = pending.pop()
        if item in found:
            continue
        found.append(item)
        for name in requested(item):
            names.add(name)
            other = next((one for one in candidates(module, name, cls) if one is not item), None)
            if other is not None:
                pending.append(other)
            elif name not in BUILTIN_SCOPES:
                unknown.add(name)
    return Reach(frozenset(names), tuple(found), frozenset(unknown))


def requested(fixture: Fixture) -> list[str]:
    """The fixtures that a fixture asks for by argument or by a literal `request.getfixturevalue`."""
    names = asked(fixture)
    if "request" in names:
        for call in fixture.body_scope.calls:
            if last_name(call.func) == "getfixturevalue" and call.args:
                given = call.args[0]
                names.append(given.value if isinstance(given, ast.Constant) and isinstance(given.value, str) else "")
    return names


def class_of(fixture: Fixture) -> TestClass | None:
    """The class that a fixture is a method of."""
    parent = fixture.body_scope.parent
    return next((item for item in fixture.module.classes if item.scope is parent), None)


def mismatches(fixture: Fixture) -> Iterator[tuple[str, str]]:
    """(name, scope) of each fixture that a fixture asks for although it does not live as long."""
    if fixture.plugin not in PROVEN or fixture.scope in ("function", "dynamic"):
        return
    module, own = fixture.module, SCOPES.index(fixture.scope)
    for name in (*asked(fixture), *_surely_fetched(fixture)):
        if name == "request":
            continue
        offered = [item for item in candidates(module, name, class_of(fixture)) if item is not fixture]
        others = [item for item in module.fixtures if item.name == name and item is not fixture]
        scopes = {item.scope for item in [*offered[:1], *others]} if offered else {BUILTIN_SCOPES.get(name, "dynamic")}
        if len(offered) > 0 and any(item.plugin not in PROVEN for item in offered[:1]):
            continue
        if any(scope == "dynamic" or SCOPES.index(scope) >= own for scope in scopes):
            continue
        if not may_be_another(module, name, offered[0] if offered else None):
            yield name, offered[0].scope if offered else BUILTIN_SCOPES[name]


def _surely_fetched(fixture: Fixture) -> list[str]:
    """The fixtures that a fixture gets by a literal `request.getfixturevalue` before anything that might end it."""
    found: list[str] = []
    for statement in fixture.body if "request" in asked(fixture) else ():
        call = getattr(statement, "value", None)
        if isinstance(call, ast.Call) and dotted_text(call.func) == "request.getfixturevalue":
            given = call.args[0] if len(call.args) == 1 else None
            if isinstance(given, ast.Constant) and isinstance(given.value, str):
                found.append(given.value)
        elif not isinstance(statement, ast.Assign) and not isinstance(call, ast.Constant):
            break
    return found


def is_strict_asyncio(module: Module) -> bool:
    """Whether pytest-asyncio's strict mode is configured and nobody else runs async fixtures; a fact."""
    config = module.project.config
    if config.asyncio_mode != "strict" or config.anyio_mode == "auto" or config.trio_mode:
        return False
    if not _OTHER_PACKAGES.isdisjoint(module.project.dependencies):
        return False
    for home in (module, *module.conftests):
        text = home.source.text
        if any(word in text for word in _OTHER_RUNNERS) or "pytest_fixture_setup" in text:
            return False
    return True


def is_unmanaged(fixture: Fixture) -> bool:
    """Whether nobody awaits an async fixture: plain pytest.fixture under pytest-asyncio's strict mode."""
    if not fixture.is_async or fixture.plugin != "pytest":
        return False
    scope = fixture.body_scope.parent
    others = (item for item in fixture.node.decorator_list if item is not fixture.decorator)
    if any(mark_of(fixture.module, item, "function", scope) is None for item in others):
        return False
    return fixture.module.fact(is_strict_asyncio)


def narrow_loop(fixture: Fixture) -> str | None:
    """The configured default loop scope where an async fixture outlives it and names no `loop_scope`; else None."""
    config = fixture.module.project.config
    default = config.asyncio_default_fixture_loop_scope
    if default not in SCOPES or not fixture.is_async or fixture.scope in ("function", "dynamic"):
        return None
    managed = fixture.plugin == "asyncio" or (fixture.plugin == "pytest" and config.asyncio_mode == "auto")
    if not managed or fixture.keyword("loop_scope") is not None:
        return None
    if isinstance(fixture.decorator, ast.Call) and any(item.arg is None for item in fixture.decorator.keywords):
        return None
    if fixture.plugin == "pytest" and config.anyio_mode == "auto":
        return None
    return default if SCOPES.index(default) < SCOPES.index(fixture.scope) else None


def scope_of_name(module: Module, name: str, cls: TestClass | None) -> str | None:
    """How long the fixture that a name means to a test lives; None where it is out of sight."""
    found = lookup(module, name, cls)
    return found.scope if found is not None else KNOWN_SCOPES.get(name)


def direct_calls(module: Module) -> Iterator[tuple[ast.Call, Fixture]]:
    """(call, fixture) for each call of a fixture as if it were a plain function; pytest refuses it."""
    own = {item.node.name for item in module.fixtures}
    known = own | {name for name, targets in module.names.imported.items() if _FIXTURE_HOME.search(targets[0])}
    far = _of_imported_modules(module)
    known |= far
    if not known:
        return
    by_word = module.calls.by_word
    for word in sorted(known & by_word.keys()):
        for scope, call in by_word[word]:
            func = call.func
            if isinstance(func, ast.Name) and func.id in known:
                found = _called(module, func, scope)
            elif isinstance(func, ast.Attribute) and func.attr in own:
                found = _own_method(module, func, scope)
            elif isinstance(func, ast.Attribute) and func.attr in far:
                found = _found_in(module, func, scope)
            else:
                continue
            if found is None or not is_plain(found) or _is_expected(module, call):
                continue
            if word not in module.fact(rebound_names):
                yield call, found


def _of_imported_modules(module: Module) -> set[str]:
    """The names of the fixtures in the modules of fixtures that a file imports as a whole."""
    homes = [target for targets in module.names.imported.values() for target in targets[:1] if _MODULE.search(target)]
    found = (module.project.module(home, module.path) for home in homes)
    return {item.node.name for home in found if home is not None for item in home.fixtures}


def _found_in(module: Module, func: ast.expr, scope: Any) -> Fixture | None:
    dotted = module.resolve(func, scope)
    if not dotted:
        return None
    known: dict[str, Fixture | None] = module.fact(_found_fixtures)
    if dotted not in known:
        found = module.find(dotted) if not is_surely_no_fixture(module, dotted) else None
        known[dotted] = found[0].fixture_of(found[1]) if found is not None and found[1] is not None else None
    return known[dotted]


def _found_fixtures(module: Module) -> dict[str, Fixture | None]:
    return {}


_MODULE = regex(r"(?:^|\.)(?:conftest|\w*fixtures)$")
# Only from such modules are fixtures imported; to follow every import would cost too much.
_FIXTURE_HOME = regex(r"(?:conftest|fixture|test)\w*\.\w+$")


def _is_expected(module: Module, call: ast.Call) -> bool:
    """Whether the call stands in a block that expects it to fail; the refusal is no Exception."""
    statement = module.statement_of(call)
    return any(
        isinstance(outer, ast.With | ast.AsyncWith)
        and any(_may_expect_refusal(item.context_expr) for item in outer.items)
        for outer in (statement, *module.enclosing(statement))
    )


def _may_expect_refusal(manager: ast.expr) -> bool:
    if not isinstance(manager, ast.Call) or "raises" not in (last_name(manager.func) or "").lower():
        return False
    kind = manager.args[0] if manager.args else None
    given = getattr(builtins, kind.id, None) if isinstance(kind, ast.Name) else None
    return not (isinstance(given, type) and issubclass(given, Exception))


def is_plain(fixture: Fixture) -> bool:
    """Whether a function is nothing but a fixture: no other decorator stands above the fixture's."""
    return fixture.plugin in PROVEN and fixture.node.decorator_list[0] is fixture.decorator


def _called(module: Module, name: ast.Name, scope: Any) -> Fixture | None:
    local = module.definition(name, scope)
    if local is not None:
        return module.fixture_of(local)
    if name.id not in module.names.imported:
        return None
    return _found_in(module, name, scope)


def _own_method(module: Module, func: ast.Attribute, scope: Any) -> Fixture | None:
    """The fixture of the class around a scope that `self.name` stands for."""
    if not isinstance(func.value, ast.Name) or func.value.id != "self":
        return None
    home = next((outer for outer in scope.chain() if outer.is_class), None)
    item = next((each for each in module.classes if each.scope is home), None)
    if home is None or item is None:
        return None
    for owner, node in item.lineage.classes:
        inside = owner.scope_by_node[node]
        if any(_assigns(owner, inner, func.attr) for inner in inside.within()):
            return None
        places = owner.bindings(inside).get(func.attr, [])
        if places:
            if inside is not home and not item.lineage.is_resolved:
                return None
            return owner.fixture_of(places[0].node) if len(places) == 1 and places[0].kind == "function" else None
    return None


def _assigns(module: Module, scope: Any, attr: str) -> bool:
    targets = [target for node in scope.statements.get(ast.Assign, ()) for target in node.targets]
    return any(isinstance(target, ast.Attribute) and target.attr == attr for target in targets)
