"""Noted values: what a test wrote down itself, so that a comparison with it says what the test expects."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_testquality.model.marks import Mark, indirect_names, parametrized_names
from flake8_testquality.model.names import dotted_text

if TYPE_CHECKING:
    from flake8_testquality.model.tests import Test


def is_noted(test: Test, node: ast.expr) -> bool:
    """Whether the test itself wrote a value down, here, under a local name before, or in the table of its cases."""
    parts = _parts(node)
    return all(is_noted(test, part) for part in parts) if parts else _is_written(node) or _is_kept(test, node)


def _parts(node: ast.expr) -> list[ast.expr]:
    if isinstance(node, ast.UnaryOp):
        return [node.operand]
    if isinstance(node, ast.BinOp):
        return [node.left, node.right]
    return node.elts if isinstance(node, ast.List | ast.Tuple) else []


def _is_written(node: ast.expr) -> bool:
    """Whether an expression holds nothing but literals and what is named like a class or a constant."""
    if parts := _parts(node):
        return all(_is_written(part) for part in parts)
    is_empty = isinstance(node, ast.List | ast.Tuple)
    named = any(part[:1].isupper() for part in (dotted_text(node) or "").split("."))
    return is_empty or named or isinstance(node, ast.Constant)


def _is_kept(test: Test, node: ast.expr) -> bool:
    """Whether a test has a value under a local name: `title`, `payload["title"]`, an argument of parametrize."""
    key = node.slice if isinstance(node, ast.Subscript) else None
    name = node.value if isinstance(node, ast.Subscript) else node
    found = test.module.names.lookup(name.id, test.scope) if isinstance(name, ast.Name) else None
    if found is None or found[0] is not test.scope or len(found[1]) != 1:
        return False
    value = found[1][0].value
    if isinstance(value, ast.Dict) and isinstance(key, ast.Constant):
        pairs = zip(value.keys, value.values, strict=True)
        return any(getattr(name, "value", None) == key.value and _is_written(kept) for name, kept in pairs)
    if value is None and isinstance(node, ast.Name):
        return any(_fills(mark, node.id) for mark in test.marks if mark.name == "parametrize")
    return key is None and value is not None and _is_written(value)


def _fills(mark: Mark, name: str) -> bool:
    return name in parametrized_names(mark) and name not in indirect_names(mark)
