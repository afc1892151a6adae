"""Convertible cases: what a TestCase subclass uses of unittest beyond its assertions."""

from __future__ import annotations

import ast
from functools import cache
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.decorations import leaves_arguments
from flake8_testquality.model.words import words

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import TestClass

HOOKS = ("setUp", "tearDown", "setUpClass", "tearDownClass")
_ABSTRACT = frozenset({"base", "mixin", "abstract", "common"})
# family -> the hooks that its classes rely on.
_NEEDED = {
    "django": frozenset({"setUpClass", "tearDownClass"}),
    "tornado": frozenset({"setUp", "tearDown"}),
    "testtools": frozenset(HOOKS),
    "twisted": frozenset(),
    "other": frozenset(HOOKS),
    "unknown": frozenset(HOOKS),
}


@cache
def _inherited() -> frozenset[str]:
    """What a TestCase has besides its assertions. unittest is loaded where it is asked for, not by every run."""
    import unittest

    names = frozenset(dir(unittest.TestCase)) - frozenset(dir(object))
    return frozenset(name for name in names if not name.startswith("assert") and name != "fail")


def is_convertible(item: TestClass) -> bool:
    """Whether a class is a plain unittest.TestCase that uses nothing of it but its assertions."""
    module, line = item.module, item.lineage
    if item.case_family != "unittest" or line.out_of_sight != ("unittest.TestCase",) or len(line.classes) != 1:
        return False
    if not item.collected or not any(test.cls is item for test in module.tests) or is_base(item):
        return False
    home = item.scope.parent or module.scope
    if not all(leaves_arguments(module, decorator, home) for decorator in item.node.decorator_list):
        return False
    if not _inherited().isdisjoint(module.bindings(item.scope)):
        return False
    return all(_is_independent(module, method) for method in item.methods)


def is_base(item: TestClass) -> bool:
    """Whether a class is there to be derived from."""
    if not _ABSTRACT.isdisjoint(words(item.name)):
        return True
    others = [other for other in item.module.classes if other is not item]
    return any(node is item.node for other in others for _, node in other.lineage.classes)


def _is_independent(module: Module, method: Any) -> bool:
    scope = module.scope_by_node[method]
    if not all(leaves_arguments(module, decorator, scope.parent or scope) for decorator in method.decorator_list):
        return False
    first = next(iter([*method.args.posonlyargs, *method.args.args]), None)
    if first is None:
        return True
    attributes = {id(node.value): node.attr for node in scope.nodes(ast.Attribute)}
    for node in scope.nodes(ast.Name):
        if node.id == "super":
            return False
        if node.id == first.arg and attributes.get(id(node), "run") in _inherited():
            return False
    return True


def needless_hooks(item: TestClass) -> list[Any]:
    """The set-up and tear-down methods of a case that a fixture could replace."""
    found = [method for method in item.methods if method.name in HOOKS]
    if not found or is_base(item):
        return []
    needed = _NEEDED.get(item.case_family or "", frozenset())
    bases = item.lineage.classes[1:]
    return [
        method for method in found
        if method.name not in needed
        and not any(child.name == method.name for home, node in bases for child in node.body if hasattr(child, "name"))
        and (item.lineage.is_resolved or not _calls_super(item.module, method))
    ]


def _calls_super(module: Module, method: Any) -> bool:
    return any(
        isinstance(call.func, ast.Name) and call.func.id == "super" for call in module.scope_by_node[method].calls
    )
