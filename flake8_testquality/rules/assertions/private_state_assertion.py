"""TQ314."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.scopes import descend
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module

EXCUSED = ("raises", "warns", "logs", "fail")
# namedtuple's public names, and Django's Model._meta.
PUBLIC = frozenset({"_", "_asdict", "_fields", "_field_defaults", "_make", "_replace", "_meta"})


@rule(
    code="TQ314",
    profile="strict",
    message="`{text}` is private: check what the public interface shows of it",
    peers=("SLF001",),
    bad='''
        def test_deposit_is_recorded(account):
            account.deposit(10)
            assert account._entries == [10]  # TQ314
    ''',
    good='''
        def test_deposit_is_recorded(account):
            account.deposit(10)
            assert account.balance == 10
    ''',
)
def private_state_assertion(module: Module, _: Module) -> Iterator[Finding]:
    """The test pins how it is done, so it breaks on a refactoring and proves nothing that a user sees.

    Allowed: attributes of self, cls and super(), dunder names, the namedtuple API, Django's _meta.
    """
    lines = frozenset(number for number, line in enumerate(module.source.lines, 1) if "._" in line)
    for assertion in module.assertions if lines else ():
        node = assertion.node
        if assertion.kind in EXCUSED or lines.isdisjoint(range(node.lineno, node.end_lineno + 1)):
            continue
        private = next((part for part in _attributes(assertion) if part.attr[0] == "_" and _is_foreign(part)), None)
        if private is not None:
            yield Finding(assertion, text=module.text(private))


def _attributes(assertion: Assertion) -> Iterator[ast.Attribute]:
    for operand in assertion.operands:
        for node in descend(operand):
            if node.__class__ is ast.Attribute:
                yield node


def _is_foreign(node: ast.Attribute) -> bool:
    if node.attr in PUBLIC or (node.attr.startswith("__") and node.attr.endswith("__")):
        return False
    owner = node.value
    if isinstance(owner, ast.Call) and isinstance(owner.func, ast.Name):
        return owner.func.id not in ("super", "type")
    if isinstance(owner, ast.Attribute) and owner.attr == "__class__":
        owner = owner.value
    return not (isinstance(owner, ast.Name) and owner.id in ("self", "cls"))
