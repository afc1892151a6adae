"""Lasting values: constants, the data of imported classes, the texts of a file."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_testquality.model.names import dotted_text, last_name

if TYPE_CHECKING:
    from flake8_testquality.model.tests import Test

_TEXT_METHODS = frozenset(["strip", "lstrip", "rstrip", "split", "rsplit", "splitlines", "lower", "upper", "replace"])


def is_lasting(test: Test, node: ast.expr) -> bool:
    """Whether an expression is a constant, an attribute of what is imported, or `vars(...)` or subclasses of it."""
    if _is_constant(node) or (isinstance(node, ast.Attribute) and node.attr == "__dict__"):
        return True
    if isinstance(node, ast.Name):
        places = test.module.bindings(test.scope).get(node.id, ())
        value = places[0].value if len(places) == 1 else None
        return isinstance(value, ast.Attribute) and is_lasting(test, value)
    if isinstance(node, ast.Call) and last_name(node.func) == "__subclasses__":
        name = dotted_text(node.func)
    elif isinstance(node, ast.Call):
        name = dotted_text(node.args[0]) if last_name(node.func) == "vars" and node.args else None
    else:
        name = dotted_text(node) if isinstance(node, ast.Attribute) else None
    if name is None:
        return False
    found = test.module.names.lookup(name.partition(".")[0], test.scope)
    return found is not None and any(place.kind == "import" for place in found[1])


def is_text_of_file(test: Test, func: ast.expr) -> bool:
    """Whether only methods of strings stand between a call and a name of the file."""
    while isinstance(func, ast.Attribute) and func.attr in _TEXT_METHODS:
        if isinstance(func.value, ast.Name):
            return func.value.id not in test.module.bindings(test.scope) and not test.module.resolve(func.value)
        func = func.value.func if isinstance(func.value, ast.Call) else func.value
    return False


def _is_constant(node: ast.expr) -> bool:
    """Whether a name is written as a constant's."""
    word = node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
    return len(word) > 1 and word.isupper()
