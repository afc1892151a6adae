"""Specimens: empty tests and certain assertions that are there for the runner's sake, or for another test's."""

from __future__ import annotations

import ast
import os
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.classes import CASES, is_own_case, lineage
from flake8_testquality.model.instances import class_of, making_call
from flake8_testquality.model.names import called_name, is_self, last_name
from flake8_testquality.model.own_code import is_product
from flake8_testquality.model.scopes import FUNCTIONS

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

# Programs whose product is what happens to tests.
RUNNERS = ("_pytest", "nose2")
# Built-in calls that are given a class and leave it alone.
_ABOUT_CLASSES = frozenset({"super", "isinstance", "issubclass"})


def is_specimen(assertion: Assertion) -> bool:
    """Whether an assertion that cannot fail is what a test hands to the code under test, or what the runner must do."""
    if _expects_failure(assertion.test) or _is_handed_over(assertion) or is_of_runner(assertion.test):
        return True
    return _is_of_tested_object(assertion) or _must_fail_as_well(assertion)


def _must_fail_as_well(assertion: Assertion) -> bool:
    """Whether the test also has the same method fail: it is handed over, or called where that is awaited.

    What the method lets pass, and what not, is then what the test is about.
    """
    if assertion.kind != "unittest":
        return False
    test, name = assertion.test, assertion.name
    if any(
        isinstance(item, ast.Attribute) and item.attr == name and is_self(item.value)
        for call in test.calls
        for item in call.args
    ):
        return True
    blocks = {item.statement for item in test.assertions if item.kind == "raises" and _awaits_failure(item)}
    return bool(blocks) and any(
        item.name == name and not blocks.isdisjoint(test.module.enclosing(item.statement)) for item in test.assertions
    )


def _awaits_failure(block: Assertion) -> bool:
    """Whether a raises block is there for the failure of an assertion."""
    call = block.call
    named = call.args[0] if block.block is not None and call is not None and call.args else None
    return last_name(named) in ("AssertionError", "failureException")


def _is_of_tested_object(assertion: Assertion) -> bool:
    """Whether the method that checks is that of an object which the test has made from code of the project.

    What such a method lets pass is then what the test is about.
    """
    func = assertion.call.func if assertion.call is not None and assertion.kind == "unittest" else None
    if not isinstance(func, ast.Attribute) or is_self(func.value):
        return False
    module, scope = assertion.module, assertion.scope
    call = making_call(module, func.value, scope)
    if call is None:
        return False
    found = class_of(module, func.value, scope)
    if found is None:
        dotted = module.resolve(call.func, scope)
        return dotted is not None and dotted not in CASES and is_product(module, dotted)
    line = lineage(*found)
    return not line.is_resolved or line.method(func.attr) is not None


def _expects_failure(test: Test) -> bool:
    """Whether a test fails by passing."""
    return any(called_name(item) == "expectedFailure" for item in test.node.decorator_list)


def _is_handed_over(assertion: Assertion) -> bool:
    """Whether the assertion is all that a nested function says, and somebody else gets to call the function.

    It is given away by its name, or it is a method of a class with a base.
    """
    node: Any = assertion.scope.node
    if assertion.scope is assertion.test.scope or node.__class__ not in FUNCTIONS or node.body != [assertion.statement]:
        return False
    owner: Any = assertion.scope.parent.node if assertion.scope.parent is not None else None
    if isinstance(owner, ast.ClassDef) and owner.bases:
        return True
    return any(
        isinstance(item, ast.Name) and item.id == node.name
        for call in assertion.test.scope.calls
        for item in (*call.args, *(word.value for word in call.keywords))
    )


def is_of_runner(test: Test) -> bool:
    """Whether the suite is that of a pytest plugin, or of the framework from which its cases come.

    Tests, assertions and mocks are what such code gives out: a test without more is an input of it.
    """
    module = test.module
    if module.project.is_pytest_plugin or any(module.project.is_first_party(name, module.path) for name in RUNNERS):
        return True
    return is_case_of_project(test)


def is_case_of_project(test: Test) -> bool:
    """Whether a test's class gets its assertions from the project itself, so that they are the code under test."""
    module = test.module
    return test.cls is not None and any(
        is_own_case(module, base) for base in test.cls.lineage.out_of_sight
    )


def is_sample(test: Test) -> bool:
    """Whether another test or a fixture makes an object of a test's class, hands the class over or collects the file.

    The class is then what those tests work with, and its methods say what they need.
    """
    module, cls = test.module, test.cls
    own = set(cls.scope.within()) if cls is not None else set()
    name = cls.node.name if cls is not None else None
    homes = [item.scope for item in module.classes if item.node is not (cls and cls.node)]
    scopes = [scope for home in homes for scope in home.within() if scope not in own]
    scopes += [scope for item in module.tests if item.cls is None and item is not test for scope in item.scopes]
    scopes += [item.body_scope for item in module.fixtures if item.body_scope not in own]
    return any(_takes_class(call, name) or _takes_file(call, module) for scope in scopes for call in scope.calls)


def _takes_class(call: ast.Call, name: str | None) -> bool:
    """Whether a call makes an object of a class, or is given the class itself to do something with it."""
    if name is None or called_name(call) in _ABOUT_CLASSES:
        return False
    given = (call.func, *call.args, *(word.value for word in call.keywords))
    return any(isinstance(item, ast.Name) and item.id == name for item in given)


def _takes_file(call: ast.Call, module: Module) -> bool:
    """Whether a call has a loader look for tests in this very file."""
    if called_name(call) != "discover":
        return False
    given = (*call.args, *(word.value for word in call.keywords))
    own = os.path.basename(module.path)
    return any(isinstance(item, ast.Constant) and item.value == own for item in given)
