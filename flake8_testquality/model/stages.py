"""Stages: the functions that the runner itself calls, and the module body that it imports."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import attrs

from flake8_testquality.model.fixtures import Fixture
from flake8_testquality.model.reach import SET_UPS, TEAR_DOWNS
from flake8_testquality.model.scopes import Scope

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test, TestClass

Part: TypeAlias = Literal["test", "fixture", "set-up", "teardown", "import"]
BROAD_SET_UPS = frozenset(["setUpClass", "setUpModule", "setUpTestData", "setup_class", "setup_module"])


@attrs.frozen(eq=False, repr=False)
class Stage:
    """A function that the runner calls, or the module body: `part` says as what, `cls` the class that it stands in."""

    part: Part
    module: Module
    scope: Scope
    cls: TestClass | None
    test: Test | None = None
    fixture: Fixture | None = None

    @property
    def node(self) -> Any:
        """The function, or the module."""
        return self.scope.node

    @property
    def is_broad(self) -> bool:
        """Whether what it sets up serves more than one test."""
        if self.fixture is not None:
            return self.fixture.scope not in ("function", "dynamic")
        return self.part == "import" or getattr(self.node, "name", "") in BROAD_SET_UPS


def stage_of(module: Module, scope: Scope) -> Stage | None:
    """The stage that runs a scope's statements; None for helpers, callbacks and classes inside functions.

    A function inside a stage counts as that stage if the stage calls it by name; a class body as the module's.
    """
    known: dict[Scope, Stage | None] = module.fact(_stages)
    if scope not in known:
        known[scope] = _stage(module, scope)
    return known[scope]


def _stages(module: Module) -> dict[Scope, Stage | None]:
    return {}


def _stage(module: Module, scope: Scope) -> Stage | None:
    if not scope.is_function:
        outside = not any(item.is_function for item in scope.chain())
        return Stage("import", module, module.scope, None) if outside else None
    home = scope.parent
    if home is None:
        return None
    cls = module.fact(classes_by_scope).get(home)
    test = module.test_of(scope.node)
    if test is not None:
        return Stage("test", module, scope, test.cls, test=test)
    fixture = module.fixture_of(scope.node)
    if fixture is not None:
        return Stage("fixture", module, scope, cls, fixture=fixture)
    node: Any = scope.node
    if home.is_function:
        called = any(isinstance(call.func, ast.Name) and call.func.id == node.name for call in home.calls)
        return stage_of(module, home) if called else None
    if node.name in TEAR_DOWNS and (cls is not None or home is module.scope):
        return Stage("teardown", module, scope, cls)
    if node.name in SET_UPS and (cls is not None or home is module.scope):
        return Stage("set-up", module, scope, cls)
    return None


def classes_by_scope(module: Module) -> dict[Scope, TestClass]:
    """The classes outside functions, by the scope that their bodies are."""
    return {item.scope: item for item in module.classes}
