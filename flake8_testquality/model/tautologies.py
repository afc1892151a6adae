"""Tautologies: claims that hold for every value."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_testquality.model.calls import argument, keyword
from flake8_testquality.model.certainties import DISPLAYS, constant, constant_claim
from flake8_testquality.model.classes import lineage
from flake8_testquality.model.equality import is_about_equality, names_equality
from flake8_testquality.model.instances import class_of
from flake8_testquality.model.memberships import is_no_text, may_be_no_text
from flake8_testquality.model.names import root_name
from flake8_testquality.model.same_words import same_words
from flake8_testquality.model.scopes import Scope

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module

_SIZES = frozenset({"builtins.len", "builtins.abs"})
_COUNTS = frozenset({"call_count", "await_count"})
# Built-in calls that never give None; that `hash` gives anything at all may be the question.
_NEVER_NONE = frozenset(
    f"builtins.{name}"
    for name in [
        "str",
        "repr",
        "len",
        "int",
        "float",
        "bool",
        "bytes",
        "list",
        "tuple",
        "set",
        "frozenset",
        "dict",
        "sorted",
        "abs",
        "type",
        "id",
        "sum",
    ]
)
_EVERYTHING = frozenset(
    {"", ".*", ".*?", "(.*)", "^", "^.*", "(?s).*", ".{0,}", "[\\s\\S]*", "^.*?", "(?:.*)", "(|.*)"}
)
_MATCHERS = frozenset({"re.match", "re.search", "regex.match", "regex.search"})


def is_certain(assertion: Assertion) -> bool:
    """Whether an assertion cannot fail whatever its values are: constant or tautology."""
    return constant_claim(assertion) is not None or tautology(assertion) is not None


def tautology(assertion: Assertion) -> ast.expr | None:
    """The claim of an assertion that every value fulfils; None if there is none."""
    if assertion.kind == "mock":
        call = assertion.call
        if assertion.name in ("assert_has_calls", "assert_has_awaits") and call is not None:
            first = call.args[0] if call.args else keyword(call, "calls")
            return assertion.actual if isinstance(first, ast.List | ast.Tuple) and not first.elts else None
        return None
    if assertion.kind not in ("assert", "unittest") or not assertion.operands:
        return None
    for claim in assertion.claims:
        if claim.operands and holds_always(claim, claim.module, claim.scope):
            return _subject(claim)
    return None


def _subject(claim: Assertion) -> ast.expr:
    """The side of a claim that it is about: the other one is a bound, the empty text or `ANY`."""
    first, *others = claim.operands
    if len(others) != 1 or claim.relation not in ("in", "==", "!=", "<", "<=", ">", ">="):
        return first
    module, scope = claim.module, claim.scope
    is_measure = _is_empty_text(first) or _number(first) is not None or _is(module, first, scope, "unittest.mock.ANY")
    return others[0] if is_measure else first


def holds_always(claim: Assertion, module: Module, scope: Scope) -> bool:
    """Whether what is claimed is true of every value."""
    relation, operands = claim.relation, claim.operands
    first = operands[0]
    if relation == "is not none" or (relation in ("is not", "!=") and len(operands) == 2 and _is_none(operands[1])):
        return _never_none(first, module, scope) or _always_found(first, module, scope)
    if relation in (">=", ">", "<=", "<", "!=") and len(operands) == 2:
        return _size_in_range(relation, first, operands[1], module, scope)
    if relation == "==" and len(operands) == 2 and module.says("ANY"):
        anything = next((side for side in operands if _is(module, side, scope, "unittest.mock.ANY")), None)
        if anything is None or _is_own(anything, module) or is_about_equality(claim.test, anything):
            return False
        return not _has_own_eq(first, module, scope)
    if relation == "in" and len(operands) == 2:
        return _always_in(claim, first, operands[1])
    if relation in ("isinstance", "issubclass") and len(operands) == 2:
        # of what is no class, or only stands in for one, `issubclass` does not hold
        return _is_object(operands[1], module, scope) and (relation == "isinstance" or _is_class(first, module, scope))
    if relation == "or":
        return _complementary(operands)
    if relation == "true":
        return _always_matches(first, module, scope)
    if relation == "startswith" or relation == "endswith":
        return len(operands) > 1 and _is_empty_text(operands[1]) and not is_no_text(first, module, scope)
    if relation == "matches" and len(operands) == 2:
        return isinstance(operands[1], ast.Constant) and operands[1].value in _EVERYTHING
    return False


def _has_own_eq(node: ast.expr, module: Module, scope: Scope) -> bool:
    """Whether an object is asked first, and by a class in sight that defines equality itself."""
    cls = class_of(module, node, scope)
    return cls is not None and lineage(*cls).method("__eq__") is not None


def _is(module: Module, node: ast.expr, scope: Scope, name: str) -> bool:
    return isinstance(node, ast.Name | ast.Attribute) and module.resolve(node, scope) == name


def _is_own(node: ast.expr, module: Module) -> bool:
    """Whether a name comes from a package of the project, which then is what the tests are about."""
    heads = {target.partition(".")[0] for target in module.names.imported.get(root_name(node) or "", ())}
    return any(head != "unittest" and module.project.is_first_party(head, module.path) for head in heads)


def _is_class(node: ast.expr, module: Module, scope: Scope) -> bool:
    """Whether an expression names a class of the file, or what is imported."""
    return isinstance(module.definition(node, scope), ast.ClassDef) or module.resolve(node, scope) is not None


def _called(node: ast.expr, module: Module, scope: Scope) -> str:
    return (module.resolve(node.func, scope) or "") if isinstance(node, ast.Call) else ""


def _number(node: ast.expr) -> int | float | None:
    found = constant(node)
    number = found[0] if found else None
    return number if isinstance(number, int | float) and not isinstance(number, bool) else None


def _size_in_range(relation: str, first: ast.expr, second: ast.expr, module: Module, scope: Scope) -> bool:
    if relation in ("<=", "<"):
        relation, first, second = {"<=": ">=", "<": ">"}[relation], second, first
    bound = _number(second)
    if relation == "!=":
        return bound is not None and bound < 0 and _is_size(first, module, scope)
    fits = bound is not None and (bound <= 0 if relation == ">=" else bound < 0)
    return fits and _is_size(first, module, scope)


def _is_size(node: ast.expr, module: Module, scope: Scope) -> bool:
    if isinstance(node, ast.Attribute):
        return node.attr in _COUNTS
    return _called(node, module, scope) in _SIZES


def _always_in(claim: Assertion, first: ast.expr, second: ast.expr) -> bool:
    if isinstance(second, DISPLAYS):
        # In a set the value must be hashable, which may be the question.
        in_order = isinstance(second, ast.List | ast.Tuple) and not isinstance(first, ast.Constant)
        if in_order and any(same_words(first, item) for item in second.elts):
            # what stands before it in the list is held against it first
            return same_words(first, second.elts[0]) or not names_equality(claim.test)
        values = {item.value for item in second.elts if isinstance(item, ast.Constant) and isinstance(item.value, bool)}
        truths = ("builtins.bool", "builtins.isinstance")
        return values == {True, False} and _called(first, claim.module, claim.scope) in truths
    return _is_empty_text(first) and not may_be_no_text(claim)


def _is_empty_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value.__class__ in (str, bytes) and not node.value


def _is_object(node: ast.expr, module: Module, scope: Scope) -> bool:
    items = node.elts if isinstance(node, ast.Tuple) else [node]
    return any(_is(module, item, scope, "builtins.object") for item in items)


def _complementary(operands: list[ast.expr]) -> bool:
    for index, first in enumerate(operands[:8]):
        for second in operands[index + 1 : 8]:
            if _are_opposite(first, second) or _are_opposite(second, first):
                return True
    return False


_OPPOSITE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Is: ast.IsNot, ast.Eq: ast.NotEq, ast.In: ast.NotIn,
    ast.Lt: ast.GtE, ast.Gt: ast.LtE,
}  # fmt: skip


def _are_opposite(first: ast.expr, second: ast.expr) -> bool:
    if isinstance(second, ast.UnaryOp) and isinstance(second.op, ast.Not):
        return same_words(first, second.operand)
    if not (
        isinstance(first, ast.Compare) and isinstance(second, ast.Compare) and len(first.ops) == len(second.ops) == 1
    ):
        return False
    if _OPPOSITE.get(type(first.ops[0])) is not type(second.ops[0]):
        return False
    if isinstance(first.ops[0], ast.Lt | ast.Gt):
        # nan is neither below nor above.
        return False
    return same_words(first.left, second.left) and same_words(first.comparators[0], second.comparators[0])


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _never_none(node: ast.expr, module: Module, scope: Scope) -> bool:
    return _called(node, module, scope) in _NEVER_NONE


def _always_matches(node: ast.expr, module: Module, scope: Scope) -> bool:
    if not isinstance(node, ast.Call):
        return False
    if node.args and isinstance(node.func, ast.Attribute) and node.func.attr in ("startswith", "endswith"):
        first = node.args[0]
        return _is_empty_text(first) and not is_no_text(node.func.value, module, scope)
    return _always_found(node, module, scope)


def _always_found(node: ast.expr, module: Module, scope: Scope) -> bool:
    """Whether a pattern is looked for that every text has."""
    if not isinstance(node, ast.Call) or not _is_open(argument(node, 0, "pattern")):
        return False
    return _called(node, module, scope) in _MATCHERS


def _is_open(node: ast.expr | None) -> bool:
    return isinstance(node, ast.Constant) and node.value in _EVERYTHING


def open_pattern(assertion: Assertion) -> ast.expr | None:
    """The pattern of a raises or warns block that every message matches; None if there is none."""
    call = assertion.call
    if assertion.block is None or call is None or assertion.kind not in ("raises", "warns"):
        return None
    is_method = "Regex" in assertion.name
    pattern = call.args[1] if is_method and len(call.args) > 1 else None if is_method else keyword(call, "match")
    return pattern if _is_open(pattern) else None
