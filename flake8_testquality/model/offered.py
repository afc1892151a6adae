"""Offered: which modules of a product are there for tests to use, so that what they raise is a failed check."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_testquality.model.classes import lineage
from flake8_testquality.model.instances import class_of
from flake8_testquality.model.scopes import FUNCTIONS, Scope

if TYPE_CHECKING:
    from flake8_testquality.model.callees import Unit
    from flake8_testquality.model.module import Module

_RUNNERS = frozenset({"unittest", "unittest2", "pytest", "nose", "testtools"})


def is_no_product(module: Module, dotted: str | None) -> bool:
    """Whether what a dotted name stands for is out of sight, of the tests, or what the product offers to tests.

    A module of the product that imports a test runner is offered to tests as far as its names say that they check.
    """
    found = module.find(dotted) if dotted is not None else None
    if found is None or found[0].role != "source" or is_for_tests(found[0]):
        return True
    return knows_runner(found[0])


def product_method(module: Module, func: ast.expr, scope: Scope) -> Unit | None:
    """The method in sight that is called of an object of a product's class; None for one that is offered to tests."""
    made = class_of(module, func.value, scope) if isinstance(func, ast.Attribute) else None
    found = lineage(*made).method(func.attr) if made is not None and made[0].role == "source" else None  # type: ignore[attr-defined]
    if found is None or found[0].role != "source" or is_for_tests(found[0]) or knows_runner(found[0]):
        return None
    return found[0], found[0].scope_by_node[found[1]], made


def is_assert_statement(module: Module, dotted: str | None) -> bool:
    """Whether a dotted name stands for a function that does what an assert statement does, and nothing else.

    It is named so and raises unless its first parameter is true: `def assert_(told): if not told: raise ValueError`.
    """
    found = module.find(dotted) if dotted is not None else None
    function = found[1] if found is not None else None
    if not isinstance(function, FUNCTIONS) or not function.args.args or not function.name.startswith("assert"):
        return False
    body = function.body[1:] if ast.get_docstring(function, clean=False) is not None else function.body
    only = body[0] if len(body) == 1 and isinstance(body[0], ast.If) else None
    if only is None or only.orelse or len(only.body) != 1 or not isinstance(only.body[0], ast.Raise):
        return False
    asked = only.test.operand if isinstance(only.test, ast.UnaryOp) and isinstance(only.test.op, ast.Not) else None
    return isinstance(asked, ast.Name) and asked.id == function.args.args[0].arg


def is_for_tests(module: Module) -> bool:
    """Whether a module of the product is what it offers to tests: `_testutils`, `testing/tools.py`."""
    return any("test" in part.lower() for part in module.dotted_name.split(".")[1:])


def is_of_case(scope: Scope, owner: tuple[Module, ast.ClassDef] | None) -> bool:
    """Whether a function is a method that a test case has from a base: wherever that stands, it is there for tests."""
    is_method = scope.parent is not None and scope.parent.is_class
    return is_method and owner is not None and lineage(*owner).case_family is not None


def knows_runner(module: Module) -> bool:
    """Whether a module imports a test runner; its mocks have other uses too."""
    return module.fact(_knows_runner)


def _knows_runner(module: Module) -> bool:
    known = [target for targets in module.names.imported.values() for target in targets]
    return any(name.partition(".")[0] in _RUNNERS and not name.startswith("unittest.mock") for name in known)
