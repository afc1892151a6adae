"""Quantifiers: all() and not any() over something that may be empty, which holds of nothing as well."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.filled_rows import is_filled
from flake8_testquality.model.names import dotted_text, last_name, root_name
from flake8_testquality.model.same_words import same_words
from flake8_testquality.model.scopes import Scope, descend

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module

_DISPLAYS = (ast.List, ast.Tuple, ast.Set, ast.Dict, ast.Constant, ast.JoinedStr)
# What gives as much as it is given.
_KEEPING = frozenset([
    "sorted", "list", "tuple", "reversed", "enumerate", "set", "iter", "items", "values", "keys", "zip", "map",
    "copy",
])  # fmt: skip
_ASKING = frozenset({"len", "sorted", "list", "set", "tuple", "dict", "sum", "min", "max"})
_HOLDING = frozenset({"any", "issubset"})
_MAX_STEPS = 6


def vacuous_quantifier(assertion: Assertion) -> ast.Call | None:
    """The all(...) that is claimed, or the any(...) that is denied, over what may be empty and is nowhere counted."""
    if assertion.kind not in ("assert", "unittest"):
        return None
    for claim in assertion.claims:
        relation = _truth_claimed(claim)
        if relation is None or not claim.operands:
            continue
        call = claim.operands[0]
        wanted = "all" if relation else "any"
        if (
            isinstance(call, ast.Call)
            and isinstance(call.func, ast.Name)
            and call.func.id == wanted
            and len(call.args) == 1
        ):
            over = _iterable(call.args[0])
            if (
                not _is_full(assertion.module, over, assertion.scope)
                and not _is_counted(assertion, over)
                and not _is_indexed(assertion, over)
                and not (isinstance(over, ast.Name) and is_filled(assertion.test, over.id))
            ):
                return call
    return None


def _truth_claimed(claim: Assertion) -> bool | None:
    """Whether a claim says that something is true, or that it is false: `assert x`, `assertIs(x, False)`."""
    if claim.relation in ("true", "false"):
        return claim.relation == "true"
    second = claim.operands[1] if claim.relation in ("is", "==") and len(claim.operands) == 2 else None
    return second.value if isinstance(second, ast.Constant) and isinstance(second.value, bool) else None


def _iterable(node: ast.expr) -> ast.expr:
    return node.generators[0].iter if isinstance(node, ast.GeneratorExp | ast.ListComp | ast.SetComp) else node


def _is_full(module: Module, node: ast.expr, scope: Scope) -> bool:
    """Whether an expression is written down in the test and not empty, or a constant of the file."""
    for _ in range(_MAX_STEPS):
        if isinstance(node, ast.Await):
            node = node.value
        if isinstance(node, _DISPLAYS):
            return True
        if isinstance(node, ast.Call):
            word = last_name(node.func)
            if word == "range":
                return all(isinstance(item, ast.Constant) for item in node.args)
            if word == "gather" and node.args:
                return not any(isinstance(item, ast.Starred) for item in node.args)
            if word not in _KEEPING:
                return False
            if isinstance(node.func, ast.Attribute):
                node = node.func.value
            elif node.args:
                node = node.args[-1]
            else:
                return False
        elif isinstance(node, ast.Name):
            if node.id.isupper():
                return True
            found = module.names.lookup(node.id, scope)
            values = [item.value for item in found[1] if not _is_mapped_anew(item.value, node.id)] if found else []
            if found is None or len(values) != 1 or values[0] is None:
                return False
            node, scope = values[0], found[0]
        else:
            return False
    return False


def _is_mapped_anew(value: ast.expr | None, name: str) -> bool:
    """Whether a name is bound to as much as it held: `names = [name.upper() for name in names]`."""
    if not isinstance(value, ast.ListComp) or len(value.generators) != 1 or value.generators[0].ifs:
        return False
    over = value.generators[0].iter
    return isinstance(over, ast.Name) and over.id == name


def _is_counted(assertion: Assertion, over: ast.expr) -> bool:
    """Whether another assertion, or another part of this one, says of the whole what an empty one would not satisfy."""
    names = {
        text for part in descend(over) if isinstance(part, ast.Name | ast.Attribute) and (text := dotted_text(part))
    }
    return any(
        (text := dotted_text(part)) and text in names
        for other in (*assertion.test.assertions, *assertion.claims)
        if other is not assertion and not _finds_none(other) and not _is_another(assertion, other, over)
        for operand in other.operands
        for part in _wholes(_meant(operand, other), is_claimed=other.relation == "true")
    )  # fmt: skip


def _meant(operand: ast.expr, assertion: Assertion) -> ast.expr:
    """What an operand stands for, if it names a length: `count = len(rows)`."""
    if not isinstance(operand, ast.Name):
        return operand
    places = assertion.module.bindings(assertion.scope).get(operand.id, ())
    value = places[0].value if len(places) == 1 else None
    return value if isinstance(value, ast.Call) and last_name(value.func) == "len" else operand


def _is_indexed(assertion: Assertion, over: ast.expr) -> bool:
    """Whether the test reads an element by its number, which an empty one does not have: `first = rows[0]`."""
    if not isinstance(over, ast.Name | ast.Attribute):
        return False
    # what the claim itself reads is only read where there is something to look at
    inside = {part for claim in assertion.claims for operand in claim.operands for part in descend(operand)}
    return any(
        _is_number(part.slice) and isinstance(part.ctx, ast.Load) and same_words(part.value, over)
        for part in assertion.scope.own(ast.Subscript)
        if part not in inside
    )


def _is_number(node: ast.expr) -> bool:
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        node = node.operand
    return isinstance(node, ast.Constant) and isinstance(node.value, int)


def _finds_none(other: Assertion) -> bool:
    """Whether an assertion says that there are none: `assert text.count("x") == 0`."""
    return other.relation == "==" and any(isinstance(item, ast.Constant) and item.value == 0 for item in other.operands)


def _is_another(assertion: Assertion, other: Assertion, over: ast.expr) -> bool:
    """Whether the name of what is gone over is given something else between two assertions."""
    name = root_name(over)
    first, last = sorted((assertion.statement.lineno, other.statement.lineno))
    places = assertion.module.bindings(assertion.scope).get(name, ()) if name is not None else ()
    return any(
        first < getattr(place.node, "lineno", first) < last
        and not any(isinstance(part, ast.Name) and part.id == name for part in descend(place.value or place.node))
        for place in places
    )


def _wholes(node: ast.expr, *, is_claimed: bool = False) -> Iterator[ast.expr]:
    """What an operand speaks of as a whole: itself, or what `len`, `sorted` or an index is asked of.

    What is claimed may be a part of it as well: that `any` of it is so, that it holds a set of others.
    """
    while True:
        yield node
        word = last_name(node.func) if isinstance(node, ast.Call) else None
        if isinstance(node, ast.Call) and node.args and (word in _ASKING or (is_claimed and word in _HOLDING)):
            node = node.args[0]
        elif word == "count" or (is_claimed and word == "issuperset"):
            func = node.func if isinstance(node, ast.Call) else None
            if not isinstance(func, ast.Attribute):
                return
            node = func.value
        elif isinstance(node, ast.Subscript):
            node = node.value
        elif isinstance(node, ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp):
            node = node.generators[0].iter
        else:
            return
