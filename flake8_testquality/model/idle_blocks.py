"""Idle blocks: bodies of raises, warns and logs statements in which nothing can raise, warn or log."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.assertions import RAISES
from flake8_testquality.model.names import last_name
from flake8_testquality.model.scopes import descend

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion

# A plain name raises these, if it is not bound.
_NAME_ERRORS = frozenset(["NameError", "UnboundLocalError", "Exception", "BaseException"])
_KINDS = frozenset({"raises", "warns", "logs"})


def is_idle(assertion: Assertion) -> bool:
    """Whether a raises, warns or logs block calls nothing, and nothing around it could make that matter."""
    statement: Any = assertion.statement
    if assertion.kind not in _KINDS or not all(_is_idle(node, assertion) for node in assertion.block or ()):
        return False
    # what is entered behind it in the same statement runs inside it
    if statement.items[-1].context_expr is not assertion.call:
        return False
    return not _is_itself_tested(assertion) and not _is_switched_off(assertion)


def _is_switched_off(assertion: Assertion) -> bool:
    """Whether a constant of the file skips the test, as in a file that is made of another one."""
    module = assertion.module
    for item, name in assertion.test.decorators:
        condition = item.args[0] if isinstance(item, ast.Call) and item.args else None
        word = (name or "").rpartition(".")[2]
        if condition is None or word not in ("skipUnless", "skipIf", "skipif"):
            continue
        # whether the test runs where the condition holds
        wanted = word == "skipUnless"
        if isinstance(condition, ast.UnaryOp) and isinstance(condition.op, ast.Not):
            condition, wanted = condition.operand, not wanted
        places = module.bindings(module.scope).get(condition.id, []) if isinstance(condition, ast.Name) else []
        value = places[0].value if len(places) == 1 else None
        if isinstance(value, ast.Constant) and isinstance(value.value, bool) and value.value is not wanted:
            return True
    return False


def _is_idle(node: Any, assertion: Assertion) -> bool:
    if isinstance(node, ast.Pass):
        return True
    if isinstance(node, ast.Expr):
        return _is_uncalled(node.value) or _is_still(node.value, assertion)
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        return not (node.decorator_list or node.returns) and _is_uncalled(node)
    if isinstance(node, ast.Assign):
        is_named = all(isinstance(target, ast.Name) for target in node.targets)
        return is_named and (_is_uncalled(node.value) or _is_still(node.value, assertion))
    return False


def _is_uncalled(node: Any) -> bool:
    """Whether a lambda or function is only made: without defaults and annotations nothing in it is evaluated."""
    if not isinstance(node, ast.Lambda | ast.FunctionDef | ast.AsyncFunctionDef):
        return False
    args = node.args
    return not (args.defaults or args.kw_defaults or any(arg.annotation for arg in (*args.posonlyargs, *args.args)))


def _is_still(value: ast.expr, assertion: Assertion) -> bool:
    """Whether an expression is a name, a literal, or a list or tuple of them."""
    for part in descend(value):
        if isinstance(part, ast.Name):
            expected = {last_name(item) for item in assertion.expected_exceptions}
            if expected & _NAME_ERRORS or assertion.test.module.names.lookup(part.id, assertion.scope) is None:
                return False
        elif not isinstance(part, ast.Constant | ast.List | ast.Tuple | ast.expr_context):
            return False
    return True


def _is_itself_tested(assertion: Assertion) -> bool:
    """Whether the block stands in another one that waits for the failure of this one."""
    for above in assertion.module.enclosing(assertion.statement):
        if isinstance(above, ast.Try | ast.TryStar) and above.handlers:
            return True
        if isinstance(above, ast.With | ast.AsyncWith):
            for item in above.items:
                call = item.context_expr
                if isinstance(call, ast.Call) and (
                    last_name(call.func) in RAISES or last_name(call.func) in ("raises", "warns")
                ):
                    return True
    return any(
        item is not assertion and item.kind in _KINDS and item.statement is assertion.statement
        for item in assertion.test.assertions
    )
