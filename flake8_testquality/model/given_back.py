"""Given back: assignments that end a change instead of making one, since they give an attribute what it held."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_testquality.model.changes import Change, changes
from flake8_testquality.model.containers import mutations
from flake8_testquality.model.guards import value_of
from flake8_testquality.model.names import dotted_text, root_name
from flake8_testquality.model.stages import Stage

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope

_COPIERS = frozenset(["copy.copy", "copy.deepcopy", "builtins.list", "builtins.dict", "builtins.set"])


def puts_back(module: Module, change: Change) -> bool:
    """Whether an attribute is given a value, or an unchanged copy of it, that was read from it before."""
    kept = change.value
    if isinstance(kept, ast.Attribute) and isinstance(kept.value, ast.Name) and kept.value.id in ("self", "cls"):
        kept = value_of(module, change.scope, kept)
    if isinstance(kept, ast.Name):
        found = module.names.lookup(kept.id, change.scope)
        kept = found[1][0].value if found is not None and found[1] else None
    if kept is not None and kept is not change.value and not _is_changed(change):
        kept = _copied(module, change.scope, kept)
    read = module.resolve(kept, change.scope) if kept is not None else None
    if read is None or read.rpartition(".")[2] != change.thing.rpartition(".")[2]:
        return False
    # a value that two owners share is read from one of them and given back to both
    return read == change.thing or (
        kept is not change.value
        and any(
            other.thing == read and other.scope is change.scope and _names(other.value) == _names(change.value)
            for other in changes(module)
        )
    )


def _names(value: ast.expr | None) -> str | None:
    return dotted_text(value) if value is not None else None


def _copied(module: Module, scope: Scope, value: ast.expr) -> ast.expr:
    """What a value is a copy of: `x` in `x.copy()`, `copy.copy(x)`, `list(x)` and `x[:]`; else the value itself."""
    if isinstance(value, ast.Subscript) and isinstance(value.slice, ast.Slice):
        whole = value.slice.lower is None and value.slice.upper is None and value.slice.step is None
        return value.value if whole else value
    if not isinstance(value, ast.Call) or value.keywords:
        return value
    if len(value.args) == 1 and module.resolve(value.func, scope) in _COPIERS:
        return value.args[0]
    own = isinstance(value.func, ast.Attribute) and value.func.attr == "copy" and not value.args
    return value.func.value if own else value  # type: ignore[attr-defined]


def _is_changed(change: Change) -> bool:
    """Whether the function changes the copy that it gives: then that one is another value."""
    name = root_name(change.value) if change.value is not None else None
    parts = (
        target
        for node in change.scope.statements.get(ast.Assign, ())
        for target in node.targets
        if isinstance(target, ast.Attribute) and isinstance(change.value, ast.Name)
    )
    return any(root_name(what) == name for what in (*(what for what, _ in mutations(change.scope)), *parts))


def ends_test(module: Module, change: Change, stage: Stage) -> bool:
    """Whether nothing of a test runs behind an assignment: nobody is to see the value, so it cleans up."""
    statement = module.statement_of(change.node)
    if stage.test is None or change.scope is not stage.test.scope:
        return False
    has_acted = False
    for outer in module.enclosing(statement):
        is_passed = outer is stage.test.node or isinstance(outer, ast.With | ast.AsyncWith | ast.If)
        body = outer.body if is_passed else []  # type: ignore[attr-defined]
        if not body or statement is not body[-1]:
            return False
        has_acted = has_acted or any(not _is_text(other) for other in body[:-1])
        statement = outer
    return has_acted


def _is_text(statement: ast.AST) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
