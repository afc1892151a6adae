"""What the tests of a file lean on: its helpers, fixtures and set-ups, each seen as a test is."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.reach import SET_UPS, TEAR_DOWNS
from flake8_testquality.model.tests import Test

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


def leaned_on(module: Module) -> list[Test]:
    """The functions that a file of tests calls, asks for or has called before each test, as far as they may check.

    A function that nobody calls here may be handed to the code under test, or be material of a test.
    """
    if module.role != "test" or not module.tests:
        return []
    tests = {test.node for test in module.tests}
    classes = {item.node: item for item in module.classes}
    asked = {fixture.node for fixture in module.fixtures}
    called = module.calls.by_word
    found = []
    for scope in module.scopes:
        node: Any = scope.node
        around: Any = scope.parent.node if scope.parent is not None else None
        if not scope.is_function or node in tests or not (isinstance(around, ast.Module) or around in classes):
            continue
        if node.name in called or node in asked or (around in classes and node.name in SET_UPS | TEAR_DOWNS):
            found.append(Test(node, module, scope, classes.get(around)))
    return found
