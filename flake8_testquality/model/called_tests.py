"""Called tests: calls from one collected test to another."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.names import parameters
from flake8_testquality.model.scopes import FUNCTIONS

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


def calls_of_tests(module: Module, test: Test) -> Iterator[tuple[ast.Call, Test]]:
    """(call, called test) for each call in a test of another collected test of the module or the class."""
    prefixes = ("test", *module.project.config.python_functions)
    for scope in test.scope.within():
        for call in scope.calls:
            func = call.func
            if isinstance(func, ast.Name):
                if func.id.startswith(prefixes):
                    called = module.test_of(module.definition(func, scope))
                    if called is not None and called is not test and called.cls is None:
                        yield call, called
            elif isinstance(func, ast.Attribute) and func.attr.startswith(prefixes):
                called = _method(module, test, func)
                if called is not None and called is not test:
                    yield call, called


def _method(module: Module, test: Test, func: ast.Attribute) -> Test | None:
    """The test of the class that `self.test_x`, `TestX.test_x` or `TestX().test_x` stands for."""
    owner = func.value
    if isinstance(owner, ast.Call):
        owner = owner.func
    if not isinstance(owner, ast.Name):
        return None
    own = parameters(test.node)[:1]
    if test.cls is not None and not test.is_static and own and owner.id == own[0].arg:
        found = test.cls.lineage.method(func.attr)
        return (
            module.test_of(found[1])
            if found is not None and found[0] is module and found[1].__class__ in FUNCTIONS
            else None
        )
    cls = module.definition(owner, test.scope)
    if not isinstance(cls, ast.ClassDef):
        return None
    return next(
        (item for item in module.tests if item.cls is not None and item.cls.node is cls and item.name == func.attr),
        None,
    )
