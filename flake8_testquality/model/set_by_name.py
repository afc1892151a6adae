"""Setting by name: attributes set where only the run tells whose they are or which: `setattr(mail, name, value)`."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import TYPE_CHECKING

from flake8_testquality.model.changes import Change
from flake8_testquality.model.names import root_name
from flake8_testquality.model.scopes import Scope
from flake8_testquality.model.targets import by_root

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

_SETTERS = ("builtins.setattr", "builtins.delattr")
_FILLERS = ("update", "clear", "pop", "__setitem__", "__delitem__")


def may_set(module: Module, scope: Scope, call: ast.Call, change: Change) -> bool:
    """Whether a call may set the attribute that a change sets, by a name or on an owner worked out at run time."""
    owner, _, attribute = change.thing.rpartition(".")
    if module.resolve(call.func, scope) in _SETTERS:
        given = call.args[1] if len(call.args) > 1 else None
        if isinstance(given, ast.Constant) and given.value != attribute:
            return False
        return bool(call.args) and _may_be(module, scope, call.args[0], owner)
    func = call.func
    if isinstance(func, ast.Attribute) and func.attr in _FILLERS:
        return _is_namespace(module, scope, func.value, owner)
    return False


def sets_unknown_owner(module: Module, scope: Scope, statements: Sequence[tuple[int, int]], change: Change) -> bool:
    """Whether an assignment on some lines may set the attribute that a change sets, on an owner out of sight.

    `for owner in patched: owner.send = original` does, and so does an entry of the owner's `__dict__`.
    """
    owner, _, attribute = change.thing.rpartition(".")
    for placed in by_root(module).values():
        for where, node, target in placed:
            if not any(first <= node.lineno <= last for first, last in statements) or scope not in where.chain():
                continue
            if isinstance(target, ast.Attribute):
                unknown = isinstance(target.value, ast.Name) and module.resolve(target.value, where) is None
                if target.attr == attribute and unknown and _may_be(module, where, target.value, owner):
                    return True
            elif isinstance(target, ast.Subscript) and _is_namespace(module, where, target.value, owner):
                return True
    return False


def _may_be(module: Module, scope: Scope, node: ast.expr, owner: str) -> bool:
    """Whether an expression stands for an owner, or may: a loop's variable, an argument, what was unpacked."""
    if isinstance(node, ast.Starred):
        return True
    dotted = module.resolve(node, scope)
    if dotted is not None:
        return dotted == owner
    root = root_name(node)
    found = module.names.lookup(root, scope) if root not in (None, "self", "cls") else None
    return (
        isinstance(node, ast.Name)
        and found is not None
        and all(place.value is None and place.kind in ("assignment", "parameter") for place in found[1])
    )


def _is_namespace(module: Module, scope: Scope, node: ast.expr, owner: str) -> bool:
    """Whether an expression is the namespace of an owner: `mail.__dict__`, `vars(mail)`."""
    if isinstance(node, ast.Attribute) and node.attr == "__dict__":
        return _may_be(module, scope, node.value, owner)
    if isinstance(node, ast.Call) and node.args and module.resolve(node.func, scope) == "builtins.vars":
        return _may_be(module, scope, node.args[0], owner)
    return False
