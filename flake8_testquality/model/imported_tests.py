"""Imported tests: calls of another module's test, where the module is imported by a name that is made as it runs."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_testquality.model.collection import matches
from flake8_testquality.model.fixtures import lookup
from flake8_testquality.model.scopes import Scope

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

_MAX_STEPS = 4


def is_imported_test(test: Test, call: ast.Call) -> bool:
    """Whether a call is of what is named like a test in a module that `import_module` gave the test or a fixture."""
    func = call.func
    return (
        isinstance(func, ast.Attribute)
        and matches(func.attr, test.module.project.config.python_functions)
        and _is_module(test, test.module, test.scope, func.value, 0)
    )


def _is_module(test: Test, home: Module, scope: Scope, node: ast.expr, steps: int) -> bool:
    """Whether an expression is what `import_module` gave, directly, by a local name, or out of a fixture."""
    while isinstance(node, ast.Attribute):
        node = node.value
    if isinstance(node, ast.Call):
        return home.resolve(node.func, scope) == "importlib.import_module"
    if not isinstance(node, ast.Name) or steps > _MAX_STEPS:
        return False
    places = home.bindings(scope).get(node.id, ())
    if len(places) != 1:
        return False
    if places[0].value is not None:
        return _is_module(test, home, scope, places[0].value, steps + 1)
    found = lookup(home, node.id, test.cls) if places[0].kind == "parameter" else None
    return found is not None and any(
        _is_module(test, found.module, found.body_scope, value, steps + 1) for value in found.values
    )
