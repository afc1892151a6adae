"""Verdicts: calls that answer yes or no, as the function in sight that they lead to shows."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.callees import values_by_attribute
from flake8_testquality.model.classes import Lineage, lineage
from flake8_testquality.model.instances import class_of
from flake8_testquality.model.names import is_self
from flake8_testquality.model.scopes import FUNCTIONS, Scope
from flake8_testquality.model.weakness import is_boolean_made, names_bool, source_of
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

# A method may hand on the answer of another one.
_MAX_STEPS = 2
# What stood in a docstring before there were annotations.
_TOLD = regex(r"^\s*:(?:rtype: *`*bool(?:ean)?|returns? bool(?:ean)?:)", re.MULTILINE | re.IGNORECASE)


def answers_yes_or_no(module: Module, call: ast.Call, scope: Scope, steps: int = 0) -> bool:
    """Whether the function that a call leads to says that it gives a bool, or returns no other.

    It says so by its annotation, or by the field of its docstring that stood for one.
    """
    found = _function(module, call.func, scope)
    if found is None:
        return False
    home, function = found
    if function.returns is not None:
        return names_bool(function.returns)
    if _TOLD.search(ast.get_docstring(function, clean=False) or "") is not None:
        return True
    inner = home.scope_by_node[function]
    values = [item.value for item in inner.statements.get(ast.Return, ())]
    return bool(values) and all(value is not None and _is_verdict(home, value, inner, steps) for value in values)


def _is_verdict(module: Module, value: ast.expr, scope: Scope, steps: int) -> bool:
    made = source_of(value, module, scope)
    if isinstance(made, ast.BoolOp):
        # `found or default` gives what stands there
        return all(_is_verdict(module, part, scope, steps) for part in made.values)
    if isinstance(made, ast.UnaryOp) and not isinstance(made.op, ast.Not):
        return False
    if is_boolean_made(made, module, scope):
        return True
    if not isinstance(made, ast.Call):
        return False
    if module.resolve(made.func, scope) in ("builtins.bool", "builtins.any", "builtins.all", "builtins.isinstance"):
        return True
    return steps < _MAX_STEPS and answers_yes_or_no(module, made, scope, steps + 1)


def _function(module: Module, func: ast.expr, scope: Scope) -> tuple[Module, Any] | None:
    """The function in sight that an expression stands for: of the file, imported, or a method of an object's class."""
    if isinstance(func, ast.Attribute) and module.resolve(func, scope) is None:
        cls = _class(module, func.value, scope)
        found = lineage(*cls).method(func.attr) or _method_of_heir(*cls, func.attr) if cls is not None else None
    else:
        dotted = module.resolve(func, scope)
        found = (module, module.definition(func, scope)) if dotted is None else module.find(dotted)
    return found if found is not None and isinstance(found[1], FUNCTIONS) else None


def _method_of_heir(module: Module, cls: ast.ClassDef, name: str) -> tuple[Module, Any] | None:
    """The only method of a name in the heirs of a class in its file, where its own __new__ may make one of them."""
    if lineage(module, cls).method("__new__") is None:
        return None
    found = [
        item
        for scope in module.scopes
        if isinstance(scope.node, ast.ClassDef) and any(node is cls for _, node in lineage(module, scope.node).classes)
        for item in scope.statements_of_functions()
        if item.name == name
    ]
    return (module, found[0]) if len(found) == 1 else None


def _class(module: Module, node: ast.expr, scope: Scope) -> tuple[Module, ast.ClassDef] | None:
    """The class in sight of an object; for an attribute of self worked out once a class."""
    around = next((item for item in scope.chain() if item.is_class), None)
    if around is None or not isinstance(around.node, ast.ClassDef):
        return class_of(module, node, scope)
    if is_self(node):
        return module, around.node
    if not isinstance(node, ast.Attribute) or not is_self(node.value):
        return class_of(module, node, scope)
    known: dict[tuple[Scope, str], tuple[Module, ast.ClassDef] | None] = module.fact(_classes_of_attributes)
    key = around, node.attr
    if key not in known:
        known[key] = class_of(module, node, scope) or _class_held(module, around.node, node.attr)
    return known[key]


def _class_held(module: Module, owner: ast.ClassDef, name: str) -> tuple[Module, ast.ClassDef] | None:
    """The class of what the methods of a class, or of the nearest base that does, put on self under a name."""
    line = lineage(module, owner)
    for home, node in line.classes:
        values = home.fact(values_by_attribute).get((node, name), ())
        found = {_class_made(home, value, scope, line) for scope, value in values if not _is_none(value)}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _class_made(
    module: Module, value: ast.expr, scope: Scope, line: Lineage, steps: int = 0
) -> tuple[Module, ast.ClassDef] | None:
    """The class of an object that is made by a class held by the test class, or by what a method of it returns."""
    func = value.func if isinstance(value, ast.Call) else None
    if not isinstance(func, ast.Attribute) or not is_self(func.value):
        return class_of(module, value, scope)
    method = line.method(func.attr)
    if method is not None and isinstance(method[1], FUNCTIONS):
        home, inner = method[0], method[0].scope_by_node[method[1]]
        given = [item.value for item in inner.statements.get(ast.Return, ())]
        made = {_class_made(home, item, inner, line, steps + 1) for item in given if item and steps < _MAX_STEPS}
        return made.pop() if len(made) == 1 else None
    held = line.attribute(func.attr)
    if held is None or not isinstance(held[1].value, ast.Name | ast.Attribute):
        return None
    return _class_named(held[0], held[1].value, held[0].scope_of(held[1].node))


def _class_named(module: Module, name: ast.expr, scope: Scope) -> tuple[Module, ast.ClassDef] | None:
    dotted = module.resolve(name, scope)
    found = module.find(dotted) if dotted is not None else (module, module.definition(name, scope))
    return (found[0], found[1]) if found is not None and isinstance(found[1], ast.ClassDef) else None


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _classes_of_attributes(module: Module) -> dict[tuple[Scope, str], tuple[Module, ast.ClassDef] | None]:
    return {}
