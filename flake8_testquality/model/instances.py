"""Instances: which callable made the object that an expression stands for."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.classes import lineage
from flake8_testquality.model.names import Binding, target_names
from flake8_testquality.model.scopes import Scope

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

_MAX_STEPS = 6
_INTERCEPTORS = ("__setattr__", "__getattr__", "__getattribute__")


def maker(module: Module, node: ast.expr | None, scope: Scope, steps: int = 0) -> str | None:
    """The canonical name of what was called to make a value: `threading.Thread` for a name bound to `Thread(...)`.

    A method's result is named after its object: `concurrent.futures.ThreadPoolExecutor.submit`. A class of the file
    counts as its nearest base out of sight. None where it is unknown or where several makers are possible.
    """
    if steps > _MAX_STEPS:
        return None
    if isinstance(node, ast.Await | ast.NamedExpr):
        return maker(module, node.value, scope, steps + 1)
    if isinstance(node, ast.Call):
        return _callee(module, node.func, scope, steps)
    made = _made(module, node, scope)
    return _agreed(maker(module, value, where, steps + 1) if not inside else _element(module, value, where, steps + 1)
                   for value, where, inside in made)  # fmt: skip


def class_of(module: Module, node: ast.expr, scope: Scope) -> tuple[Module, ast.ClassDef] | None:
    """The class in sight, with its module, that an expression's value was made from or that it names itself."""
    call = making_call(module, node, scope)
    local = module.definition(call.func if call is not None else node, scope)
    if isinstance(local, ast.ClassDef):
        return module, local
    dotted = maker(module, node, scope)
    found = module.find(dotted) if dotted is not None else None
    return found if found is not None and isinstance(found[1], ast.ClassDef) else None


def is_made_by_class(module: Module, node: ast.Attribute, scope: Scope) -> bool:
    """Whether the class of an object declares an attribute: a property, descriptor or field, or intercepts all."""
    found = class_of(module, node.value, scope)
    if found is None:
        return False
    line = lineage(*found)
    if any(line.method(name) is not None for name in _INTERCEPTORS):
        return True
    declared = line.attribute(node.attr)
    if declared is None:
        return False
    place = declared[1]
    is_plain = place.value is None or isinstance(place.value, ast.Constant)
    return place.kind == "function" or not is_plain or any(cls.decorator_list for _, cls in line.classes)


def making_call(module: Module, node: ast.expr | None, scope: Scope) -> ast.Call | None:
    """The one call that made a value, where a single binding leads to it."""
    for _ in range(_MAX_STEPS):
        while isinstance(node, ast.Await | ast.NamedExpr):
            node = node.value
        if node is None or isinstance(node, ast.Call):
            return node
        made = _made(module, node, scope)
        if len(made) != 1 or made[0][2]:
            return None
        node, scope, _inside = made[0]
    return None


def element_maker(module: Module, node: ast.expr, scope: Scope) -> str | None:
    """What was called to make every element of a list, tuple, set or generator."""
    return _element(module, node, scope, 0)


def _callee(module: Module, func: ast.expr, scope: Scope, steps: int) -> str | None:
    name = module.resolve(func, scope)
    if name is not None:
        return name
    local = module.definition(func, scope)
    if isinstance(local, ast.ClassDef):
        return next((base for base in lineage(module, local).out_of_sight if base), None)
    if isinstance(func, ast.Attribute):
        owner = maker(module, func.value, scope, steps + 1)
        return f"{owner}.{func.attr}" if owner else None
    return None


def _agreed(makers: Iterable[str | None]) -> str | None:
    found = set(makers)
    return found.pop() if len(found) == 1 else None


def _made(module: Module, node: ast.expr | None, scope: Scope) -> list[tuple[ast.expr | None, Scope, bool]]:
    """(value, its scope, whether it is a container of it) for each place that gives a name or self.name its value."""
    if isinstance(node, ast.Name):
        found = module.names.lookup(node.id, scope)
        return [_from_binding(place, node.id, found[0]) for place in found[1]] if found else []
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in ("self", "cls"):
        return _from_attribute(module, node.attr, scope)
    return []


def _from_binding(place: Binding, name: str, scope: Scope) -> tuple[ast.expr | None, Scope, bool]:
    node: Any = place.node
    if place.value is not None:
        return place.value, scope, False
    if isinstance(node, ast.With | ast.AsyncWith):
        for item in node.items:
            if isinstance(item.optional_vars, ast.Name) and item.optional_vars.id == name:
                return item.context_expr, scope, False
    if isinstance(node, ast.For) and isinstance(node.target, ast.Name):
        return node.iter, scope, True
    return (_share(node, name) if isinstance(node, ast.Assign) else None), scope, False


def _share(statement: ast.Assign, name: str) -> ast.expr | None:
    """What a name gets of several values that are written out: `one, other = Thread(), Thread()`."""
    target, value = statement.targets[0], statement.value
    if not isinstance(target, ast.Tuple) or not isinstance(value, ast.Tuple) or len(target.elts) != len(value.elts):
        return None
    pairs = zip(target.elts, value.elts, strict=True)
    return next((given for item, given in pairs if isinstance(item, ast.Name) and item.id == name), None)


def _from_attribute(module: Module, name: str, scope: Scope) -> list[tuple[ast.expr | None, Scope, bool]]:
    cls = next((item for item in scope.chain() if item.is_class), None)
    if cls is None:
        return []
    found: list[tuple[ast.expr | None, Scope, bool]] = []
    for child in cls.within():
        for node in child.statements.get(ast.Assign, ()):
            for target in node.targets:
                if isinstance(target, ast.Attribute) and target.attr == name and _is_self(target.value):
                    empty = isinstance(node.value, ast.Constant) and node.value.value is None
                    found.extend([] if empty else [(node.value, child, False)])
    return found


def _is_self(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id in ("self", "cls")


def _element(module: Module, node: ast.expr | None, scope: Scope, steps: int) -> str | None:
    """The maker that all elements of a container share."""
    if steps > _MAX_STEPS or node is None:
        return None
    if isinstance(node, ast.List | ast.Tuple) and node.elts:
        return _agreed(maker(module, item, scope, steps + 1) for item in node.elts)
    if isinstance(node, ast.ListComp | ast.GeneratorExp | ast.SetComp):
        return maker(module, node.elt, scope, steps + 1)
    if isinstance(node, ast.Name):
        found = module.names.lookup(node.id, scope)
        if found is None or len(found[1]) != 1:
            return None
        value = found[1][0].value
        if isinstance(value, ast.List) and not value.elts:
            added = [
                call.args[0]
                for call in found[0].calls
                if isinstance(call.func, ast.Attribute)
                and call.func.attr == "append"
                and len(call.args) == 1
                and node.id in target_names(call.func.value)
            ]
            return _agreed(maker(module, _held(module, item, found[0]), found[0], steps + 1) for item in added)
        return _element(module, value, found[0], steps + 1)
    return None


def _held(module: Module, node: ast.expr, scope: Scope) -> ast.expr:
    """What a name holds where it stands: the value bound last above it, for a later loop may use the name again."""
    places = module.bindings(scope).get(node.id, ()) if isinstance(node, ast.Name) else ()
    above = [place for place in places if getattr(place.node, "lineno", 0) < node.lineno]
    return above[-1].value or node if above else node
