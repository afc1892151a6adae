"""Displays: the lists and tuples that a test writes down and loops over, and which of their parts a name gets."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_testquality.model.classes import lineage
from flake8_testquality.model.names import last_name

if TYPE_CHECKING:
    from flake8_testquality.model.tests import Test

_VIEWS = frozenset(["items", "values", "keys"])


def viewed(test: Test, node: ast.expr) -> ast.expr:
    """The local name that an expression is a dictionary's view of, `prices` of `prices.items()`; else itself."""
    func = node.func if isinstance(node, ast.Call) and not node.args else None
    if not isinstance(func, ast.Attribute) or func.attr not in _VIEWS or not isinstance(func.value, ast.Name):
        return node
    return node if func.value.id in test.arguments else func.value


def display(test: Test, loop: ast.For) -> tuple[list[ast.expr], ast.expr]:
    """The elements of the display that a loop goes over, by its name or with numbers too, and what each is bound to."""
    node, target = loop.iter, loop.target
    if isinstance(node, ast.Call) and last_name(node.func) == "enumerate" and node.args:
        node, target = node.args[0], target.elts[-1] if isinstance(target, ast.Tuple) else target
    places = test.module.bindings(test.scope).get(node.id, []) if isinstance(node, ast.Name) else []
    value = places[0].value if len(places) == 1 else node
    return value.elts if isinstance(value, ast.List | ast.Tuple) else [], target


def part_for(test: Test, target: ast.expr, item: ast.expr, name: str) -> ast.expr | None:
    """What a name of a loop's target gets of an element that is a display, or a local name for one."""
    places = test.module.bindings(test.scope).get(item.id, []) if isinstance(item, ast.Name) else []
    given = places[0].value if len(places) == 1 else item
    if isinstance(target, ast.Name):
        return given
    names = [getattr(part, "id", "") for part in target.elts] if isinstance(target, ast.Tuple) else []
    parts = given.elts if isinstance(given, ast.Tuple | ast.List) else []
    return parts[names.index(name)] if name in names and len(parts) == len(names) else None


def loops_for(test: Test, name: str) -> list[tuple[ast.For, ast.Tuple | None]]:
    """The loops that give a name its values, with the tuple of names that an element is unpacked to in the body."""
    found: list[tuple[ast.For, ast.Tuple | None]] = []
    for place in test.module.bindings(test.scope).get(name, ()):
        node = place.node
        if isinstance(node, ast.For):
            found.append((node, None))
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Name):
            bound, outer = node.targets[0], test.module.bindings(test.scope).get(node.value.id, ())
            if isinstance(bound, ast.Tuple):
                found.extend((item.node, bound) for item in outer if isinstance(item.node, ast.For))
    return found


def is_written_in_class(test: Test, node: ast.Attribute) -> bool:
    """Whether an attribute is a display with something in it that the body of a class of the file, or of its bases,
    writes down: asked of the class, or of the one object of it that the test makes under a name.
    """
    places = test.module.bindings(test.scope).get(node.value.id, []) if isinstance(node.value, ast.Name) else []
    made = places[0].value if len(places) == 1 else None
    cls = test.module.definition(made.func if isinstance(made, ast.Call) else node.value, test.scope)
    found = lineage(test.module, cls).attribute(node.attr) if isinstance(cls, ast.ClassDef) else None
    value = getattr(found[1], "value", None) if found is not None else None
    if isinstance(value, ast.Dict):
        return bool(value.keys)
    return isinstance(value, ast.List | ast.Tuple | ast.Set) and bool(value.elts)
