"""The handlers around a skip, which turn a failure into one."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.names import called_name
from flake8_testquality.model.scopes import FUNCTIONS, Scope

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.skips import Skip


def broad_handler(module: Module, skip: Skip) -> ast.ExceptHandler | None:
    """The handler around a skip that also catches a failed assertion; None where something guards the skip.

    A handler that looks at the exception first, raises it again, or only guards imports is no such handler.
    """
    statement = skip.node if isinstance(skip.node, ast.Raise) else module.statement_of(skip.node)
    guarded: set[str] = set()
    for above in module.enclosing(statement):
        if isinstance(above, (*FUNCTIONS, ast.ClassDef)):
            return None
        if isinstance(above, ast.If):
            guarded |= {node.id for node in ast.walk(above.test) if isinstance(node, ast.Name)}
        if isinstance(above, ast.ExceptHandler) and above.name not in guarded:
            return above if _is_broad(module, above, skip.scope) and not _is_guarded(module, above) else None
    return None


_BROAD = frozenset({"builtins.Exception", "builtins.BaseException", "builtins.AssertionError"})


def _is_broad(module: Module, handler: ast.ExceptHandler, scope: Scope) -> bool:
    if handler.type is None:
        return True
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(module.resolve(kind, scope) in _BROAD for kind in kinds)


def _is_guarded(module: Module, handler: ast.ExceptHandler) -> bool:
    if any(isinstance(item, ast.Raise) and item.exc is None for item in handler.body):
        return True
    looks = (item for item in handler.body if isinstance(item, ast.If))
    raised = (part for look in looks for part in look.body if isinstance(part, ast.Raise))
    if any(called_name(part.exc) != "SkipTest" for part in raised):
        return True
    attempt: Any = module.block_parent(handler)
    return all(isinstance(item, ast.Import | ast.ImportFrom) for item in attempt.body)
