"""Specimens: certain assertions that are there for the runner's sake, or mark the way that a test must go."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.classes import CASES
from flake8_testquality.model.names import called_name, last_name
from flake8_testquality.model.risk import is_fail
from flake8_testquality.model.scopes import FUNCTIONS

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.tests import Test

# Programs whose product is what happens to tests.
RUNNERS = ("_pytest", "nose2")
_BROAD = frozenset({"AssertionError", "Exception", "BaseException"})


def is_specimen(assertion: Assertion) -> bool:
    """Whether an assertion that cannot fail is what a test hands to the code under test, or what the runner must do."""
    return _expects_failure(assertion.test) or _is_handed_over(assertion) or is_of_runner(assertion.test)


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
    return test.cls is not None and any(
        base in CASES and not base.startswith("unittest") and module.project.is_first_party(base, module.path)
        for base in test.cls.lineage.out_of_sight
    )


def marks_way(assertion: Assertion, part: ast.expr) -> bool:
    """Whether `assert True` stands where a test must come, because every other way fails."""
    if not isinstance(part, ast.Constant):
        return False
    module, scope = assertion.module, assertion.scope
    above: Any = module.block_parent(assertion.statement)
    if isinstance(above, ast.If):
        other = above.orelse if assertion.statement in above.body else above.body
        return any(is_fail(item, module, scope) for item in other[-1:])
    if not isinstance(above, ast.ExceptHandler):
        return False
    types = above.type.elts if isinstance(above.type, ast.Tuple) else [above.type]
    outer: Any = module.block_parent(above)
    if any(item is None or last_name(item) in _BROAD for item in types) or not isinstance(outer, ast.Try):
        return False
    return any(is_fail(item, module, scope) for item in (*outer.body[-1:], *outer.orelse[-1:]))
