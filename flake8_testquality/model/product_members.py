"""Members and fixtures of a test: whether what stands on `self`, or what a fixture gives, comes out of the product."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_testquality.model import fixtures
from flake8_testquality.model.flow import Flow
from flake8_testquality.model.names import is_self
from flake8_testquality.model.origins import PRODUCT
from flake8_testquality.model.own_calls import CASE_API
from flake8_testquality.model.own_code import reach
from flake8_testquality.model.parts import HELD
from flake8_testquality.model.supplied import OUTSIDE_FIXTURES, fixture_value

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope
    from flake8_testquality.model.shortcuts import Ground
    from flake8_testquality.model.tests import Test, TestClass

_TOOLS = frozenset({"monkeypatch", "mocker", "request", "self", "cls"}) | OUTSIDE_FIXTURES


def is_product_fixture(ground: Ground, name: str, scope: Scope) -> bool:
    """Whether a parameter of the test, or of a fixture, is one that carries the product."""
    test = ground.test
    if name in _TOOLS:
        return False
    if scope is test.scope:
        plain = not test.node.decorator_list and (test.cls is None or not test.cls.node.decorator_list)
        if not (plain and test.runner == "pytest") and name not in test.fixture_names:
            return False
    elif ground.module.fixture_of(scope.node) is None:
        return False
    known: dict[tuple[str, TestClass | None], bool] = ground.module.fact(_fixtures)
    key = (name, test.cls)
    found = known.get(key)
    if found is None:
        known[key] = True
        found = known[key] = _carries_product(ground, name)
    return found


def _carries_product(ground: Ground, name: str) -> bool:
    """Whether a fixture is out of sight, or what it gives surely comes out of the product."""
    module = ground.module
    found = fixtures.lookup(module, name, ground.test.cls)
    if found is None or found.keyword("params") is not None:
        return True
    if found.module is module and found.values and all(ground.leads_out(v, found.body_scope, 1) for v in found.values):
        return True
    return _gives_product(ground.test, name, found.node)


def _gives_product(test: Test, name: str, node: ast.AST) -> bool:
    """Whether what a fixture gives, followed once for all tests, comes out of the product."""
    flow = Flow(test)
    value = fixture_value(flow, name, node)
    return not flow.overflow and value.kind not in HELD and bool(flow.origins(value) & PRODUCT)


def of_self(ground: Ground, member: str, depth: int) -> bool:
    """Whether an attribute of the test's instance surely comes out of the product."""
    cls = ground.test.cls
    if cls is None or not member or member.startswith("assert"):
        return False
    known: dict[tuple[ast.AST, str], bool] = ground.module.fact(_members)
    key = (cls.node, member)
    found = known.get(key)
    if found is None:
        known[key] = False
        found = known[key] = _member_leads_out(ground, cls, member, depth)
    return found


def _member_leads_out(ground: Ground, cls: TestClass, member: str, depth: int) -> bool:
    line = cls.lineage
    owners = [owner for home, owner in line.classes if home is ground.module]
    values = [pair for owner in owners for pair in _assigned(ground.module, owner).get(member, ())]
    if values:
        return any(ground.leads_out(value, child, depth + 1) for value, child in values)
    declared = line.attribute(member)
    if declared is None:
        # Nothing in sight sets it.
        return member not in CASE_API
    home, place = declared
    if home is not ground.module:
        return True
    if place.kind == "function":
        found = reach(home, place.node)
        scope = home.scope_by_node[place.node]
        return bool(found.origins & PRODUCT) or ground.any_leads_out(found, scope, depth)
    return place.value is not None and ground.leads_out(place.value, home.scope_by_node[cls.node], depth + 1)


def _assigned(module: Module, owner: ast.ClassDef) -> dict[str, list[tuple[ast.expr, Scope]]]:
    """Attribute of self -> the values that the methods of a class give it, each with its method's scope."""
    known: dict[ast.AST, dict[str, list[tuple[ast.expr, Scope]]]] = module.fact(_assignments)
    found = known.get(owner)
    if found is None:
        found = known[owner] = {}
        for child in module.scope_by_node[owner].children:
            for node in child.statements.get(ast.Assign, ()):
                for target in node.targets:
                    if target.__class__ is ast.Attribute and is_self(target.value):
                        found.setdefault(target.attr, []).append((node.value, child))
    return found


def _assignments(module: Module) -> dict[ast.AST, dict[str, list[tuple[ast.expr, Scope]]]]:
    return {}


def _fixtures(module: Module) -> dict[tuple[str, TestClass | None], bool]:
    return {}


def _members(module: Module) -> dict[tuple[ast.AST, str], bool]:
    return {}
