"""Same values: comparisons of a thing with itself, by its words or by provenance."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.beginnings import begin_apart, written_on
from flake8_testquality.model.names import last_name, root_name
from flake8_testquality.model.origins import Value
from flake8_testquality.model.provenance import record
from flake8_testquality.model.references import hands_over_names
from flake8_testquality.model.rereading import asks_for_another, is_computed
from flake8_testquality.model.scopes import descend
from flake8_testquality.model.unset_attributes import set_by_methods

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.names import Binding
    from flake8_testquality.model.tests import Test

RELATIONS = frozenset({"==", "is", "<=", ">=", "almost", "same elements"})
_CHAINS = (ast.Name, ast.Attribute, ast.Subscript)
_DISPLAYS = (ast.List, ast.Tuple, ast.Dict)
_ACTIVE = (ast.Call, ast.Await, ast.NamedExpr, ast.Yield, ast.YieldFrom, ast.Lambda, ast.GeneratorExp, ast.JoinedStr)
_ORDERING: dict[type[ast.cmpop], str] = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">="}
_ORDERS = frozenset(_ORDERING.values())
_ABOUT_EQUALITY = re.compile(
    r"__eq__|__ne__|__hash__|__lt__|__le__|__gt__|__ge__|__cmp__|\bequality\b|\bnan\b|\bNaN\b|\bhash\(|\breflexiv|\bidentity\b|\bcomparison"
    r"|\btotal_ordering\b|\bequal to (?:it|them)sel",
    re.IGNORECASE,
)
_HASHING = re.compile(r"\bhash(?:es|ed|ing|able)?\b", re.IGNORECASE)
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
_ORDER = frozenset("lt le gt ge less greater order ordered ordering sort sorting".split())


def compares_same_value(assertion: Assertion) -> bool:
    """Whether both sides of an assertion are one value: the same words without a call, or two names of one thing."""
    if assertion.relation not in RELATIONS or len(assertion.operands) != 2:
        return False
    found = assertion.known.get("same value")
    if found is None:
        first, second = assertion.operands
        if same_words(first, second):
            # `x.part is x.part` asks whether the part is kept.
            same = assertion.relation != "is" or _is_stored(first, assertion)
            same = same and not asks_for_another(assertion, first)
        else:
            same = (
                _may_be_aliases(first, second, assertion)
                and not begin_apart(first, second, assertion)
                and not hands_over_names(assertion.test)
                and _are_one(assertion, first, second)
            )
        more = _ORDER if assertion.relation in ("<=", ">=") else frozenset()
        found = assertion.known["same value"] = (
            same
            and not any(is_about_equality(assertion.test, side, more) for side in (first, second))
            and not is_computed(assertion, first)
        )
    return found


def _is_stored(node: ast.expr, assertion: Assertion) -> bool:
    """Whether a name, or what a method of the test's class has put on its instance, is read."""
    if not isinstance(node, ast.Attribute) or assertion.test.cls is None:
        return isinstance(node, ast.Name | ast.Constant)
    is_own = isinstance(node.value, ast.Name) and node.value.id == "self"
    return is_own and node.attr in set_by_methods(assertion.test.cls)


def same_words(first: ast.expr, second: ast.expr) -> bool:
    """Whether two expressions are written alike and hold no call, so that both give one value."""
    cls = first.__class__
    if cls is not second.__class__ or cls is ast.Call:
        return False
    if cls is ast.Attribute and first.attr != second.attr:  # type: ignore[attr-defined]
        return False
    left, right = list(descend(first)), list(descend(second))
    return len(left) == len(right) and all(_alike(a, b) for a, b in zip(left, right, strict=True))


def _alike(first: Any, second: Any) -> bool:
    if first.__class__ is not second.__class__ or isinstance(first, _ACTIVE):
        return False
    cls = first.__class__
    if cls is ast.Name:
        return bool(first.id == second.id)
    if cls is ast.Attribute:
        return bool(first.attr == second.attr)
    if cls is ast.Constant:
        return first.value.__class__ is second.value.__class__ and bool(first.value == second.value)
    if cls is ast.Compare:
        return [type(op) for op in first.ops] == [type(op) for op in second.ops]
    if cls in (ast.BinOp, ast.UnaryOp, ast.BoolOp):
        return type(first.op) is type(second.op)
    return cls in (ast.Subscript, ast.Tuple, ast.List, ast.Dict, ast.Set, ast.Slice, ast.Starred)


def _may_be_aliases(first: ast.expr, second: ast.expr, assertion: Assertion) -> bool:
    """Whether two chains could be two names of one thing: one of their roots was bound to a name, part or element."""
    if not _is_chain(first) or not _is_chain(second):
        return False
    names = assertion.module.bindings(assertion.scope)
    for side, other in ((first, second), (second, first)):
        root = root_name(side)
        for place in names.get(root, ()) if root and root != "self" else ():
            value = place.value
            if value is None and isinstance(place.node, ast.Assign):
                value = place.node.value
                if isinstance(value, ast.Tuple | ast.List):
                    return True
            if isinstance(value, _CHAINS):
                return True
            if isinstance(value, _DISPLAYS) and _holds(value, root_name(other)):
                return True
            if (
                isinstance(value, ast.Call)
                and isinstance(value.func, ast.Attribute)
                and value.func.attr in ("get", "pop")
            ):
                return True
    return any(_is_kept_part(side, names, assertion) for side in (first, second))


def _is_chain(node: ast.expr) -> bool:
    return isinstance(node, _CHAINS) or _is_lookup(node)


def _is_lookup(node: ast.expr) -> bool:
    """Whether an expression reads a part by its key: `scope["user"]`, `scope.get("user")`."""
    if isinstance(node, ast.Call):
        is_get = isinstance(node.func, ast.Attribute) and node.func.attr == "get" and not node.keywords
        return is_get and len(node.args) == 1 and isinstance(node.args[0], ast.Constant)
    return isinstance(node, ast.Subscript)


def _is_kept_part(node: ast.expr, names: Mapping[str, Sequence[Binding]], assertion: Assertion) -> bool:
    """Whether an expression reads a part of a container that the test has written, or put on an object."""
    while isinstance(node, ast.Attribute):
        node = node.value
    if not _is_lookup(node):
        return False
    root = root_name(node)
    if root == "self" and isinstance(node, ast.Subscript):
        return True
    made = (place.value for place in names.get(root or "", ()))
    return root in assertion.test.fact(written_on) or any(
        isinstance(value, _DISPLAYS) or (isinstance(value, ast.Call) and last_name(value.func) == "dict")
        for value in made
    )


def _holds(display: ast.List | ast.Tuple | ast.Dict, name: str | None) -> bool:
    """Whether a name is an element of a container as it is written."""
    items = display.values if isinstance(display, ast.Dict) else display.elts
    return any(isinstance(item, ast.Name) and item.id == name for item in items)


def _are_one(assertion: Assertion, first: ast.expr, second: ast.expr) -> bool:
    found = record(assertion).values
    return len(found) == 2 and one_value(first, found[0], second, found[1])


def one_value(first: Any, left: Value, second: Any, right: Value) -> bool:
    """Whether two expressions read one place of one object."""
    for _ in range(12):
        if left is right:
            return True
        if first.__class__ is not second.__class__ or (left.node, right.node) != (first, second):
            return False
        if not (left.bases and right.bases):
            return False
        if isinstance(first, ast.Attribute):
            if first.attr != second.attr:
                return False
        elif not (isinstance(first, ast.Subscript) and same_words(first.slice, second.slice)):
            return False
        first, second, left, right = first.value, second.value, left.bases[0], right.bases[0]
    return False


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
    """Whether an object is also held equal to a part of itself, as only an equality of its own can make it."""
    sides = (node.left, node.comparators[0])
    return isinstance(operand, ast.Name) and any(
        same_words(side, operand) and isinstance(other, ast.Attribute) and root_name(other) == operand.id
        for side, other in (sides, sides[::-1])
    )


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
    ) or _asks_everything(test, operand, bool(more))
