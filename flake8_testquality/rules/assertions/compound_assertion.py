"""TQ311."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.assertions import operands_of
from flake8_testquality.model.relations import related
from flake8_testquality.model.rewriting import ARGUMENT, negated, parenthesised, replace_statement
from flake8_testquality.rule import Edit, Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module

TRUE = frozenset({"assertTrue", "assert_", "failUnless"})
FALSE = frozenset({"assertFalse", "failIf"})


@rule(
    code="TQ311",
    profile="strict",
    message="{count} claims in one assertion: make each its own, so that the failure says which is wrong",
    peers=("PT018",),
    fix="safe",
    bad=(
        '''
        def test_invoice(invoice):
            assert invoice.total == 10 and invoice.paid  # TQ311
        ''',
        '''
        import unittest

        from billing import Invoice


        class InvoiceTest(unittest.TestCase):
            def test_invoice(self):
                invoice = Invoice(10)
                self.assertTrue(invoice.total == 10 and invoice.currency == "EUR", "a new invoice")  # TQ311
        ''',
    ),
    good='''
        def test_invoice(invoice):
            assert invoice.total == 10
            assert invoice.paid
    ''',
)
def compound_assertion(module: Module, _: Module) -> Iterator[Finding]:
    """When it fails, it shows one False, and not which of the claims was wrong.

    Allowed: `or`, chains such as `a < b < c`, all() over a list of claims.
    """
    for assertion in related(module, "and", "false"):
        parts = _parts(assertion.test_expression, ast.And) if assertion.kind == "assert" else []
        truth = operands_of(assertion.call, 1) if assertion.name in TRUE | FALSE and assertion.call is not None else []
        if truth:
            parts = _parts(truth[0], ast.And if assertion.name in TRUE else ast.Or)
        if len(parts) > 1:
            yield Finding(assertion, edits=_split(assertion, parts, module), count=len(parts))


def _parts(node: ast.expr | None, kind: type[ast.boolop]) -> list[tuple[ast.expr, bool]]:
    """The claims that `a and b` or `not (a or b)` makes; the second of each pair says that it is negated."""
    found: list[tuple[ast.expr, bool]] = []
    stack: list[tuple[ast.expr | None, bool]] = [(node, False)]
    while stack:
        current, denied = stack.pop()
        joint = kind if not denied else _OTHER[kind]
        if isinstance(current, ast.BoolOp) and isinstance(current.op, joint):
            stack.extend((value, denied) for value in reversed(current.values))
            continue
        inner = current.operand if isinstance(current, ast.UnaryOp) and isinstance(current.op, ast.Not) else None
        if isinstance(inner, ast.BoolOp) and isinstance(inner.op, _OTHER[joint]):
            stack.append((inner, not denied))
        elif current is not None:
            found.append((current, denied))
    return found


_OTHER: dict[type[ast.boolop], type[ast.boolop]] = {ast.And: ast.Or, ast.Or: ast.And}


def _split(assertion: Assertion, parts: list[tuple[ast.expr, bool]], module: Module) -> tuple[Edit, ...]:
    texts = [negated(module, part) if denied else parenthesised(module, part) for part, denied in parts]
    if assertion.kind == "assert":
        said = f", {parenthesised(module, assertion.message)}" if assertion.message is not None else ""
        return replace_statement(module, assertion.node, [f"assert {text}{said}" for text in texts])
    call = assertion.call
    statement = assertion.statement
    if call is None or not call.args or not isinstance(statement, ast.Expr) or statement.value is not call:
        return ()
    rest = [f", {parenthesised(module, item, ARGUMENT)}" for item in call.args[1:]]
    rest += [f", {item.arg}={parenthesised(module, item.value)}" for item in call.keywords if item.arg]
    name = module.source.segment(call.func)
    return replace_statement(module, statement, [f"{name}({text}{''.join(rest)})" for text in texts])
