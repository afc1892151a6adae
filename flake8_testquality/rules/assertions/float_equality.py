"""TQ305."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from flake8_testquality.model.floats import inexact_literal, is_computed
from flake8_testquality.model.relations import pairs, related
from flake8_testquality.model.rewriting import (
    ARGUMENT,
    import_edit,
    name_for,
    parenthesised,
    replace_statement,
    replacements,
    text_of,
)
from flake8_testquality.rule import Edit, Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module


@rule(
    code="TQ305",
    profile="strict",
    message="a computed float is seldom exactly {literal}: use {how}",
    peers=("RUF069",),
    fix="unsafe",
    bad='''
        import pytest

        from billing import tax


        def test_tax():
            assert tax(2, rate=10) * 3 == 0.6  # TQ305
    ''',
    good='''
        import pytest

        from billing import tax


        def test_tax():
            assert tax(2, rate=10) * 3 == pytest.approx(0.6, abs=1e-9)


        def test_half():
            assert tax(5, rate=10) == 0.5
    ''',
)
def float_equality(module: Module, _: Module) -> Iterator[Finding]:
    """0.1 + 0.2 is not 0.3, and another order of the same sum, or another processor, gives another last digit.

    Allowed: approx, assertAlmostEqual, Decimal, literals that are exact (0.5, 0.25), values that the test supplied
    or that a file held before it began, items that a method in sight has written in it.
    """
    for assertion in related(module, "==", "and"):
        yield from islice((found for claim in assertion.claims for found in _judged(claim, module)), 1)


def _judged(claim: Assertion, module: Module) -> Iterator[Finding]:
    for expected, actual in pairs(claim) if claim.relation == "==" else ():
        literal = inexact_literal(expected, module)
        if literal is not None and is_computed(actual, literal, claim):
            unittest = claim.kind == "unittest"
            edits = _to_method(claim, module) if unittest else _to_approx(claim, expected, module)
            how = "assertAlmostEqual" if unittest else "pytest.approx"
            yield Finding(claim, edits=edits, literal=literal, how=how)


def _to_approx(assertion: Assertion, expected: ast.expr, module: Module) -> tuple[Edit, ...]:
    name = name_for(module, "pytest.approx", assertion.scope)
    edits = replacements(module, expected, f"{name or 'pytest.approx'}({text_of(module, expected)})")
    return edits if name is not None or not edits else (import_edit(module, "pytest"), *edits)


def _to_method(assertion: Assertion, module: Module) -> tuple[Edit, ...]:
    call, statement = assertion.call, assertion.statement
    if call is None or assertion.name not in ("assertEqual", "assertEquals") or len(call.args) < 2:
        return ()
    if not isinstance(statement, ast.Expr) or statement.value is not call or not isinstance(call.func, ast.Attribute):
        return ()
    given = [parenthesised(module, item, ARGUMENT) for item in call.args[:2]]
    given += [f"msg={parenthesised(module, item)}" for item in call.args[2:3]]
    given += [f"{item.arg}={parenthesised(module, item.value)}" for item in call.keywords if item.arg]
    owner = text_of(module, call.func.value)
    return replace_statement(module, statement, [f"{owner}.assertAlmostEqual({', '.join(given)})"])
