"""Plain forms: the way to write an assertion that shows both values when it fails."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import attrs

from flake8_testquality.model.assertions import operands_of
from flake8_testquality.model.intent import is_about
from flake8_testquality.model.names import last_name, root_name
from flake8_testquality.model.rewriting import (
    ARGUMENT,
    negated,
    operator_of,
    opposite,
    parenthesised,
    replace_statement,
)
from flake8_testquality.rule import Edit

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module

METHODS = {
    "==": "assertEqual", "!=": "assertNotEqual", "in": "assertIn", "not in": "assertNotIn", "is": "assertIs",
    "is not": "assertIsNot", "<": "assertLess", "<=": "assertLessEqual", ">": "assertGreater",
    ">=": "assertGreaterEqual",
}  # fmt: skip
TRUE = frozenset({"assertTrue", "assert_", "failUnless"})
FALSE = frozenset({"assertFalse", "failIf"})
EQUAL = frozenset({"assertEqual", "assertEquals", "failUnlessEqual", "assertIs"})
UNEQUAL = frozenset({"assertNotEqual", "assertNotEquals", "failIfEqual", "assertIsNot"})
# A test of operators says so; there the form is the point. An order may be one that a customer places.
_OPERATOR_STEMS = (
    "eq", "ne", "lt", "gt", "le", "ge", "equal", "inequal", "unequal", "compar", "ordering", "orderable", "operator",
    "hash", "contains", "richcmp", "cmp", "bool", "identity", "membership",
)  # fmt: skip


@attrs.frozen
class PlainForm:
    """`text` says the better form in a few words; `edits` write it, none where that might change the outcome."""

    text: str
    edits: tuple[Edit, ...]


def plain_form(assertion: Assertion, module: Module) -> PlainForm | None:
    """The form that an assertion should have; None if it has it, or if the operator itself is under test."""
    if assertion.kind == "assert":
        found = _of_assert(assertion, module)
    else:
        call = assertion.call
        root = getattr(getattr(call, "func", None), "value", None)
        if call is None or not isinstance(root, ast.Name):
            return None
        found = _of_method(assertion, call, module)
    return None if found is not None and _is_of_operators(assertion) else found


def _is_of_operators(assertion: Assertion) -> bool:
    """Whether a test of operators applies one: to objects, not to what it reads off them (`cart.total == 3`)."""
    if "isinstance" in assertion.relation or not is_about(assertion.test, _OPERATOR_STEMS):
        return False
    return not any(_is_plain(side) for operand in assertion.operands for side in _sides(operand))


def _sides(node: ast.expr) -> list[ast.expr]:
    """The two sides of a comparison, behind `not` too; of anything else the thing itself."""
    while isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        node = node.operand
    return [node.left, *node.comparators] if isinstance(node, ast.Compare) else [node]


def _is_plain(node: ast.expr) -> bool:
    """Whether an expression reads an attribute or an item of an object, or its length; the test's own are whole."""
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id == "len"
    if isinstance(node, ast.Attribute):
        return root_name(node) not in ("self", "cls")
    return isinstance(node, ast.Subscript)


def _of_assert(assertion: Assertion, module: Module) -> PlainForm | None:
    node = assertion.test_expression
    text = None
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        inner = node.operand
        if isinstance(inner, ast.Compare) and len(inner.ops) == 1 and opposite(operator_of(inner)):
            text = negated(module, inner)
    elif isinstance(node, ast.Compare) and len(node.ops) == 1 and operator_of(node) in ("is", "==", "is not", "!="):
        wanted = _boolean(node.comparators[0])
        if wanted is not None and is_boolean(node.left):
            holds = wanted == (operator_of(node) in ("is", "=="))
            text = parenthesised(module, node.left) if holds else negated(module, node.left)
    if text is None:
        return None
    said = f", {parenthesised(module, assertion.message)}" if assertion.message is not None else ""
    return PlainForm(_quoted(f"assert {text}"), replace_statement(module, assertion.node, [f"assert {text}{said}"]))


def _of_method(assertion: Assertion, call: ast.Call, module: Module) -> PlainForm | None:
    name = assertion.name
    used = 1 if name in TRUE | FALSE else 2 if name in EQUAL | UNEQUAL else 0
    claimed = operands_of(call, used)
    if not used or len(claimed) < used:
        return None
    method, parts = _of_truth(claimed[0], name in TRUE) if used == 1 else _of_equality(claimed, name)
    if method is None:
        return None
    if parts is None:
        return PlainForm(method, ())
    rest = [parenthesised(module, item, ARGUMENT) for item in call.args[used:]]
    rest += [f"{item.arg}={parenthesised(module, item.value)}" for item in call.keywords if item.arg]
    given = ", ".join([*(parenthesised(module, item, ARGUMENT) for item in parts), *rest])
    statement = assertion.statement
    edits: tuple[Edit, ...] = ()
    plain = not any(isinstance(item, ast.Starred) for item in call.args) and all(item.arg for item in call.keywords)
    plain = plain and len(call.args) >= used
    if isinstance(statement, ast.Expr) and statement.value is call and plain:
        owner = module.source.segment(call.func.value)  # type: ignore[attr-defined]
        edits = replace_statement(module, statement, [f"{owner}.{method}({given})"])
    return PlainForm(_quoted(f"{method}({', '.join(module.text(item, 20) for item in parts)})"), edits)


def _of_truth(node: ast.expr, wanted: bool) -> tuple[str | None, list[ast.expr] | None]:
    """The method for assertTrue or assertFalse of an expression, and its operands."""
    while isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        if not isinstance(node.operand, ast.Compare | ast.UnaryOp) and not _is_instance_check(node.operand):
            return None, None
        node, wanted = node.operand, not wanted
    if _is_instance_check(node) and isinstance(node, ast.Call):
        return ("assertIsInstance" if wanted else "assertNotIsInstance"), node.args
    if not isinstance(node, ast.Compare) or len(node.ops) != 1:
        return None, None
    operator: str | None = operator_of(node)
    if not wanted:
        operator = opposite(operator or "")
    if operator is None:
        return None, None
    left, right = node.left, node.comparators[0]
    if _is_none(right) and operator in ("==", "is", "!=", "is not"):
        return ("assertIsNone" if operator in ("==", "is") else "assertIsNotNone"), [left]
    return METHODS[operator], [left, right]


def _of_equality(pair: list[ast.expr], name: str) -> tuple[str | None, list[ast.expr] | None]:
    """The method for assertEqual or assertIs with None or a boolean, and its operands; no operands: no rewrite."""
    first, second = pair
    for other, constant in ((first, second), (second, first)):
        if _is_none(constant) and not _is_none(other):
            return ("assertIsNone" if name in EQUAL else "assertIsNotNone"), [other]
        wanted = _boolean(constant)
        if wanted is None or "Is" in name or isinstance(other, ast.Constant):
            continue
        truth = "assertTrue" if wanted == (name in EQUAL) else "assertFalse"
        if is_boolean(other):
            return truth, [other]
        return (f"assertIs(..., {wanted})" if name in EQUAL else truth), None
    return None, None


def is_boolean(node: ast.expr) -> bool:
    """Whether an expression is a comparison, a negation, or a call that answers with a boolean."""
    if isinstance(node, ast.UnaryOp):
        return isinstance(node.op, ast.Not)
    return isinstance(node, ast.Compare) or _is_instance_check(node)


def _is_instance_check(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and last_name(node.func) == "isinstance" and len(node.args) == 2


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _boolean(node: ast.expr) -> bool | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, bool) else None


def _quoted(text: str) -> str:
    words = " ".join(text.split())
    return f"`{words if len(words) <= 50 else words[:47] + '...'}`"
