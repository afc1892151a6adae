"""Returned values: the expressions that a call of a function in sight, or an argument from a fixture, may give."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any, TypeAlias

from flake8_testquality.model import fixtures
from flake8_testquality.model.module_texts import text_around
from flake8_testquality.model.names import last_name
from flake8_testquality.model.scopes import Scope

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

Given: TypeAlias = "tuple[Module, Scope, ast.expr]"
# These say what a method is bound to, not what it gives.
_BINDING = frozenset({"staticmethod", "classmethod"})


def returned_by(module: Module, scope: Scope, func: ast.expr, word: str | None) -> list[Given]:
    """The expressions that a call of `func` may give, each with the module and scope that it stands in.

    Follows functions of the file and of first-party modules, methods of self, and factories that a fixture returns;
    empty where the function is out of sight, decorated, async, a generator, or may end without a return. Modules whose
    text does not hold `word` are left aside unparsed; without a word, all of them.
    """
    if isinstance(func, ast.Name):
        node = module.definition(func, scope)
        if node is not None:
            return _returns(module, node)
        found = module.names.lookup(func.id, scope)
        if found is not None and found[1][0].kind == "parameter":
            return _factory_fixture(module, found[0], func.id)
    elif isinstance(func, ast.Attribute) and isinstance(func.value, ast.Name) and func.value.id in ("self", "cls"):
        cls = next((outer.node for outer in scope.chain() if outer.is_class), None)
        item = next((known for known in module.classes if known.node is cls), None)
        method = item.lineage.method(func.attr) if item is not None else None
        return _returns(*method) if method is not None else []
    dotted = module.resolve(func, scope)
    if word is None or dotted is None or dotted.startswith(("builtins.", "unittest.")) or "." not in dotted:
        return []
    around = text_around(module, dotted)
    place = module.find(dotted) if around is not None and word in around[0] else None
    return _returns(*place) if place is not None else []


def _returns(home: Module, node: Any) -> list[Given]:
    if not isinstance(node, ast.FunctionDef) or not isinstance(node.body[-1], ast.Return):
        return []
    if any(last_name(item) not in _BINDING for item in node.decorator_list):
        return []
    scope = home.scope_by_node[node]
    values = [way.value for way in scope.statements[ast.Return]]
    if None in values or [*scope.own(ast.Yield), *scope.own(ast.YieldFrom)]:
        return []
    return [(home, scope, value) for value in values]


def _factory_fixture(module: Module, where: Scope, name: str) -> list[Given]:
    fixture = fixture_of_argument(module, where, name)
    if fixture is None or len(fixture.values) != 1:
        return []
    return _returns(fixture.module, fixture.module.definition(fixture.values[0], fixture.body_scope))


def fixture_of_argument(module: Module, where: Scope, name: str) -> fixtures.Fixture | None:
    """The fixture in sight that a parameter of a test or of a fixture receives."""
    test = module.test_of(where.node)
    if test is not None:
        return fixtures.lookup(module, name, test.cls) if name in test.fixture_names else None
    asking = module.fixture_of(where.node)
    if asking is None:
        return None
    return next((item for item in fixtures.candidates(module, name) if item is not asking), None)
