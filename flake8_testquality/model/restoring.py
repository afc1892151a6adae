"""Restoring: whether what a test, fixture, set-up or module changes is put back on every path.

What cannot be seen (a base, a decorator, a context manager out of sight) is presumed to restore.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Collection, Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model import guards
from flake8_testquality.model.changes import Change, Kind, changes
from flake8_testquality.model.fixtures import Fixture, autouse, candidates, closure
from flake8_testquality.model.names import last_name
from flake8_testquality.model.reach import SET_UPS, TEAR_DOWNS
from flake8_testquality.model.scopes import Scope
from flake8_testquality.model.stages import Part, Stage, stage_of
from flake8_testquality.model.surroundings import in_lambda
from flake8_testquality.model.unreached import is_never_reached
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

RUNNING: tuple[Part, ...] = ("test", "fixture", "set-up")
# Fixtures out of sight whose names say that they isolate.
_ISOLATING = regex(
    r"env|restor|reset|clean|isolat|preserv|sandbox|settings|cwd|chdir|patch|rollback|undo|sav(?:e|ing)|keep|unload"
)
_BUILT_IN = frozenset({"monkeypatch", "mocker", "monkeysession"})
_SANDBOXES = frozenset({"pytester", "testdir"})


def unrestored(
    module: Module,
    kinds: Collection[Kind],
    stages: Collection[Part] = RUNNING,
    wanted: Callable[[Module, Change, Stage], bool] | None = None,
) -> Iterator[tuple[Change, Stage]]:
    """The changes of some kinds that outlive their stage, the first one for each thing and entry of it.

    `wanted` is asked before a change is followed through everything that might restore it.
    """
    reported: dict[ast.AST, list[Change]] = {}
    for change in changes(module):
        if change.kind not in kinds or change.resets:
            continue
        stage = stage_of(module, change.scope)
        if stage is None or stage.part not in stages or _restores(module, change, stage):
            continue
        earlier = reported.setdefault(stage.node, [])
        if any(other.meets(change.thing, change.keys) for other in earlier):
            continue
        if (wanted is not None and not wanted(module, change, stage)) or restored(change, stage):
            continue
        if not is_never_reached(module, stage.cls, module.statement_of(change.node), change.scope):
            earlier.append(change)
            yield change, stage


def _restores(module: Module, change: Change, stage: Stage) -> bool:
    """Whether a change stands where things are put back, or in code that runs later if at all."""
    if stage.fixture is not None and stage.fixture.yields and change.node.lineno > stage.fixture.yields[-1].lineno:
        return True
    inner = module.statement_of(change.node)
    if isinstance(change.node, ast.Call) and in_lambda(module, change.node):
        return True
    for outer in module.enclosing(inner):
        if isinstance(outer, ast.Try | ast.TryStar) and inner in outer.finalbody:
            return True
        if isinstance(outer, ast.With | ast.AsyncWith) and outer.body[-1] is inner and _expects_failure(outer):
            return True
        if stage.part == "import" and isinstance(outer, ast.If) and "__name__" in module.text(outer.test, 200):
            return True
        inner = outer
    begins = change.deletes and stage.part != "test" and _is_tolerant(module, change.node)
    if begins or (change.deletes and _is_farewell(module, change, stage)):
        return True
    return stage.fixture is not None and _serves_whole_run(stage.fixture)


def _expects_failure(block: ast.With | ast.AsyncWith) -> bool:
    """Whether a block expects its last statement to raise or warn: it is the act, and may change nothing."""
    words = [(last_name(getattr(item.context_expr, "func", None)) or "").lower() for item in block.items]
    return any("raises" in word or "warns" in word for word in words)


def _is_farewell(module: Module, change: Change, stage: Stage) -> bool:
    """Whether a test ends by taking away what the code under test left: a clean-up, not a change."""
    if stage.test is None or module.statement_of(change.node) is not stage.test.body[-1]:
        return False
    return isinstance(stage.test.body[-1], ast.Expr | ast.Delete) and len(stage.test.body) > 1


def _is_tolerant(module: Module, node: ast.AST) -> bool:
    """Whether an entry is taken away only if it is there: what a set-up does to begin clean."""
    if isinstance(node, ast.Call) and last_name(node.func) == "pop" and len(node.args) == 2:
        return True
    inner = module.statement_of(node)
    for outer in module.enclosing(inner):
        if isinstance(outer, ast.If) and inner in outer.body:
            asked = outer.test
            return isinstance(asked, ast.Compare) and isinstance(asked.ops[0], ast.In)
        if isinstance(outer, ast.Try) and inner in outer.body:
            caught = [handler.type for handler in outer.handlers if handler.type is not None]
            return any(last_name(kind) == "KeyError" for kind in caught)
        inner = outer
    return False


def _serves_whole_run(fixture: Fixture) -> bool:
    """A session-wide set-up of a conftest: there is no test that it could leak into."""
    return fixture.scope == "session" and fixture.is_autouse and fixture.module.role == "conftest"


def restored(change: Change, stage: Stage) -> bool:
    """Whether a change is undone on every path, as far as can be seen."""
    module = stage.module
    if stage.cls is not None and not stage.cls.lineage.is_resolved:
        return True
    if _finally(module, change, stage) or _within_guard(module, change) or _decorated(change, stage):
        return True
    if stage.fixture is not None and guards.undone(module, stage.scope, stage.fixture.teardown, change):
        return True
    if any(_companion_restores(other, change, stage) for other in companions(stage)):
        return True
    if _asks_for_isolation(change, stage):
        return True
    # last, since it looks into the code that is called
    return any(guards.guarded(module, scope, change) for scope in _own_scopes(change, stage))


def _own_scopes(change: Change, stage: Stage) -> Iterator[Scope]:
    for scope in change.scope.chain():
        yield scope
        if scope is stage.scope:
            return


def _finally(module: Module, change: Change, stage: Stage) -> bool:
    for scope in _own_scopes(change, stage):
        for kind in (ast.Try, ast.TryStar):
            for node in scope.statements.get(kind, ()):
                reaches = scope is not change.scope or change.node.lineno <= (node.end_lineno or node.lineno)
                if node.finalbody and reaches and guards.undone(module, scope, node.finalbody, change):
                    return True
                alone = len(node.body) == 1 and node.body[0] is module.statement_of(change.node)
                if alone and node.orelse and guards.undone(module, scope, node.orelse, change):
                    return True
    return False


def _within_guard(module: Module, change: Change) -> bool:
    for outer in module.enclosing(module.statement_of(change.node)):
        if isinstance(outer, ast.With | ast.AsyncWith):
            for item in outer.items:
                if guards.may_restore(module, change.scope, item.context_expr, change):
                    return True
    return False


def _decorated(change: Change, stage: Stage) -> bool:
    module = stage.module
    places = [(module, stage.scope.parent or module.scope, item) for item in getattr(stage.node, "decorator_list", ())]
    if stage.cls is not None:
        for home, node in stage.cls.lineage.classes:
            places.extend((home, home.scope, item) for item in node.decorator_list)
    if stage.fixture is not None:
        places = [place for place in places if place[2] is not stage.fixture.decorator]
    return any(guards.may_restore(home, scope, item, change) for home, scope, item in places)


def companions(stage: Stage) -> list[Stage]:
    """The other stages that run before or after one: set-ups and teardowns of its class and module, its fixtures."""
    found: list[Stage] = []
    homes = [(stage.module, stage.module.scope)]
    if stage.cls is not None:
        homes.extend((home, home.scope_by_node[node]) for home, node in stage.cls.lineage.classes)
    for home, scope in homes:
        for node in scope.statements_of_functions():
            if node.name in SET_UPS or node.name in TEAR_DOWNS:
                other = stage_of(home, home.scope_by_node[node])
                if other is not None and other.scope is not stage.scope:
                    found.append(other)
    for fixture in _fixtures(stage):
        other = stage_of(fixture.module, fixture.body_scope)
        if other is not None and other.scope is not stage.scope:
            found.append(other)
    return found


def _fixtures(stage: Stage) -> list[Fixture]:
    if stage.test is not None:
        return closure(stage.test)
    module, cls = stage.module, stage.cls
    asked = stage.fixture.requests if stage.fixture is not None else ()
    named = [item for name in asked for item in candidates(module, name, cls) if item is not stage.fixture]
    return [*named, *autouse(module, cls)]


def _companion_restores(other: Stage, change: Change, stage: Stage) -> bool:
    module, scope, body = other.module, other.scope, other.node.body
    if other.part == "teardown":
        return guards.undone(module, scope, body, change)
    if other.fixture is not None and guards.undone(module, scope, other.fixture.teardown, change):
        return True
    if guards.guarded(module, scope, change):
        return True
    # What every test's set-up sets anew, a test may change.
    return stage.part == "test" and not other.is_broad and guards.undone(module, scope, body, change)


def _asks_for_isolation(change: Change, stage: Stage) -> bool:
    module = stage.module
    for conftest in (module, *module.conftests):
        hooks = [node for node in conftest.scope.statements_of_functions() if node.name.startswith("pytest_runtest_")]
        if any(guards.undone(conftest, conftest.scope_by_node[node], node.body, change) for node in hooks):
            return True
    names = stage.test.fixture_names if stage.test is not None else stage.fixture.requests if stage.fixture else ()
    for name in names:
        if name in _SANDBOXES and change.kind in ("directory", "import state"):
            return True
        if name not in _BUILT_IN and _ISOLATING.search(name) and not any(candidates(module, name, stage.cls)):
            return True
    return False
