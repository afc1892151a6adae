"""Private state: which private attributes of other objects the assertions of a file look at."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.scopes import descend

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module

_EXCUSED = ("raises", "warns", "logs", "fail")
# namedtuple's public names, and Django's Model._meta.
_PUBLIC = frozenset({"_", "_asdict", "_fields", "_field_defaults", "_make", "_replace", "_meta"})


def private_reads(module: Module) -> Iterator[tuple[Assertion, ast.Attribute]]:
    """(assertion, attribute) for each assertion that looks at a private attribute: the first that it names."""
    lines = frozenset(number for number, line in enumerate(module.source.lines, 1) if "._" in line)
    for assertion in module.assertions if lines else ():
        node = assertion.node
        if assertion.kind in _EXCUSED or lines.isdisjoint(range(node.lineno, node.end_lineno + 1)):
            continue
        private = next((part for part in _attributes(assertion) if part.attr[0] == "_" and _is_foreign(part)), None)
        if private is not None:
            yield assertion, private


def _attributes(assertion: Assertion) -> Iterator[ast.Attribute]:
    for operand in assertion.operands:
        for node in descend(operand):
            if node.__class__ is ast.Attribute:
                yield node


def _is_foreign(node: ast.Attribute) -> bool:
    if node.attr in _PUBLIC or (node.attr.startswith("__") and node.attr.endswith("__")):
        return False
    owner = node.value
    if isinstance(owner, ast.Call) and isinstance(owner.func, ast.Name):
        return owner.func.id not in ("super", "type")
    if isinstance(owner, ast.Attribute) and owner.attr == "__class__":
        owner = owner.value
    return not (isinstance(owner, ast.Name) and owner.id in ("self", "cls"))
