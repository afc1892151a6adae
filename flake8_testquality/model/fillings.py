"""Fillings: containers that a test makes empty, and who puts something into them."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_testquality.model.names import last_name, root_name
from flake8_testquality.model.scopes import Scope, descend

if TYPE_CHECKING:
    from flake8_testquality.model.tests import Test

_EMPTY_MAKERS = frozenset({"list", "dict", "set", "deque", "defaultdict"})
_FILLERS = frozenset(["append", "add", "extend", "insert", "update", "setdefault", "appendleft", "put", "put_nowait"])


def is_empty(value: ast.expr) -> bool:
    """Whether an expression makes an empty container."""
    if isinstance(value, ast.List | ast.Set):
        return not value.elts
    if isinstance(value, ast.Dict):
        return not value.keys
    if not isinstance(value, ast.Call) or value.args:
        return False
    # dict's keywords are its items; those of the others, a deque's maxlen, are not
    return last_name(value.func) in _EMPTY_MAKERS and not (value.keywords and last_name(value.func) == "dict")


def fills(scope: Scope, name: str) -> bool:
    """Whether the test itself puts something into a container."""
    for call in scope.calls:
        if isinstance(call.func, ast.Attribute) and call.func.attr in _FILLERS and root_name(call.func.value) == name:
            return True
    for kind in (ast.Assign, ast.AugAssign):
        for node in scope.statements.get(kind, ()):
            for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                if isinstance(target, ast.Subscript) and root_name(target) == name:
                    return True
                if isinstance(node, ast.AugAssign) and isinstance(target, ast.Name) and target.id == name:
                    return True
    return False


def is_filled_elsewhere(test: Test, name: str) -> bool:
    """Whether a callback of the test, or code that is handed the container, is what fills it."""
    return any(
        isinstance(part, ast.Name) and part.id == name and isinstance(part.ctx, ast.Load)
        for scope in test.scopes for call in scope.calls
        for item in (*call.args, *(word.value for word in call.keywords), call.func) for part in descend(item)
    )  # fmt: skip
