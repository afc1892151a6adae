"""Diagnosis: whether a handler that fails the test says more than the runner, which prints the exception itself."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.names import last_name, target_names
from flake8_testquality.model.risk import is_fail
from flake8_testquality.model.scopes import Scope, descend

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


def asserts(statement: ast.AST) -> bool:
    """Whether a statement is an assert, or the call of a method whose name begins so."""
    if isinstance(statement, ast.Assert):
        return True
    call = statement.value if isinstance(statement, ast.Expr) else None
    return isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr.startswith("assert")


def diagnoses(handler: ast.ExceptHandler, module: Module, scope: Scope) -> bool:
    """Whether a handler says or does more than to fail; what it caught, and from where, the runner prints itself.

    More is also a message with values of the test, and what it means that a time limit has run out.
    """
    known = {handler.name}
    for item in handler.body:
        call = item.value if isinstance(item, ast.Expr) else None
        call = call.value if isinstance(call, ast.Await) else call
        if is_fail(item, module, scope):
            if _tells_more(item, known) or (_is_of_time(handler) and _has_message(item)):
                return True
        elif isinstance(item, ast.Assign):
            if _tells_more(item.value, known):
                return True
            # what hangs on the exception besides its message, such as a program's output, nobody prints
            if _reads_part(item.value, handler.name):
                continue
            known.update(name for target in item.targets for name in target_names(target))
        elif isinstance(item, ast.If | ast.For | ast.With | ast.AsyncWith | ast.AsyncFor):
            return True
        elif isinstance(call, ast.Call) and not asserts(item):
            bare = all(isinstance(part, ast.Name) and part.id == handler.name for part in call.args)
            if not (bare and last_name(call.func) in ("print", "print_exc")):
                return True
    return False


def _tells_more(node: ast.AST, known: set[str | None]) -> bool:
    """Whether a text is made with values that are not the exception's own."""
    for part in descend(node):
        formatted = isinstance(part, ast.FormattedValue) or (
            isinstance(part, ast.BinOp) and isinstance(part.op, ast.Mod | ast.Add)
        )
        filled = isinstance(part, ast.Call) and last_name(part.func) == "format"
        if not (formatted or filled):
            continue
        names = {inner.id for inner in descend(part) if isinstance(inner, ast.Name)}
        attributes = {
            inner.attr
            for inner in descend(part)
            if isinstance(inner, ast.Attribute) and not inner.attr.startswith("__") and inner.attr != "args"
        }
        if names - known - {"str", "repr", "type", "traceback"} or attributes - {"format", "format_exc", "join"}:
            return True
    return False


def _reads_part(node: ast.AST, name: str | None) -> bool:
    """Whether an expression reads an attribute of the exception, its arguments and what Python keeps there apart."""
    return any(
        isinstance(part, ast.Attribute)
        and isinstance(part.value, ast.Name)
        and part.value.id == name
        and part.attr != "args"
        and not part.attr.startswith("__")
        for part in descend(node)
    )


def _is_of_time(handler: ast.ExceptHandler) -> bool:
    parts = descend(handler.type) if handler.type is not None else ()
    return any("timeout" in (last_name(part) or "").lower() for part in parts)


def _has_message(statement: Any) -> bool:
    if isinstance(statement, ast.Assert):
        return statement.msg is not None
    call = statement.exc if isinstance(statement, ast.Raise) else statement.value
    return isinstance(call, ast.Call) and bool(call.args or call.keywords)
