"""Loop expectations: does a loop go over what should come, rather than over what is handed to the code under test?"""

from __future__ import annotations

import ast
from typing import Any

from flake8_testquality.model.assertions import Assertion
from flake8_testquality.model.branches import READERS
from flake8_testquality.model.loop_readings import acts, is_pure
from flake8_testquality.model.names import last_name, root_name, target_names
from flake8_testquality.model.scopes import descend, flat
from flake8_testquality.model.tests import Test

_MATCHES = frozenset({"==", "is"})


def goes_over_expectations(test: Test, loop: Any) -> bool:
    """Whether a loop's items are only compared with what comes of a call that gets none of them.

    `for name in ("tea", "cake"): assert queue.take() == name`: what comes depends on what was asked before.
    """
    if not isinstance(loop, ast.For):
        return False
    items = set(target_names(loop.target))
    claims = {assertion.statement: assertion for assertion in test.assertions}
    compared = False
    for statement in flat([*loop.body, *loop.orelse]):
        claim = claims.get(statement)
        if claim is None and isinstance(statement, ast.Expr | ast.Assign) and not _mentions(statement, items):
            continue
        if claim is None or not _expects(test, claim, items):
            return False
        compared = True
    return compared and acts(test, loop.body, items)


def _expects(test: Test, claim: Assertion, items: set[str]) -> bool:
    """Whether an assertion claims that something is what an item says, made of nothing but items and literals."""
    if claim.relation not in _MATCHES or claim.actual is None or claim.expected is None or len(claim.operands) != 2:
        return False
    told = [side for side in claim.operands if _mentions(side, items)]
    return len(told) == 1 and all(_is_of_items(test, part, items) for part in descend(told[0]))


def _is_of_items(test: Test, part: ast.AST, items: set[str]) -> bool:
    if isinstance(part, ast.Call):
        return root_name(part.func) in items | READERS or is_pure(test, part)
    return not isinstance(part, ast.Name) or part.id in items | READERS


def _mentions(node: ast.AST, names: set[str]) -> bool:
    return any(isinstance(part, ast.Name) and part.id in names for part in ast.walk(node))


def holds_answers(test: Test, iterable: ast.expr) -> bool:
    """Whether a loop goes over names that all stand for what calls gave: `(first, second)`."""
    if not isinstance(iterable, ast.Tuple | ast.List) or not iterable.elts:
        return False
    return all(isinstance(item, ast.Name) and _is_answer(test, item.id) for item in iterable.elts)


def _is_answer(test: Test, name: str) -> bool:
    places = test.module.bindings(test.scope).get(name, [])
    values = [place.value or getattr(place.node, "value", None) for place in places]
    return bool(values) and all(isinstance(value, ast.AST) and _comes_of_a_call(value) for value in values)


def _comes_of_a_call(value: ast.AST) -> bool:
    """Whether a value is what a function gave, or one of a list of such; what a class makes is made by the test."""
    if isinstance(value, ast.ListComp | ast.GeneratorExp | ast.Await):
        value = value.value if isinstance(value, ast.Await) else value.elt
    if isinstance(value, ast.Tuple | ast.List):
        return bool(value.elts) and all(_comes_of_a_call(item) for item in value.elts)
    if not isinstance(value, ast.Call) or root_name(value.func) in READERS:
        return False
    return (last_name(value.func) or "").lstrip("_")[:1].islower()
