"""Targets: the attributes and items that a file assigns or deletes, by the name at their left end.

An instance's own attribute, `self.x = ...`, is nobody else's and left out.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from flake8_testquality.model.names import root_name
from flake8_testquality.model.scopes import Scope

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

# The scope, the statement, and one target of it.
Placed: TypeAlias = tuple[Scope, Any, ast.expr]


def by_root(module: Module) -> dict[str, list[Placed]]:
    """Every target, by its root: `os` holds `os.environ["A"]`; a plain name counts only where it is augmented."""
    return module.fact(_by_root)


def _by_root(module: Module) -> dict[str, list[Placed]]:
    found: dict[str, list[Placed]] = {}
    name, attribute = ast.Name, ast.Attribute
    for scope in module.scopes:
        statements = scope.statements
        for node in statements.get(ast.Assign, ()):
            for target in node.targets:
                cls = target.__class__
                if cls is name:
                    continue
                if cls is attribute and target.value.__class__ is name:
                    if target.value.id != "self":
                        found.setdefault(target.value.id, []).append((scope, node, target))
                else:
                    _add(found, scope, node, target)
        for kind in (ast.AugAssign, ast.AnnAssign):
            for node in statements.get(kind, ()):
                if kind is ast.AugAssign or node.target.__class__ is not name:
                    _add(found, scope, node, node.target)
        for node in statements.get(ast.Delete, ()):
            for target in node.targets:
                _add(found, scope, node, target)
    return found


def _add(found: dict[str, list[Placed]], scope: Scope, node: Any, whole: ast.expr) -> None:
    for target in parts(whole):
        root = root_name(target)
        if root is not None and (target.__class__ is not ast.Name or node.__class__ is ast.AugAssign):
            found.setdefault(root, []).append((scope, node, target))


def parts(target: ast.expr) -> Iterator[ast.expr]:
    """The single targets of an assignment: those inside a tuple, a list or a star."""
    stack = [target]
    while stack:
        item = stack.pop()
        if isinstance(item, ast.Tuple | ast.List):
            stack.extend(reversed(item.elts))
        elif isinstance(item, ast.Starred):
            stack.append(item.value)
        else:
            yield item
