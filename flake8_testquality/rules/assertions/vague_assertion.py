"""TQ302."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.existence import is_existence_only
from flake8_testquality.model.predicates import is_predicate
from flake8_testquality.model.raises import expectations
from flake8_testquality.model.relations import related
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
def vague_assertion(module: Module, _: Module) -> Iterator[Finding]:
    """Nearly every value is truthy, the wrong ones too.

    Allowed: predicates (is_, has_, can_, should_ ...), booleans, matches, `.ok`, `.called`, parametrized values.
    """
    for assertion in related(module, "true", "and"):
        vague = next((value for value in _truths(assertion) if not _is_excused(value, module, assertion)), None)
        if vague is not None and not _is_refused(assertion):
            yield Finding(assertion, text=module.text(vague))


def _truths(assertion: Assertion) -> Iterator[ast.Name | ast.Attribute]:
    """The names and attributes that an assertion only says are true."""
    for claim in assertion.claims:
        if claim.relation == "true" and isinstance(claim.actual, ast.Name | ast.Attribute):
            yield claim.actual


def _is_refused(assertion: Assertion) -> bool:
    """Whether an assertion stands in a raises block: reading what it names is what raises."""
    return any(assertion.statement in (claim.block or ()) for claim in assertion.test.fact(expectations))


def _is_excused(value: ast.Name | ast.Attribute, module: Module, assertion: Assertion) -> bool:
    word = value.id if isinstance(value, ast.Name) else value.attr
    if is_predicate(word) or word in assertion.test.parametrized or _is_constant(value, module, assertion):
        return True
    if isinstance(value, ast.Attribute) and _is_switched(value, assertion):
        return True
    made = source_of(value, module, assertion.scope)
    return is_boolean_made(made, module, assertion.scope) or is_lookup(made, module, assertion.scope)


def _is_constant(value: ast.Name | ast.Attribute, module: Module, assertion: Assertion) -> bool:
    """Whether an expression stands for an import, a function or a class, which are other rules' matter.

    What an import has in lower case (`config.title`) is a value like others, as far as nothing shows a function.
    """
    dotted = module.resolve(value, assertion.scope)
    if dotted is None or isinstance(value, ast.Name):
        return dotted is not None or module.definition(value, assertion.scope) is not None
    return not value.attr.islower() or module.find(dotted) is not None or is_existence_only(assertion.test)


def _is_switched(value: ast.Attribute, assertion: Assertion) -> bool:
    """Whether the test itself sets an attribute of that name to True or False."""
    return any(
        isinstance(item.value, ast.Constant) and isinstance(item.value.value, bool)
        for item in assertion.scope.statements.get(ast.Assign, ())
        if any(isinstance(target, ast.Attribute) and target.attr == value.attr for target in item.targets)
    )
