"""TQ304."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.http_status import permissive_claims
from flake8_testquality.model.relations import related
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module

_LITERALS = (ast.Constant, ast.List, ast.Tuple, ast.Dict, ast.Set)


@rule(
    code="TQ304",
    profile="strict",
    message="`{what}` may be {first} or {second} here: make the test decide which",
    bad='''
        from billing import total


        def test_total(cart):
            assert total(cart) == 10 or total(cart) == 12  # TQ304
    ''',
    good='''
        from billing import total


        def test_total(cart):
            assert total(cart) == 12
    ''',
)
def permissive_alternative(module: Module, _: Module) -> Iterator[Finding]:
    """Two answers are accepted, so a change from the one to the other goes unnoticed.

    Allowed: `in (a, b)`, alternatives about different subjects, HTTP statuses that permissive-status reports.
    """
    for assertion in related(module, "or", "and"):
        for claim in assertion.claims:
            found = _alternatives(claim.operands, module) if claim.relation == "or" else None
            if found and not _is_of_status(assertion):
                what, first, second = found
                yield Finding(assertion, what=what, first=first, second=second)


def _is_of_status(assertion: Assertion) -> bool:
    return any(item.assertion.node is assertion.node for item in assertion.test.fact(permissive_claims))


def _alternatives(parts: list[ast.expr], module: Module) -> tuple[str, str, str] | None:
    """The text of a subject and of the first two values that or-ed equalities allow it."""
    pairs, literals = [], []
    for part in parts:
        if not isinstance(part, ast.Compare) or len(part.ops) != 1 or not isinstance(part.ops[0], ast.Eq | ast.Is):
            return None
        pairs.append((module.text(part.left, 200), module.text(part.comparators[0], 200)))
        literals.append(isinstance(part.left, _LITERALS))
    # a value that different things are compared with is no subject
    possible = pairs[0] if any(literals) else pairs[0][:1]
    for subject in possible[1:] if literals[0] else possible:
        # on the right of what is no literal stands what is wanted, not what is looked at
        sides = zip(pairs, literals, strict=True)
        if all(left == subject or (right == subject and is_literal) for (left, right), is_literal in sides):
            values = [right if left == subject else left for left, right in pairs]
            other = next((value for value in values if value != values[0]), None)
            if other is not None:
                return _short(subject, 30), _short(values[0], 20), _short(other, 20)
    return None


def _short(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 3] + "..."
