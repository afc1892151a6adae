"""Same words: whether two expressions are written alike, so that they give one value wherever they stand together."""

from __future__ import annotations

import ast
from typing import Any

from flake8_testquality.model.scopes import descend

_ACTIVE = (ast.Call, ast.Await, ast.NamedExpr, ast.Yield, ast.YieldFrom, ast.Lambda, ast.GeneratorExp, ast.JoinedStr)


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
