"""Floats: literals that binary floating point cannot hold, and values that are computed rather than handed through."""

from __future__ import annotations

import ast
from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.classes import lineage
from flake8_testquality.model.instances import class_of
from flake8_testquality.model.names import dotted_text, last_name, root_name
from flake8_testquality.model.scopes import descend
from flake8_testquality.model.words import words
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.names import Binding
    from flake8_testquality.model.scopes import Scope
    from flake8_testquality.model.tests import Test

_NUMBER = regex(r"(?<![\w.])(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][-+]?\d+)?")
_OPENERS = frozenset({"open", "file"})
_MAX_STEPS = 4
_EXACT_MAKERS = frozenset({"approx", "Decimal", "Fraction", "round", "isclose"})


def inexact_literal(node: ast.expr, module: Module) -> str | None:
    """The text of a float literal with a fraction that no float equals exactly (0.1, not 0.5), with its sign."""
    value = node
    if isinstance(value, ast.UnaryOp) and isinstance(value.op, ast.USub | ast.UAdd):
        value = value.operand
    if not isinstance(value, ast.Constant) or not isinstance(value.value, float) or value.value != value.value:
        return None
    # loaded where a float is compared, not by every run
    from fractions import Fraction

    text = module.source.segment(value).replace("_", "")
    try:
        written = Fraction(text)
        return None if written.denominator == 1 or written == Fraction(value.value) else module.text(node)
    except (ValueError, OverflowError):
        return None


def is_computed(actual: ast.expr, literal: str, assertion: Assertion) -> bool:
    """Whether a value comes from arithmetic or a call, and the test did not supply the literal itself."""
    for part in descend(actual):
        if part.__class__ is ast.Call and last_name(part.func) in _EXACT_MAKERS:
            return False
    if isinstance(actual, ast.Constant | ast.JoinedStr | ast.Dict | ast.List | ast.Tuple | ast.Set):
        return False
    if assertion.test.fact(_supplied).get(float(literal.lstrip("+-").replace("_", "")), 0) >= 1:
        return False
    if isinstance(actual, ast.Subscript) and _is_on_file(assertion.test, actual, _MAX_STEPS):
        return False
    return not _is_written_there(assertion, actual, literal)


def _is_written_there(assertion: Assertion, node: ast.expr, literal: str) -> bool:
    """Whether a value is an item of what a method in sight gives that has the very number written in it: a table."""
    module, scope = assertion.module, assertion.scope
    if not isinstance(node, ast.Subscript):
        return False
    while isinstance(node, ast.Subscript):
        node = node.value
    if isinstance(node, ast.Name):
        places = module.bindings(scope).get(node.id, [])
        before = bisect_left(places, assertion.node.lineno, key=_line)
        node = (places[before - 1].value if before else None) or node
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return False
    return float(literal.lstrip("+-").replace("_", "")) in _written(module, node.func, scope)


def _line(place: Binding) -> int:
    line: int = getattr(place.node, "lineno", 0)
    return line


def _written(module: Module, func: ast.Attribute, scope: Scope) -> frozenset[float]:
    """The floats that are written in a method in sight; told once for the names of a function, or of a class."""
    owner = next((item for item in scope.chain() if item.is_class), scope) if root_name(func) == "self" else scope
    known: dict[tuple[Scope, str | None], frozenset[float]] = module.fact(_tables)
    key = owner, dotted_text(func)
    if key[1] is None:
        return frozenset()
    if key not in known:
        cls = class_of(module, func.value, scope)
        found = lineage(*cls).method(func.attr) if cls is not None else None
        parts = ast.walk(found[1]) if found is not None else ()
        known[key] = frozenset(
            part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, float)
        )
    return known[key]


def _tables(module: Module) -> dict[tuple[Scope, str | None], frozenset[float]]:
    return {}


def _is_on_file(test: Test, node: ast.expr, steps: int) -> bool:
    """Whether a value is read by keys alone out of a file that was there before the test: nothing has computed it."""
    while isinstance(node, ast.Subscript):
        node = node.value
    places = test.module.bindings(test.scope).get(node.id, ()) if isinstance(node, ast.Name) else ()
    if not places or not steps:
        return False
    return all(
        _is_on_file(test, place.value, steps - 1)
        if isinstance(place.value, ast.Subscript)
        else _opens_first(test, place.node)
        for place in places
    )


def _opens_first(test: Test, node: ast.AST) -> bool:
    """Whether a test begins with a block that opens a file which no fixture of it can have written."""
    if not isinstance(node, ast.With) or node not in test.body or len(node.items) != 1:
        return False
    call = node.items[0].context_expr
    if not isinstance(call, ast.Call) or _OPENERS.isdisjoint(words(last_name(call.func) or "")):
        return False
    before = test.body[: test.body.index(node)]
    if any(isinstance(part, ast.Call) for item in before for part in ast.walk(item)):
        return False
    given = {part.id for part in descend(call) if isinstance(part, ast.Name)}
    return given.isdisjoint((*test.arguments, "self", "cls"))


def _supplied(test: Test) -> dict[float, int]:
    """How often each number is written in the test and around the tests of its file, other than to be compared with."""
    module = test.module
    lines = module.source.lines
    found: dict[float, int] = {}
    for number in _NUMBER.findall("".join(lines[_first_line(test) - 1 : test.node.end_lineno])):
        _count(found, number, 1)
    for claim in (claim for assertion in test.assertions for claim in assertion.claims):
        for part in _compared(claim):
            literal = inexact_literal(part, module)
            if literal is not None:
                _count(found, literal.lstrip("+-"), -1)
    for number, count in module.fact(_around).items():
        found[number] = found.get(number, 0) + count
    return found


def _compared(claim: Assertion) -> Iterator[ast.expr]:
    """What a claim compares something with, and the numbers in it if it says approx."""
    for side in (claim.actual, claim.expected) if claim.relation in ("==", "almost", "not almost") else ():
        if isinstance(side, ast.Call) and last_name(side.func) == "approx" and side.args:
            yield from (part for part in descend(side.args[0]) if isinstance(part, ast.Constant))
        elif side is not None:
            yield side


def _first_line(test: Test) -> int:
    return min([test.node.lineno, *(item.lineno for item in test.node.decorator_list)])


def _around(module: Module) -> dict[float, int]:
    inside: set[int] = set()
    for test in module.tests:
        inside.update(range(_first_line(test), (test.node.end_lineno or test.node.lineno) + 1))
    found: dict[float, int] = {}
    for line, text in enumerate(module.source.lines, 1):
        if line not in inside and "." in text:
            for number in _NUMBER.findall(text):
                _count(found, number, 1)
    return found


def _count(found: dict[float, int], number: str, weight: int) -> None:
    try:
        value = float(number.replace("_", ""))
    except (ValueError, OverflowError):
        return
    found[value] = found.get(value, 0) + weight
