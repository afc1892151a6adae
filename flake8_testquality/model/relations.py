"""Relations: the assertions of a file by what they claim, so that a rule looks only at those it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ast

    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module


def related(module: Module, *relations: str) -> list[Assertion]:
    """The assertions of a file that claim one of these relations ("==", "raises", ...), relation by relation."""
    known = module.fact(_by_relation)
    return [item for relation in relations for item in known.get(relation, ())]


def pairs(assertion: Assertion) -> list[tuple[ast.expr, ast.expr]]:
    """The two sides of an assertion, both ways round; none if it has not two."""
    actual, expected = assertion.actual, assertion.expected
    return [] if actual is None or expected is None else [(actual, expected), (expected, actual)]


def _by_relation(module: Module) -> dict[str, list[Assertion]]:
    found: dict[str, list[Assertion]] = {}
    for assertion in module.assertions:
        same = found.get(assertion.relation)
        if same is None:
            found[assertion.relation] = [assertion]
        else:
            same.append(assertion)
    return found
