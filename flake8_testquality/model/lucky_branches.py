"""Lucky branches: conditions in a test that a random value decides, so that each run takes another way."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.fixtures import lookup
from flake8_testquality.model.luck import NONCES, STEADY_CALLS, chances, chances_by_place
from flake8_testquality.model.names import dotted_text, last_name
from flake8_testquality.model.randomness import is_seeded
from flake8_testquality.model.scopes import descend
from flake8_testquality.model.supplied import SET_UPS

if TYPE_CHECKING:
    from flake8_testquality.model.calls import Call
    from flake8_testquality.model.fixtures import Fixture
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


def lucky_branches(test: Test) -> Iterator[tuple[Any, ast.expr]]:
    """(branch, source) for each if, while or conditional expression of a test that a random value decides."""
    module = test.module
    known = module.fact(chances)
    given = _given_chances(test) if known else {}
    if not given and not any(call.scope is test.scope for call in known.values()):
        return
    for kind in (ast.If, ast.While, ast.IfExp, ast.Match):
        if kind is ast.IfExp and " if " not in test.text:
            continue
        branches: list[Any] = [*test.scope.own(kind)]
        for branch in branches:
            call = _deciding(test, branch.subject if kind is ast.Match else branch.test, known, given)
            scopes = {test.scope, call.scope} if call is not None else ()
            if call is not None and not any(is_seeded(module, scope, call.name) for scope in scopes):
                yield branch, call.node


def _given_chances(test: Test) -> dict[str, Call]:
    """The random values that a test reads by the name of a fixture, or as `self.x` of its class's set-up."""
    return {
        name: call
        for name, call in test.module.fact(_offered)
        if (call.scope.parent is test.scope.parent if call.fixture is None else _asks_for(test, call.fixture))
    }


def _asks_for(test: Test, fixture: Fixture) -> bool:
    return fixture.name in test.arguments and lookup(test.module, fixture.name, test.cls) is fixture


def _offered(module: Module) -> list[tuple[str, Call]]:
    """(name, call) for the random values that a file's fixtures give as they are, and its set-ups keep on self."""
    found: list[tuple[str, Call]] = []
    for call in module.fact(chances_by_place)[1]:
        statement: Any = module.statement_of(call.node)
        if call.name.startswith(NONCES):
            continue
        if call.fixture is not None:
            given = getattr(statement, "value", None) if isinstance(statement, ast.Return | ast.Expr) else None
            if call.node is (given.value if isinstance(given, ast.Yield) else given):
                found.append((call.fixture.name, call))
        elif getattr(call.scope.node, "name", "") in SET_UPS and getattr(statement, "value", None) is call.node:
            targets = getattr(statement, "targets", ())
            found.extend((text, call) for text in map(dotted_text, targets) if text is not None and "." in text)
    return found


def _deciding(test: Test, condition: ast.expr, known: dict[ast.AST, Call], given: dict[str, Call]) -> Call | None:
    for node in descend(condition):
        if isinstance(node, ast.Compare) and any(
            isinstance(op, ast.In | ast.NotIn | ast.Is | ast.IsNot) for op in node.ops
        ):
            return None
        if isinstance(node, ast.Call) and last_name(node.func) in STEADY_CALLS:
            return None
    for node in descend(condition):
        call = known.get(node)
        if call is None and given and isinstance(node, ast.Name | ast.Attribute):
            call = given.get(dotted_text(node) or "")
        if call is None and isinstance(node, ast.Name):
            places = test.module.bindings(test.scope).get(node.id, ())
            bound = places[0].value if len(places) == 1 else None
            call = known.get(bound) if bound is not None else None
            if call is not None and call.name.startswith(NONCES):
                call = None
        if call is not None:
            return call
    return None
