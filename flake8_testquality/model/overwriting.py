"""Overwriting: whether the code that a test calls gives an attribute a value of its own, whatever it held before."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.changes import Change
from flake8_testquality.model.classes import lineage
from flake8_testquality.model.fillings import is_empty
from flake8_testquality.model.names import dotted_text, last_name
from flake8_testquality.model.scopes import FUNCTIONS, Scope, descend

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


def is_overwritten(module: Module, change: Change) -> bool:
    """Whether product code in sight, called later in the same function, surely sets what a change sets."""
    last = change.thing.rpartition(".")[2]
    is_filled = change.value is not None and not _is_falsy(change.value)
    for home, scope in _called_later(module, change):
        if last in home.source.text and _sets(home, scope, change.thing, is_filled):
            return True
    return False


def _called_later(module: Module, change: Change) -> Iterator[tuple[Module, Scope]]:
    """The product functions that a function calls by name behind a change, and those that they surely call."""
    later = (call for call in change.scope.calls if call.lineno > change.node.lineno)
    for home, scope in _product_functions(module, change.scope, later):
        yield home, scope
        sure = (call for call in scope.calls if _is_sure(home, scope, home.statement_of(call)))
        yield from _product_functions(home, scope, sure)


def _product_functions(module: Module, scope: Scope, calls: Iterable[ast.Call]) -> Iterator[tuple[Module, Scope]]:
    for call in calls:
        dotted = module.resolve(call.func, scope)
        found = module.find(dotted) if dotted is not None else (module, module.definition(call.func, scope))
        if found is not None and isinstance(found[1], ast.ClassDef):
            found = lineage(*found).method("__init__")
        if found is not None and isinstance(found[1], FUNCTIONS) and found[0].role == "source":
            yield found[0], found[0].scope_by_node[found[1]]


def _is_falsy(value: ast.expr) -> bool:
    """Whether a value that is written out says no to a condition."""
    return is_empty(value) or (isinstance(value, ast.Constant) and not value.value)


def _sets(home: Module, scope: Scope, thing: str, is_filled: bool) -> bool:
    """Whether a function surely sets a dotted thing, as an attribute or as a global of its module.

    `is_filled` says that the thing holds something when the function is called.
    """
    owner, _, last = thing.rpartition(".")
    is_global = any(last in node.names for node in scope.statements.get(ast.Global, ()))
    is_own = is_global and str(home.project.path_of(owner, home.path)) == home.path
    for node in scope.statements.get(ast.Assign, ()):
        for target in node.targets:
            if isinstance(target, ast.Name):
                meant = is_own and target.id == last
            else:
                meant = getattr(target, "attr", "") == last and home.resolve(target, scope) == thing
            if meant and _is_sure(home, scope, node, target if is_filled else None) and not _mentions(node.value, last):
                return True
    return False


def _mentions(value: ast.expr, word: str) -> bool:
    """Whether a value may be worked out from what was there before."""
    return any(word in (getattr(part, "id", ""), getattr(part, "attr", "")) for part in descend(value))


def _is_sure(home: Module, scope: Scope, statement: Any, target: ast.expr | None = None) -> bool:
    """Whether a statement runs whenever its function is called, or asks only whether there is something to set."""
    name = dotted_text(target) if target is not None else None
    if any(node.lineno < statement.lineno for node in scope.statements.get(ast.Return, ())):
        return False
    inner: ast.AST = statement
    for outer in home.enclosing(statement):
        if outer is scope.node:
            return True
        asks = isinstance(outer, ast.If) and last_name(getattr(outer.test, "func", None)) == "hasattr"
        asks = asks or (isinstance(outer, ast.If) and name is not None and _asks_whether_set(outer.test, name))
        passes = asks or isinstance(outer, ast.Try | ast.With | ast.AsyncWith)
        if not passes or inner not in outer.body:  # type: ignore[attr-defined]
            return False
        inner = outer
    return False


def _asks_whether_set(test: ast.expr, name: str) -> bool:
    """Whether a condition only asks that a thing is there: `if cache:`, `if cache is not None:`."""
    if isinstance(test, ast.Compare) and isinstance(test.ops[0], ast.IsNot) and len(test.ops) == 1:
        none = test.comparators[0]
        return isinstance(none, ast.Constant) and none.value is None and dotted_text(test.left) == name
    return dotted_text(test) == name
