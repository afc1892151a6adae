"""Sure raises: blocks that cannot run to their end, whatever the code under test does."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope

_PLAIN = (ast.Assign, ast.AnnAssign, ast.AugAssign, ast.Expr, ast.Import, ast.ImportFrom, ast.Pass, ast.Delete)
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
# How many functions of the file lead to the raise.
_MAX_CALLS = 5


def surely_raises(module: Module, block: list[Any], scope: Scope, calls: int = 0) -> bool:
    """Whether a block that runs straight on raises: by itself, or in a function of the file that does."""
    for statement in block:
        if isinstance(statement, ast.Raise) or _fails_by_itself(statement):
            return True
        if calls < _MAX_CALLS and _calls_one_that_raises(module, statement, scope, calls):
            return True
        if not isinstance(statement, (*_PLAIN, *_FUNCTIONS, ast.ClassDef)):
            return False
    return False


def _calls_one_that_raises(module: Module, statement: Any, scope: Scope, calls: int) -> bool:
    value = statement.value if isinstance(statement, ast.Expr | ast.Assign | ast.Return) else None
    call = value.value if isinstance(value, ast.Await) else value
    found = module.definition(call.func, scope) if isinstance(call, ast.Call) else None
    if not isinstance(found, _FUNCTIONS) or found.decorator_list:
        return False
    if isinstance(found, ast.AsyncFunctionDef) is not isinstance(value, ast.Await):
        return False
    inner = module.scope_by_node[found]
    return not inner.own(ast.Yield) and surely_raises(module, found.body, inner, calls + 1)


def _fails_by_itself(statement: Any) -> bool:
    """Whether a statement divides by zero or reads from an empty display."""
    value = getattr(statement, "value", None)
    if isinstance(value, ast.Subscript) and isinstance(value.value, ast.Dict | ast.List | ast.Tuple):
        display = value.value
        return not (display.keys if isinstance(display, ast.Dict) else display.elts)
    return divides_by_zero(value)


def divides_by_zero(value: Any) -> bool:
    """Whether a value is a number divided by zero: `1 / 0`, the short way to raise."""
    if not isinstance(value, ast.BinOp) or not isinstance(value.op, ast.Div | ast.FloorDiv | ast.Mod):
        return False
    zero, number = value.right, value.left
    if not isinstance(zero, ast.Constant) or not isinstance(number, ast.Constant):
        return False
    return zero.value == 0 and isinstance(number.value, int | float)
