"""Operand effects: tests that show that evaluating something does something, so that no answer need be taken."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.assertions import MOCK
from flake8_testquality.model.classes import lineage
from flake8_testquality.model.instances import making_call
from flake8_testquality.model.names import called_name, is_self, root_name
from flake8_testquality.model.scopes import descend

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope
    from flake8_testquality.model.tests import Test

_COMPARING = frozenset({
    "__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__contains__", "__hash__", "__bool__",
})  # fmt: skip


def runs_own_code(test: Test) -> bool:
    """Whether a test defines what comparing its objects does, or has it replaced: that is then what it runs."""
    return any(name in test.text for name in _COMPARING)


def compares_by_asserting(module: Module, statement: Any, scope: Scope) -> bool:
    """Whether an operand of a statement's comparison is an object that itself asserts when it is compared.

    `ok(total) == 3`, where `ok` makes objects whose `__eq__` raises an AssertionError.
    """
    for part in descend(statement.value):
        if isinstance(part, ast.Compare) and any(
            _asserts_on_comparing(*found)
            for operand in (part.left, *part.comparators)
            if (found := _class_of(module, operand, scope)) is not None
        ):
            return True
    return False


def _class_of(module: Module, node: ast.expr, scope: Scope) -> tuple[Module, ast.ClassDef] | None:
    """The class in sight of what an expression gives, a function that does nothing but make it looked through."""
    call = making_call(module, node, scope)
    if call is None:
        return None
    local = module.definition(call.func, scope)
    found = (module, local) if local is not None else _defined(module, module.resolve(call.func, scope))
    if found is not None and isinstance(found[1], ast.FunctionDef):
        home, inner = found[0], found[0].scope_by_node[found[1]]
        values = [item.value for item in inner.statements.get(ast.Return, ())]
        made = values[0].func if len(values) == 1 and isinstance(values[0], ast.Call) else None
        found = (home, home.definition(made, inner)) if made is not None else None
    return found if found is not None and isinstance(found[1], ast.ClassDef) else None


def _defined(module: Module, dotted: str | None) -> tuple[Module, Any] | None:
    """The function or class of a dotted name, another name for it followed.

    What nothing else of that name is in sight for may stand beside the file: a script finds its neighbours.
    """
    if dotted is None or dotted.startswith("builtins."):
        return None
    head, _, last = dotted.rpartition(".")
    found = module.find(dotted)
    home = module.project.module(head, module.path) if found is None and head else None
    if found is None and home is None and head and not module.project.is_first_party(head, module.path):
        home = module.project.module(f".{head}", module.path)
    if home is None:
        return found
    places = home.bindings(home.scope).get(last, ())
    value = places[0].value if len(places) == 1 else None
    node = home.definition(value, home.scope) if value is not None else home.top_level(last)
    return (home, node) if node is not None else None


def _asserts_on_comparing(home: Module, cls: ast.ClassDef) -> bool:
    for name in _COMPARING:
        method = lineage(home, cls).method(name)
        scope = method[0].scope_by_node[method[1]] if method is not None else None
        if scope is not None and (
            ast.Assert in scope.statements
            or any(called_name(item.exc) == "AssertionError" for item in scope.statements.get(ast.Raise, ()))
        ):
            return True
    return False


def is_read_for_effect(test: Test, statement: Any) -> bool:
    """Whether a test has read an attribute or item of a thing and dropped it, before a statement asks the thing again.

    Such a test loads, refreshes or counts by reading. What mocks offer as attributes is no such thing.
    """
    read = [
        root_name(item.value)
        for item in test.scope.statements.get(ast.Expr, ())
        if item.value.__class__ in (ast.Attribute, ast.Subscript) and item.lineno < statement.lineno
        and not (isinstance(item.value, ast.Attribute) and (item.value.attr in MOCK or item.value.attr == "called"))
    ]  # fmt: skip
    return bool(read) and any(
        isinstance(part, ast.Name) and part.id in read and not is_self(part) for part in descend(statement)
    )
