"""Unreached: statements behind one that always leaves the block, such as a return or a skip without a condition."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.names import last_name
from flake8_testquality.model.scopes import Scope, blocks

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import TestClass

# Calls that never return. Sources: the documentation of pytest, sys and os.
_ENDING_CALLS = {
    "pytest.fail": "pytest.fail()", "pytest.skip": "pytest.skip()", "pytest.xfail": "pytest.xfail()",
    "pytest.exit": "pytest.exit()", "sys.exit": "sys.exit()", "builtins.exit": "exit()", "os._exit": "os._exit()",
}  # fmt: skip
_ENDING_METHODS = frozenset({"fail", "skipTest"})
ENDING_WORDS = _ENDING_METHODS | {name.rpartition(".")[2] for name in _ENDING_CALLS}
_MAX_NESTING = 20


def ending_call(module: Module, cls: TestClass | None, node: ast.Expr, scope: Scope) -> str:
    """The text of a call that never returns, such as `self.skipTest()`; empty for any other statement."""
    call = node.value
    if not isinstance(call, ast.Call):
        return ""
    func = call.func
    if isinstance(func, ast.Attribute) and func.attr in _ENDING_METHODS and _is_case(cls, func.value):
        return f"self.{func.attr}()" if cls.lineage.method(func.attr) is None else ""  # type: ignore[union-attr]
    if last_name(func) not in ("fail", "skip", "xfail", "exit", "_exit") and not isinstance(func, ast.Name):
        return ""
    return _ENDING_CALLS.get(module.resolve(func, scope) or "", "")


def _is_case(cls: TestClass | None, node: ast.expr) -> bool:
    return cls is not None and cls.is_case and isinstance(node, ast.Name) and node.id == "self"


def statement_lists(parent: Any) -> list[list[Any]]:
    """The lists of statements directly in a definition, a module or a compound statement."""
    if isinstance(parent, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Module):
        return [parent.body]
    return list(blocks(parent)) if parent is not None else []


def is_never_reached(module: Module, cls: TestClass | None, statement: Any, scope: Scope) -> bool:
    """Whether a statement of a function, or one around it, stands behind one that always leaves the same block."""
    current = statement
    for _ in range(_MAX_NESTING):
        parent = module.block_parent(current)
        block = next((item for item in statement_lists(parent) if current in item), None)
        if block is None:
            return False
        if any(_leaves(module, cls, earlier, scope) for earlier in block[: block.index(current)]):
            return True
        if parent is scope.node:
            return False
        current = parent
    return False


def _leaves(module: Module, cls: TestClass | None, statement: Any, scope: Scope) -> bool:
    if isinstance(statement, ast.Return | ast.Raise | ast.Break | ast.Continue):
        return True
    return isinstance(statement, ast.Expr) and bool(ending_call(module, cls, statement, scope))
