"""Module globals: the test file's own containers and names, which test changes them and who reads what is left."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.containers import bare, makes_container, mutations
from flake8_testquality.model.names import target_names
from flake8_testquality.model.restoring import companions
from flake8_testquality.model.scopes import Scope, descend
from flake8_testquality.model.stages import Stage, stage_of

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

_EMPTYING = frozenset({"clear"})


def containers(module: Module) -> dict[str, ast.expr]:
    """The names that the module binds once, to a new mutable container."""
    return {
        name: value
        for name, places in module.bindings(module.scope).items()
        if len(places) == 1 and (value := places[0].value) is not None and makes_container(module, value, module.scope)
    }


def rebindings(module: Module) -> Iterator[tuple[ast.Global, str]]:
    """(`global` statement, name) for each module global that a test gives another value and nothing puts back."""
    statements = [(node, home) for home in module.scopes for node in home.statements.get(ast.Global, ())]
    seen: set[tuple[Test, str]] = set()
    for node, scope in statements:
        test = module.test_around(scope)
        stage = stage_of(module, test.scope) if test is not None else None
        if test is None or stage is None:
            continue
        for name in node.names:
            if (test, name) in seen or not _binds(module, scope, name) or not _is_shared(module, name, test):
                continue
            if not _is_reset(module, name, stage):
                seen.add((test, name))
                yield node, name


def _is_shared(module: Module, name: str, test: Test) -> bool:
    """Whether a global is more than one test's way to hand something out: the module binds it, or others read it."""
    if any(place.kind != "global" for place in module.bindings(module.scope).get(name, ())):
        return True
    return _reader(module, name, test) is not None


def _binds(module: Module, scope: Scope, name: str) -> bool:
    places = module.bindings(scope).get(name, ())
    deleted = any(
        name in target_names(target) for node in scope.statements.get(ast.Delete, ()) for target in node.targets
    )
    return deleted or any(place.kind != "global" for place in places)


def shared_mutations(module: Module) -> Iterator[tuple[Any, str, str]]:
    """(where, container, reader) for each test's first change of a module container that others read as it is left."""
    known = module.fact(containers)
    if not known:
        return
    for test in module.tests:
        seen: set[str] = set()
        for scope in test.scopes:
            for held, node in mutations(scope):
                if not isinstance(held, ast.Name) or held.id not in known or held.id in seen or _empties(node):
                    continue
                name = held.id
                if _rebinds(scope, name) and _binds(module, scope, name):
                    continue  # its `global` statement is the finding
                found = module.names.lookup(name, scope)
                stage = stage_of(module, test.scope)
                if found is None or found[0] is not module.scope or stage is None:
                    continue
                seen.add(name)
                reader = _reader(module, name, test)
                if reader is not None and not _is_reset(module, name, stage):
                    yield node, name, reader


def _is_reset(module: Module, name: str, stage: Stage) -> bool:
    """Whether a global is put back in `finally`, by the stage's companions, or set anew before every test."""
    for node in (*stage.scope.statements.get(ast.Try, ()), *stage.scope.statements.get(ast.TryStar, ())):
        spans = [(item.lineno, item.end_lineno or item.lineno) for item in node.finalbody]
        if any(first <= where.lineno <= last for where in _writes(stage.scope, name) for first, last in spans):
            return True
    if any(_rebinds(inner, name) and inner is not stage.scope for inner in stage.scope.within()) and _registers(
        stage.scope
    ):
        return True
    for other in companions(stage):
        if other.is_broad and other.part != "teardown":
            continue
        if any(_writes(scope, name) or _hands_on(scope, name) for scope in other.scope.within()):
            return True
    return _hands_on(stage.scope, name)


def _rebinds(scope: Scope, name: str) -> bool:
    return any(name in node.names for node in scope.statements.get(ast.Global, ()))


def _registers(scope: Scope) -> bool:
    return any(
        isinstance(call.func, ast.Attribute) and call.func.attr in ("addCleanup", "addfinalizer")
        for call in scope.calls
    )


def _writes(scope: Scope, name: str) -> list[Any]:
    found = [node for held, node in mutations(scope) if isinstance(held, ast.Name) and held.id == name]
    for node in scope.statements.get(ast.Assign, ()):
        held = [bare(target) for target in node.targets]
        if any(isinstance(item, ast.Name) and item.id == name for item in held):
            found.append(node)
    return found


def _hands_on(scope: Scope, name: str) -> bool:
    """Whether a clean-up or a patch gets the container: `addCleanup(NAME.clear)`, `monkeypatch.setitem(NAME, ...)`."""
    for call in scope.calls:
        word = call.func.attr if isinstance(call.func, ast.Attribute) else ""
        if word in ("addCleanup", "addfinalizer", "setitem", "delitem", "dict", "object", "setattr", "callback"):
            for item in call.args:
                for part in descend(item):
                    if isinstance(part, ast.Name) and part.id == name:
                        return True
                    if isinstance(part, ast.Constant) and part.value == name:
                        return True
    return False


def _reader(module: Module, name: str, test: Test) -> str | None:
    """The first other test, set-up or fixture that reads a container before emptying it."""
    for scope in module.scopes:
        if scope is test.scope or not scope.is_function:
            continue
        stage = stage_of(module, scope)
        if stage is None or stage.part not in ("test", "fixture", "set-up") or stage.scope is test.scope:
            continue
        if name not in module.bindings(scope) and _reads_first(scope, name):
            return str(stage.node.name)
    return None


def _reads_first(scope: Scope, name: str) -> bool:
    """Whether a function looks at a global's contents, and does not empty or rebind it before."""
    uses = [
        node
        for inner in scope.within()
        for node in inner.own(ast.Name)
        if node.id == name and isinstance(node.ctx, ast.Load)
    ]
    changed = [(held, node) for inner in scope.within() for held, node in mutations(inner)]
    written = {held for held, _ in changed}
    reads = [node for node in uses if node not in written]
    if not reads:
        return False
    first = min(node.lineno for node in reads)
    return not any(
        isinstance(held, ast.Name) and held.id == name and _empties(node) and node.lineno <= first
        for held, node in changed
    )


def _empties(node: Any) -> bool:
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Attribute) and node.func.attr in _EMPTYING
    targets = node.targets if isinstance(node, ast.Assign | ast.Delete) else []
    return any(isinstance(target, ast.Subscript) and isinstance(target.slice, ast.Slice) for target in targets)
