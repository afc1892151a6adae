"""TQ302."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.predicates import is_predicate
from flake8_testquality.model.weakness import is_boolean_made, is_lookup, source_of
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module


@rule(
    code="TQ302",
    profile="strict",
    message="`{text}` need only be truthy here: compare it with the value that it should have",
    bad='''
        from billing import create_invoice


        def test_invoice():
            invoice = create_invoice(10)
            assert invoice  # TQ302
            assert invoice.total == 10
    ''',
    good='''
        from billing import create_invoice


        def test_invoice():
            invoice = create_invoice(10)
            assert invoice.is_open
            assert invoice.total == 10
    ''',
)
def vague_assertion(assertion: Assertion, module: Module) -> Iterator[Finding]:
    """Nearly every value is truthy, the wrong ones too.

    Allowed: predicates (is_, has_, can_, should_ ...), booleans, matches, `.ok`, `.called`, parametrized values.
    """
    if assertion.kind not in ("assert", "unittest"):
        return
    for claim in assertion.claims:
        value = claim.actual
        if claim.relation != "true" or value is None or not isinstance(value, ast.Name | ast.Attribute):
            continue
        word = value.id if isinstance(value, ast.Name) else value.attr
        if is_predicate(word) or word in assertion.test.parametrized or _is_constant(value, module, assertion):
            continue
        made = source_of(value, module, assertion.scope)
        if not is_boolean_made(made, module, assertion.scope) and not is_lookup(made, module, assertion.scope):
            yield Finding(assertion, text=module.text(value))
            return


def _is_constant(value: ast.expr, module: Module, assertion: Assertion) -> bool:
    """Whether the name stands for an import, a function or a class, which is asserted-function's matter."""
    return module.resolve(value, assertion.scope) is not None or module.definition(value, assertion.scope) is not None
