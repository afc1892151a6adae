"""Case ids: the rows of a table that pytest names by number, and the name that a failure bears."""

from __future__ import annotations

import ast

from flake8_testquality.model.names import last_name
from flake8_testquality.model.parametrize import Case, Table, rows_before_gap

# What is in sight only by name may be a class or a string, which pytest shows.
_SHOWN = (ast.Name, ast.Attribute, ast.Subscript, ast.JoinedStr, ast.Compare)
_TEXT_MAKERS = frozenset({"str", "int", "float", "bool", "repr", "chr", "ord", "len", "hex", "format", "ascii"})
_PARTERS = frozenset({"split", "rsplit", "splitlines", "partition", "rpartition", "encode"})
_OBJECT_MAKERS = frozenset({"list", "tuple", "dict", "set", "frozenset", "object", "bytearray", "range", "iter"})
# Source: datetime and others of the standard library whose names begin small.
_SMALL_CLASSES = frozenset({"date", "datetime", "time", "timedelta", "timezone", "deque", "defaultdict", "partial"})
_DISPLAYS = (ast.List, ast.Tuple, ast.Dict, ast.Set, ast.ListComp, ast.SetComp, ast.DictComp)


def is_plain(node: ast.expr) -> bool:
    """Whether a value is a plain string, number, boolean or None, a tuple of them, or a name for what may be one."""
    if isinstance(node, ast.Constant):
        return node.value is None or isinstance(node.value, str | int | float)
    if isinstance(node, ast.UnaryOp):
        return is_plain(node.operand)
    if isinstance(node, ast.Tuple):
        return all(is_plain(item) for item in node.elts)
    if isinstance(node, ast.BinOp):
        return is_plain(node.left) and is_plain(node.right)
    if isinstance(node, ast.Call):
        return _makes_text(node)
    return isinstance(node, _SHOWN)


def _makes_text(call: ast.Call) -> bool:
    """Whether a call makes a string or a number: `str(1)`, `" ".join(words)`."""
    if isinstance(call.func, ast.Name):
        return call.func.id in _TEXT_MAKERS
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    is_text = isinstance(owner, ast.JoinedStr) or (isinstance(owner, ast.Constant) and isinstance(owner.value, str))
    return is_text and last_name(call.func) not in _PARTERS


def unnamed(table: Table) -> list[Case]:
    """The rows with a value that is not plain, and without an id of their own."""
    if table.ids is not None:
        return []
    return [
        case for case in table.cases
        if case.id is None and not (case.param is not None and any(item.arg is None for item in case.param.keywords))
        and case.values is not None and not all(is_plain(value) for value in case.values)
    ]


def shown_name(table: Table, cases: list[Case]) -> str | None:
    """What the id of such a row says: the argument's name with the row's number; None where pytest shows the values."""
    told = rows_before_gap(table)
    numbers = {case.node: number for number, case in enumerate(table.cases) if number < told}
    for is_numbered in (_is_surely_numbered, _is_perhaps_numbered):
        for case in sorted(cases, key=lambda case: numbers.get(case.node, told)):
            for name, value in zip(table.names, case.values or (), strict=False):
                if is_numbered(value):
                    return f"{name}{numbers.get(case.node, 'N')}"
    has_lambda = any(isinstance(value, ast.Lambda) for case in cases for value in case.values or ())
    return "<lambda>" if has_lambda else None


def _is_surely_numbered(node: ast.expr) -> bool:
    """Whether pytest knows no text for a value: a display, or an object just made of a class."""
    if isinstance(node, ast.Call):
        word = last_name(node.func) or ""
        is_made = isinstance(node.func, ast.Name) and word in _OBJECT_MAKERS
        return word[:1].isupper() or word in _SMALL_CLASSES or is_made
    if isinstance(node, ast.Tuple) and is_plain(node):
        return False
    return isinstance(node, _DISPLAYS) or (isinstance(node, ast.Constant) and node.value is ...)


def _is_perhaps_numbered(node: ast.expr) -> bool:
    """Whether a value may be without a text: no bytes, complex number, pattern, function or generator."""
    if isinstance(node, ast.Constant | ast.Lambda | ast.GeneratorExp) or is_plain(node):
        return False
    return not (isinstance(node, ast.Call) and last_name(node.func) in ("compile", "encode", "complex", "bytes"))
