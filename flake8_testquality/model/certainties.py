"""Certainties: constants and literals that make an assertion always true."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.assertions import operands_of
from flake8_testquality.model.same_words import same_words

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion

DISPLAYS = (ast.List, ast.Tuple, ast.Set)
_LITERALS = (
    ast.Constant,
    ast.JoinedStr,
    ast.List,
    ast.Tuple,
    ast.Set,
    ast.Dict,
    ast.ListComp,
    ast.DictComp,
    ast.SetComp,
)
# Whose value the expression alone does not tell: most of what tests assert.
_VARYING = frozenset({ast.Name, ast.Attribute, ast.Call, ast.Subscript, ast.Await})
MAX_DEPTH = 20


def constant_claim(assertion: Assertion) -> ast.expr | None:
    """The part of an assertion that makes it true at all times, None if there is none."""
    if assertion.kind not in ("assert", "unittest"):
        return None
    if not assertion.operands:
        return None
    relation = assertion.relation
    if assertion.kind == "assert":
        node = assertion.statement.test
        return true_part(node)
    if assertion.name in ("assertTrue", "assert_", "failUnless"):
        given = operands_of(assertion.call, 1) if assertion.call is not None else []
        return true_part(given[0]) if given else None
    if relation in ("true", "false") and assertion.name in ("assertFalse", "failIf"):
        return assertion.operands[0] if relation == "false" and is_false(assertion.operands[0]) else None
    if relation == "is not none":
        return assertion.operands[0] if is_something(assertion.operands[0]) else None
    if relation == "is none":
        first = assertion.operands[0]
        return first if isinstance(first, ast.Constant) and first.value is None else None
    if len(assertion.operands) == 2 and relation in ("==", "!=", "<", "<=", ">", ">=", "in", "not in", "is not"):
        first, second = assertion.operands
        return first if _holds(relation, first, second) else None
    return None


def true_part(node: ast.expr, depth: int = 0) -> ast.expr | None:
    """The operand that makes an expression always true: itself, or the stray one of an `or`."""
    if node.__class__ in _VARYING or depth > MAX_DEPTH:
        return None
    if isinstance(node, ast.Compare) and not _VARYING.isdisjoint((node.left.__class__, node.comparators[0].__class__)):
        return None
    if isinstance(node, ast.BoolOp):
        parts = [true_part(item, depth + 1) for item in node.values]
        if isinstance(node.op, ast.Or):
            return next((part for part in parts if part is not None), None)
        return node if all(part is not None for part in parts) else None
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return node if is_false(node.operand) else None
    if isinstance(node, ast.UnaryOp):
        number = constant(node)
        return node if number is not None and number[0] else None
    if isinstance(node, ast.IfExp):
        both = true_part(node.body, depth + 1) and true_part(node.orelse, depth + 1)
        return node if both else None
    if isinstance(node, ast.NamedExpr):
        return true_part(node.value, depth + 1)
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        word = _OPERATORS.get(type(node.ops[0]), "")
        return node if _holds(word, node.left, node.comparators[0]) else None
    return node if _is_true(node) else None


def _is_true(node: ast.expr) -> bool:
    if isinstance(node, ast.Constant):
        return bool(node.value)
    if isinstance(node, DISPLAYS):
        return any(not isinstance(item, ast.Starred) for item in node.elts)
    if isinstance(node, ast.Dict):
        return any(key is not None for key in node.keys)
    if isinstance(node, ast.JoinedStr):
        return any(isinstance(item, ast.Constant) and item.value for item in node.values)
    return False


def is_false(node: ast.expr) -> bool:
    """Whether a literal is always false."""
    if isinstance(node, ast.Constant):
        return not node.value
    if isinstance(node, ast.List | ast.Tuple):
        return not node.elts
    return isinstance(node, ast.Dict) and not node.keys


def is_something(node: ast.expr) -> bool:
    """Whether a literal is certainly not None."""
    return isinstance(node, _LITERALS) and not (isinstance(node, ast.Constant) and node.value is None)


_OPERATORS: dict[type[ast.cmpop], str] = {
    ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.In: "in",
    ast.NotIn: "not in", ast.IsNot: "is not",
}  # fmt: skip


def _holds(word: str, first: ast.expr, second: ast.expr) -> bool:
    """Whether a comparison of constants is true; written alike on both sides it is a self-comparison."""
    if word == "is not":
        for one, other in ((first, second), (second, first)):
            if isinstance(other, ast.Constant) and other.value is None and is_something(one):
                return True
        return False
    if same_words(first, second):
        return False
    left, right = constant(first), constant(second)
    if left is None or right is None:
        return False
    try:
        return bool(_COMPARE[word](left[0], right[0])) if word in _COMPARE else False
    except TypeError:
        return False


_COMPARE: dict[str, Any] = {
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "in": lambda a, b: a in b,
    "not in": lambda a, b: a not in b,
}


def constant(node: ast.expr, depth: int = 0) -> tuple[Any] | None:
    """The value of a constant or of a list or tuple of constants, in a tuple of one."""
    if isinstance(node, ast.Constant):
        return (node.value,)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) and isinstance(node.operand, ast.Constant):
        return (-node.operand.value,) if isinstance(node.operand.value, int | float) else None
    if isinstance(node, ast.List | ast.Tuple) and depth < 3 and len(node.elts) < 50:
        parts = [constant(item, depth + 1) for item in node.elts]
        if any(part is None for part in parts):
            return None
        items = [part[0] for part in parts if part is not None]
        return (items if isinstance(node, ast.List) else tuple(items),)
    return None
