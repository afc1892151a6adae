"""Migration: unittest's assertions as plain asserts, with the same outcomes."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_testquality.model.assertions import UNITTEST
from flake8_testquality.model.case_calls import CaseCall, imported_name, is_standard
from flake8_testquality.model.rewriting import (
    ATOM,
    OPERAND,
    SUM,
    comparison,
    negated,
    parenthesised,
    replace_statement,
)
from flake8_testquality.rule import Edit

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

_OPERATORS = frozenset({"==", "!=", "is", "is not", "in", "not in", "<", "<=", ">", ">="})
# These look at the type of both sides too; a display of that type on one side says as much.
_TYPED: dict[str, tuple[type[ast.expr], ...]] = {
    "assertListEqual": (ast.List, ast.ListComp),
    "assertDictEqual": (ast.Dict, ast.DictComp),
    "assertTupleEqual": (ast.Tuple,),
    "assertSetEqual": (ast.Set, ast.SetComp),
    "assertMultiLineEqual": (ast.JoinedStr,),
}


def rewritten_assertion(module: Module, call: CaseCall) -> tuple[Edit, ...]:
    """The edits that write an assertion of unittest as a plain assert; none where the outcome might change."""
    statement = module.statement_of(call.node)
    if not isinstance(statement, ast.Expr) or statement.value is not call.node or not is_standard(call):
        return ()
    parsed = _arguments(call)
    if parsed is None:
        return ()
    operands, message, words = parsed
    imports: list[Edit] = []
    text = _claim(module, call, operands, words, imports)
    if text is None or len(imports) > 1:
        return ()
    said = f", {parenthesised(module, message)}" if message is not None else ""
    edits = replace_statement(module, statement, [f"assert {text}{said}"])
    return (*edits, *imports) if edits else ()


_PARAMETERS = {
    "assertTrue": ("expr",), "assertFalse": ("expr",), "assertIn": ("member", "container"),
    "assertNotIn": ("member", "container"), "assertIs": ("expr1", "expr2"), "assertIsNot": ("expr1", "expr2"),
    "assertIsNone": ("obj",), "assertIsNotNone": ("obj",), "assertIsInstance": ("obj", "cls"),
    "assertNotIsInstance": ("obj", "cls"), "assertLess": ("a", "b"), "assertLessEqual": ("a", "b"),
    "assertGreater": ("a", "b"), "assertGreaterEqual": ("a", "b"), "assertRegex": ("text", "expected_regex"),
    "assertNotRegex": ("text", "unexpected_regex"), "assertDictEqual": ("d1", "d2"),
    "assertListEqual": ("list1", "list2"),
    "assertTupleEqual": ("tuple1", "tuple2"), "assertSetEqual": ("set1", "set2"),
    "assertSequenceEqual": ("seq1", "seq2"),
    "assertHasAttr": ("obj", "name"), "assertNotHasAttr": ("obj", "name"), "assertStartsWith": ("s", "prefix"),
    "assertEndsWith": ("s", "suffix"), "assertIsSubclass": ("cls", "superclass"),
}  # fmt: skip


def _arguments(call: CaseCall) -> tuple[list[ast.expr], ast.expr | None, dict[str, ast.expr]] | None:
    """(operands, message, other words) of an assertion; None where it hides them behind stars or has too few."""
    node = call.node
    if any(isinstance(item, ast.Starred) for item in node.args) or any(item.arg is None for item in node.keywords):
        return None
    words = {item.arg: item.value for item in node.keywords if item.arg}
    names = _PARAMETERS.get(call.name, ("first", "second"))
    operands = list(node.args[: len(names)])
    rest = list(node.args[len(names) :])
    for name in names[len(operands) :]:
        if name not in words:
            return None
        operands.append(words.pop(name))
    message = words.pop("msg", None)
    order = ("places", "msg", "delta") if "Almost" in call.name else ("msg", "seq_type")
    for name, value in zip(order, rest, strict=False):
        if name == "msg":
            message = value
        else:
            words[name] = value
    if isinstance(message, ast.Constant) and message.value is None:
        message = None
    return (operands, message, words) if len(rest) <= len(order) else None


def _claim(
    module: Module, call: CaseCall, operands: list[ast.expr], words: dict[str, ast.expr], imports: list[Edit]
) -> str | None:
    """The text of what is claimed, to stand behind `assert`."""
    name, relation = call.name, UNITTEST[call.name][0]
    first = operands[0]
    if "Almost" in name:
        return _near(module, call, operands, words, imports)
    if words:
        return None
    if relation == "true":
        return parenthesised(module, first)
    if relation == "false":
        return negated(module, first) if _has_opposite(first) else f"not {parenthesised(module, first, OPERAND)}"
    if relation in ("is none", "is not none"):
        return f"{parenthesised(module, first, OPERAND)} {relation.removesuffix('none')}None"
    second = operands[1]
    if name == "assertSequenceEqual":
        return f"list({parenthesised(module, first)}) == list({parenthesised(module, second)})"
    if name in _TYPED and not any(_is_of_type(item, name) for item in operands):
        return None
    if relation in ("is", "is not") and (_is_plain_value(first) or _is_plain_value(second)):
        return None
    if relation in _OPERATORS:
        return comparison(module, first, relation, second)
    left, right = parenthesised(module, first), parenthesised(module, second)
    if relation in ("isinstance", "not isinstance", "issubclass"):
        return f"{relation}({left}, {right})"
    if relation in ("has attribute", "not has attribute"):
        return f"{'not ' if relation.startswith('not') else ''}hasattr({left}, {right})"
    if relation in ("startswith", "endswith"):
        return f"{parenthesised(module, first, ATOM)}.{relation}({right})"
    if relation in ("matches", "not matches"):
        search = imported_name(module, call, "re.search", imports)
        return f"{'not ' if relation.startswith('not') else ''}{search}({right}, {left})"
    return None


def _is_plain_value(node: ast.expr) -> bool:
    """Whether Python warns of `is` beside it: a literal that is no singleton."""
    if isinstance(node, ast.Tuple):
        return True
    return isinstance(node, ast.Constant) and not isinstance(node.value, bool | type(None) | type(...))


def _has_opposite(node: ast.expr) -> bool:
    """Whether the negation of an expression is exact; `==` and `!=` are two methods."""
    if isinstance(node, ast.Compare):
        return len(node.ops) == 1 and isinstance(node.ops[0], ast.In | ast.NotIn | ast.Is | ast.IsNot)
    return isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)


def _is_of_type(node: ast.expr, name: str) -> bool:
    if name == "assertMultiLineEqual" and isinstance(node, ast.Constant) and isinstance(node.value, str):
        return True
    return isinstance(node, _TYPED[name])


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _may_be_decimal(module: Module, node: ast.expr) -> bool:
    """Whether a value may be a Decimal, which a tolerance written as a float does not suit."""
    if not module.says("Decimal"):
        return False
    is_float = isinstance(node, ast.Constant) and isinstance(node.value, float)
    return not is_float and not (isinstance(node, ast.Call) and (module.resolve(node.func) or "").startswith("math."))


def _near(
    module: Module, call: CaseCall, operands: list[ast.expr], words: dict[str, ast.expr], imports: list[Edit]
) -> str | None:
    first, second = operands
    is_not = call.name == "assertNotAlmostEqual"
    words = {word: value for word, value in words.items() if not _is_none(value)}
    delta, places = words.pop("delta", None), words.pop("places", None)
    if words or (delta is not None and places is not None):
        return None
    if delta is not None and not (isinstance(delta, ast.Constant) and isinstance(delta.value, int | float)):
        difference = f"abs({parenthesised(module, first, SUM)} - {parenthesised(module, second, SUM + 1)})"
        return f"{difference} {'>' if is_not else '<='} {parenthesised(module, delta, OPERAND)}"
    if delta is not None:
        tolerance = parenthesised(module, delta)
    else:
        given = 7 if places is None else getattr(places, "value", None)
        if not isinstance(given, int) or isinstance(given, bool) or not 0 <= given <= 300:
            return None
        tolerance = f"5e-{given + 1:02d}" if given else "0.5"
    if _may_be_decimal(module, first) and _may_be_decimal(module, second):
        return None
    approx = imported_name(module, call, "pytest.approx", imports)
    operator = "!=" if is_not else "=="
    near = f"{approx}({parenthesised(module, second)}, abs={tolerance})"
    return f"{parenthesised(module, first, OPERAND)} {operator} {near}"
