"""Risk: which statements of a block could raise or warn, and which make the test fail where they stand."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.mocks import MOCK_FACTORIES
from flake8_testquality.model.names import called_name, is_self
from flake8_testquality.model.scopes import blocks, descend
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope

_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_INERT = frozenset({ast.Pass, ast.Global, ast.Nonlocal})
# Calls that cannot fail, whatever they are given here.
_HARMLESS = MOCK_FACTORIES - {"unittest.mock.create_autospec"} | {
    "builtins.object", "io.StringIO", "io.BytesIO", "builtins.dict", "builtins.list", "builtins.set", "builtins.print",
}  # fmt: skip
# Of a size that is known not to be negative they are as harmless.
_BUFFERS = frozenset({"builtins.bytearray", "builtins.bytes"})
_EXCEPTION = regex(r"builtins\.(?!Unicode)\w*(?:Error|Exception|Warning|Interrupt)")
# Of task groups, nurseries and cancel scopes: what they cause comes later, at an await.
_SCHEDULING = frozenset(("start_soon", "call_soon", "cancel"))
_OPAQUE = (ast.Call, ast.Await, ast.Yield, ast.YieldFrom, ast.Attribute, ast.Subscript, ast.BinOp, ast.Starred)


def risky_statements(block: list[Any], module: Module, scope: Scope, depth: int = 0) -> list[Any]:
    """The statements of a block that could raise or warn on one path: of two branches the longer one counts.

    A nested with or for counts by what is in it. Set-up that cannot fail (literals, names, definitions, mocks) and a
    closing fail() are left out.
    """
    found: list[Any] = []
    for statement in block:
        parts = list(blocks(statement)) if depth < 12 else []
        if not parts:
            if not is_safe(statement, module, scope):
                found.append(statement)
            continue
        inner = [risky_statements(part, module, scope, depth + 1) for part in parts]
        if isinstance(statement, ast.If):
            longest = max(inner, key=len)
            asked = any(isinstance(part, ast.Call) for part in descend(statement.test))
            found.extend([statement, *longest] if asked else longest)
        elif isinstance(statement, ast.Try | ast.TryStar):
            # what stands in finally runs while the exception passes through; a bare raise hands on the one at hand
            tried = risky_statements([*statement.body, *statement.orelse], module, scope, depth + 1)
            ways: list[list[Any]] = [tried, *inner[1 : 1 + len(statement.handlers)]]
            longest = max(([item for item in way if not _hands_on(item)] for way in ways), key=len) or tried
            found.extend(longest)
        else:
            within = [item for part in inner for item in part]
            found.extend(within or [statement])
    if len(found) > 1 and found[-1] is block[-1] and is_fail(found[-1], module, scope):
        found.pop()
    return found


def is_raised_by_hand(statement: ast.stmt) -> bool:
    """Whether a statement raises an exception class by name, so that the test itself decides what is raised."""
    raised = statement.exc if isinstance(statement, ast.Raise) else None
    name = called_name(raised)
    return name is not None and name[:1].isupper()


def is_warned_by_hand(statement: ast.stmt, module: Module, scope: Scope) -> bool:
    """Whether a statement is a call of warnings.warn, so that the test itself decides what is warned of."""
    call = statement.value if isinstance(statement, ast.Expr) else None
    return isinstance(call, ast.Call) and module.resolve(call.func, scope) == "warnings.warn"


def _hands_on(statement: Any) -> bool:
    return isinstance(statement, ast.Raise) and statement.exc is None


def is_fail(statement: Any, module: Module, scope: Scope) -> bool:
    """Whether a statement makes the test fail where it stands: fail(), assert False, raise AssertionError."""
    if isinstance(statement, ast.Assert):
        return isinstance(statement.test, ast.Constant) and not statement.test.value
    if isinstance(statement, ast.Raise):
        return called_name(statement.exc) in ("AssertionError", "failureException")
    call = statement.value if isinstance(statement, ast.Expr) else None
    if not isinstance(call, ast.Call):
        return False
    func = call.func
    if isinstance(func, ast.Attribute) and is_self(func.value):
        claim = call.args[0] if call.args and isinstance(call.args[0], ast.Constant) else None
        if claim is None:
            return func.attr == "fail"
        return func.attr == "fail" or func.attr == ("assertFalse" if claim.value else "assertTrue")
    return module.resolve(func, scope) == "pytest.fail"


def is_safe(statement: Any, module: Module, scope: Scope) -> bool:
    cls = statement.__class__
    if cls in _INERT:
        return True
    if cls in _DEFINITIONS:
        return not statement.decorator_list and not getattr(statement, "bases", ())
    if cls is ast.Expr:
        value = statement.value
        method = value.func.attr if isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute) else ""
        if method == "setenv":
            return all(isinstance(item, ast.Constant) for item in value.args)
        if method == "set_exception":
            return all(cannot_fail(item, module, scope) for item in value.args)
        return isinstance(value, ast.Constant) or method in _SCHEDULING
    if cls is ast.Delete:
        return all(isinstance(target, ast.Name) for target in statement.targets)
    if cls is ast.Assign:
        return all(_is_named(target, statement.value) for target in statement.targets) and cannot_fail(
            statement.value, module, scope
        )
    if cls is ast.AnnAssign:
        return isinstance(statement.target, ast.Name) and (
            statement.value is None or cannot_fail(statement.value, module, scope)
        )
    return False


def _is_named(target: ast.expr, value: ast.expr) -> bool:
    """Whether a value is given to a name, or each part of a tuple to one."""
    if isinstance(target, ast.Tuple | ast.List) and isinstance(value, ast.Tuple | ast.List):
        return len(target.elts) == len(value.elts) and all(isinstance(item, ast.Name) for item in target.elts)
    return isinstance(target, ast.Name)


def cannot_fail(value: ast.expr, module: Module, scope: Scope) -> bool:
    """Whether an expression is a literal, a name, or built of them, or the making of a mock."""
    if isinstance(value, ast.Lambda):
        return True
    if isinstance(value, ast.Tuple | ast.List):
        return all(cannot_fail(item, module, scope) for item in value.elts)
    if isinstance(value, ast.Call):
        name = module.resolve(value.func, scope) or ""
        if name in _BUFFERS:
            return len(value.args) == 1 and not value.keywords and _is_size(value.args[0], module, scope)
        if name not in _HARMLESS and not _EXCEPTION.fullmatch(name):
            return False
        given = [*value.args, *(item.value for item in value.keywords)]
        return all(cannot_fail(item, module, scope) for item in given)
    if isinstance(value, ast.BinOp):
        return _type_of(value) is not None
    return not any(isinstance(part, _OPAQUE) for part in descend(value))


def _is_size(node: ast.expr, module: Module, scope: Scope) -> bool:
    """Whether a number is no negative one: written down, the length of a name, or a sum or product of such."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, int) and node.value >= 0
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Mult):
        return _is_size(node.left, module, scope) and _is_size(node.right, module, scope)
    if not isinstance(node, ast.Call) or module.resolve(node.func, scope) != "builtins.len":
        return False
    return len(node.args) == 1 and isinstance(node.args[0], ast.Name)


def _type_of(node: ast.expr) -> type | None:
    """The type of a sum or product of literals, `b"*" * 1024`; None where another type or operator takes part."""
    if isinstance(node, ast.Constant):
        return type(node.value)
    if not isinstance(node, ast.BinOp):
        return None
    left, right = _type_of(node.left), _type_of(node.right)
    if isinstance(node.op, ast.Add) and left is right and left in (int, float, str, bytes):
        return left
    if isinstance(node.op, ast.Mult) and left in (int, str, bytes) and right is int:
        return left
    return None
