"""Called tests: calls from one collected test to another."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.fixtures import BUILTIN_SCOPES, lookup
from flake8_testquality.model.names import parameters
from flake8_testquality.model.plugin_fixtures import KNOWN_SCOPES
from flake8_testquality.model.scopes import FUNCTIONS, Scope

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


def calls_of_tests(module: Module) -> Iterator[tuple[ast.Call, Test]]:
    """(call, called test) for each call in a test of another collected test of the module or the class."""
    known = module.calls.by_word
    for name in dict.fromkeys(test.name for test in module.tests):
        for scope, call in known.get(name, ()):
            test = module.test_around(scope)
            called = _called(module, scope, test, call) if test is not None else None
            if called is not None and called is not test:
                yield call, called


def _called(module: Module, scope: Scope, test: Test, call: ast.Call) -> Test | None:
    if isinstance(call.func, ast.Attribute):
        return _method(module, test, call.func)
    called = module.test_of(module.definition(call.func, scope))
    if called is None or called.cls is not None or (test.runner == "unittest" and _only_gives(called)):
        return None
    return None if _is_fed(called, test) else called


def _is_fed(called: Test, test: Test) -> bool:
    """Whether a function needs a value that no fixture gives, nor one that the caller asks for: callers feed it."""
    return any(
        name not in test.fixture_names
        and name not in BUILTIN_SCOPES
        and name not in KNOWN_SCOPES
        and lookup(called.module, name) is None
        for name in called.fixture_names
    )


def _only_gives(called: Test) -> bool:
    """Whether a function checks nothing and gives something back: what TestCases call so is no test to unittest."""
    given = [node for node in called.scope.statements.get(ast.Return, ()) if node.value is not None]
    return any(not isinstance(node.value, ast.Constant) for node in given) and not called.assertions


def _inherits(test: Test, cls: ast.ClassDef) -> bool:
    """Whether a test overrides one of this class: calling that by its class is what super() does."""
    return test.cls is not None and any(node is cls for _, node in test.cls.lineage.classes)


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
        in_sight = found is not None and found[0] is module and found[1].__class__ in FUNCTIONS
        return module.test_of(found[1]) if found is not None and in_sight else None
    cls = module.definition(owner, test.scope)
    if not isinstance(cls, ast.ClassDef) or (func.attr == test.name and _inherits(test, cls)):
        return None
    found_tests = (item for item in module.tests if item.cls is not None and item.cls.node is cls)
    return next((item for item in found_tests if item.name == func.attr), None)
