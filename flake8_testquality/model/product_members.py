"""Members and fixtures of a test: whether what stands on `self`, or what a fixture gives, comes out of the product."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_testquality.model import fixtures
from flake8_testquality.model.callees import values_by_attribute
from flake8_testquality.model.flow import Flow
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

_TOOLS = frozenset({"monkeypatch", "mocker", "request", "subtests", "self", "cls"}) | OUTSIDE_FIXTURES


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
    assigned = ground.module.fact(values_by_attribute)
    values = [pair for _, owner in line.classes for pair in assigned.get((owner, member), ())]
    if values:
        return any(ground.leads_out(value, child, depth + 1) for child, value in values)
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


def _fixtures(module: Module) -> dict[tuple[str, TestClass | None], bool]:
    return {}


def _members(module: Module) -> dict[tuple[ast.AST, str], bool]:
    return {}
