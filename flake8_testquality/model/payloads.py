"""Large literals inside a test."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from flake8_testquality.model.scopes import expression_children
from flake8_testquality.model.tests import Test


def payloads(test: Test, keys: int, items: int) -> Iterator[tuple[ast.expr, str, int]]:
    """(node, dict or list, size) for each literal of so many keys or elements; of nested ones the outermost."""
    for scope in test.scopes:
        stack: list[Any] = list(scope.roots())[::-1]
        while stack:
            node = stack.pop()
            if node.__class__ is ast.Dict and len(node.keys) >= keys:
                yield node, "dict", len(node.keys)
            elif node.__class__ is ast.List and len(node.elts) >= items:
                yield node, "list", len(node.elts)
            else:
                stack.extend(reversed(expression_children(node)))
