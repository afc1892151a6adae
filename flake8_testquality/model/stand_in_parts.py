"""Stand-in parts: does a loop ask an object of the file's own class for things of a kind that this class makes?"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.classes import lineage
from flake8_testquality.model.names import last_name, root_name

if TYPE_CHECKING:
    from flake8_testquality.model.tests import Test

_MAX_STEPS = 5


def goes_over_parts(test: Test, node: ast.expr) -> bool:
    """Whether an expression asks for all of a kind, by its class alone, what came of an object of the file's own class
    in whose methods, or those of its bases in sight, that kind is made.
    """
    if not isinstance(node, ast.Call) or len(node.args) != 1 or node.keywords:
        return False
    kind = last_name(node.args[0]) if isinstance(node.args[0], ast.Name | ast.Attribute) else None
    if kind is None or not kind[:1].isupper():
        return False
    cls = _class_of(test, node)
    return cls is not None and any(
        last_name(call.func) == kind
        for home, item in lineage(test.module, cls).classes
        for scope in home.scope_by_node[item].within()
        for call in scope.calls
    )


def _class_of(test: Test, node: ast.expr) -> ast.ClassDef | None:
    """The class of the file whose object an expression begins with, local names and what with enters followed."""
    for _ in range(_MAX_STEPS):
        node = _beginning(node)
        found: Any = test.module.definition(node.func, test.scope) if isinstance(node, ast.Call) else None
        if isinstance(found, ast.ClassDef):
            return found
        places = test.module.bindings(test.scope).get(root_name(node) or "", ())
        given = _given(places[0].node, root_name(node)) if len(places) == 1 else None
        if given is None:
            return None
        node = given
    return None


def _beginning(node: ast.expr) -> ast.expr:
    """The first call or name of a chain: `App()` of `await App().run(3)`."""
    while True:
        if isinstance(node, ast.Await | ast.Attribute):
            node = node.value
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            node = node.func.value
        else:
            return node


def _given(node: Any, name: str | None) -> ast.expr | None:
    """What an assignment or a with statement gives a name."""
    if isinstance(node, ast.With | ast.AsyncWith):
        for item in node.items:
            if isinstance(item.optional_vars, ast.Name) and item.optional_vars.id == name:
                return item.context_expr
        return None
    return node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
