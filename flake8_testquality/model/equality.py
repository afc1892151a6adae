"""Equality: whether a test asks about equality, hashing or order themselves, so that a thing may meet itself."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.instances import class_of, making_call
from flake8_testquality.model.names import dotted_text, last_name, root_name
from flake8_testquality.model.own_code import is_product
from flake8_testquality.model.same_words import same_words
from flake8_testquality.model.scopes import descend
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.tests import Test

_ORDERING: dict[type[ast.cmpop], str] = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">="}
_ORDERS = frozenset(_ORDERING.values())
_ABOUT_EQUALITY = regex(
    r"__eq__|__ne__|__hash__|__lt__|__le__|__gt__|__ge__|__cmp__|\bequality\b|\bnan\b|\bNaN\b|\bhash\(|\breflexiv|\bidentity\b|\bcomparison"
    r"|\btotal_ordering\b|\bequal to (?:it|them)sel",
    re.IGNORECASE,
)
_HASHING = regex(r"\bhash(?:es|ed|ing|able)?\b", re.IGNORECASE)
_WORDS = frozenset(
    [
        "eq",
        "ne",
        "equal",
        "equals",
        "equality",
        "equivalence",
        "hash",
        "hashable",
        "hashing",
        "nan",
        "identity",
        "reflexive",
        "reflexivity",
        "compare",
        "comparison",
        "comparisons",
        "comparable",
        "cmp",
        "richcmp",
    ]
)
_OPERATIONS = frozenset("len dir iter bool repr str hash next int float bytes".split())
ORDER = frozenset("lt le gt ge less greater order ordered ordering sort sorting".split())


def _asks_everything(test: Test, operand: ast.expr, order: bool) -> bool:
    """Whether a test goes through the built-in operations of an object, or through the orders that it knows."""
    compared = [node for scope in test.scopes for node in scope.own(ast.Compare) if len(node.ops) == 1]
    if order:
        signs = {type(node.ops[0]) for node in compared if _are_both(node, operand)}
        if len(signs & _ORDERING.keys()) > 1:
            return True
    if _is_ordered(test, compared, operand):
        return True
    if not isinstance(operand, ast.Name):
        return False
    asked = {
        call.func.id
        for call in test.scope.calls
        if isinstance(call.func, ast.Name) and call.func.id in _OPERATIONS and call.args
        and isinstance(call.args[0], ast.Name) and call.args[0].id == operand.id
    }  # fmt: skip
    return len(asked) > 1


def _is_ordered(test: Test, compared: list[ast.Compare], operand: ast.expr) -> bool:
    """Whether a test asks of an object and one other thing for more than one order: `<` and `>`, say."""
    asked: list[tuple[Any, Any, Any]] = [
        (_ORDERING.get(type(node.ops[0])), node.left, node.comparators[0]) for node in compared
    ]
    asked += [(item.relation, item.actual, item.expected) for item in test.assertions if item.kind == "unittest"]
    others = [
        (sign, other)
        for sign, first, other in asked
        if sign in _ORDERS and not isinstance(other, ast.Constant) and same_words(first, operand)
    ]
    return any(sign != others[0][0] and same_words(other, others[0][1]) for sign, other in others[1:])


def _are_both(node: ast.Compare, operand: ast.expr) -> bool:
    return same_words(node.left, operand) and same_words(node.comparators[0], operand)


def _differs(test: Test, node: ast.Compare) -> bool:
    """Whether a comparison is said to be unequal: by its operator, `not`, assertFalse or `is False`."""
    if isinstance(node.ops[0], ast.NotEq | ast.IsNot):
        return True
    above = test.module.parent(node)
    if isinstance(above, ast.Call):
        return last_name(above.func) in ("assertFalse", "failIf")
    if isinstance(above, ast.Compare):
        second = above.comparators[0]
        return above.left is node and isinstance(second, ast.Constant) and second.value is False
    return isinstance(above, ast.UnaryOp) and isinstance(above.op, ast.Not)


def _names(node: ast.expr) -> set[str]:
    return {part.id for part in descend(node) if isinstance(part, ast.Name)}


def names_equality(test: Test, more: frozenset[str] = frozenset()) -> bool:
    """Whether a test says in its name, its docstring or its code that it is about equality or hashing."""
    words = re.split(r"[^a-z]+", re.sub(r"(?<=[a-z])(?=[A-Z])", "_", test.qualified_name).lower())
    if not (_WORDS | more).isdisjoint(words) or _ABOUT_EQUALITY.search(test.module.source.segment(test.node)):
        return True
    return bool(test.docstring and _HASHING.search(test.docstring))


def _meets_part(node: ast.Compare, operand: ast.expr) -> bool:
    """Whether an object is also held equal to a part of itself, or to what a method of it gives: a copy, say.

    Only an equality of its own can make it so.
    """
    sides = (node.left, node.comparators[0])
    return isinstance(operand, ast.Name) and any(
        same_words(side, operand) and root_name(_called_or_read(other)) == operand.id
        for side, other in (sides, sides[::-1])
    )


def _called_or_read(node: ast.expr) -> ast.expr | None:
    """The chain of an attribute that is read, or of a method that is called."""
    func = node.func if isinstance(node, ast.Call) else node
    return func if isinstance(func, ast.Attribute) else None


def runs_own_operator(assertion: Assertion, operand: ast.expr) -> bool:
    """Whether an operand puts an operator to an object that the test makes, or the assertion an order.

    The class of the object decides what comes out, as in a call of its methods.
    """
    is_order = assertion.relation in ("<=", ">=")
    if not (is_order and isinstance(operand, ast.Name)) and not isinstance(operand, ast.BinOp | ast.UnaryOp):
        return False
    parts = [part for part in descend(operand) if isinstance(part, ast.Name)]
    return any(_is_made_object(assertion, part) for part in parts)


def _is_made_object(assertion: Assertion, name: ast.Name) -> bool:
    """Whether a name stands for an object of a class in sight, or of one elsewhere that is not Python's own."""
    module, scope = assertion.module, assertion.scope
    call = making_call(module, name, scope)
    if call is None:
        return False
    if class_of(module, name, scope) is not None:
        return True
    dotted = module.resolve(call.func, scope)
    is_class = (last_name(call.func) or "").lstrip("_")[:1].isupper()
    return is_class and (dotted is None or is_product(module, dotted))


def is_about_equality(test: Test, operand: ast.expr, more: frozenset[str] = frozenset()) -> bool:
    """Whether a test is about equality or hashing themselves, by its name, its docstring or what it calls."""
    if names_equality(test, more):
        return True
    if f"assertNotEqual({test.module.source.segment(operand)}," in test.module.source.segment(test.node):
        return True
    # of a sum the equality of its parts is the question as well
    parts = _names(operand) if isinstance(operand, ast.BinOp) else frozenset()
    return any(
        _differs(test, node) or _meets_part(node, operand)
        for scope in test.scopes
        for node in scope.own(ast.Compare)
        if isinstance(node.ops[0], ast.Eq | ast.NotEq | ast.IsNot)
        and (
            same_words(node.left, operand)
            or same_words(node.comparators[0], operand)
            or (parts and not parts.isdisjoint(_names(node)) and isinstance(node.ops[0], ast.NotEq))
        )
    ) or _asks_everything(test, operand, bool(more)) or _is_unequal_beside(test, operand)


def _is_unequal_beside(test: Test, operand: ast.expr) -> bool:
    """Whether another test of the class holds what the same call makes to be unequal to something."""
    made = making_call(test.module, operand, test.scope) if isinstance(operand, ast.Name) else None
    maker = dotted_text(made.func) if made is not None else None
    if maker is None or test.cls is None:
        return False
    return any(
        isinstance(side, ast.Name)
        and (call := making_call(test.module, side, other.scope)) is not None
        and dotted_text(call.func) == maker
        for other in test.module.tests
        if other.cls is test.cls and other is not test
        for side in _unequal(other)
    )


def _unequal(test: Test) -> Iterator[ast.expr]:
    """The sides of the comparisons that a test holds to be unequal."""
    for node in test.scope.own(ast.Compare):
        if isinstance(node.ops[0], ast.Eq | ast.NotEq) and _differs(test, node):
            yield from (node.left, node.comparators[0])
    for item in test.assertions:
        if item.kind == "unittest" and item.relation == "!=":
            yield from item.operands
