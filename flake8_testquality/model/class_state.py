"""Class state: what a test leaves on its class, where the next instance finds it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.containers import MUTATORS, bare, makes_container
from flake8_testquality.model.fixtures import autouse
from flake8_testquality.model.names import parameters
from flake8_testquality.model.places import place_of
from flake8_testquality.model.reach import SET_UPS, TEAR_DOWNS
from flake8_testquality.model.scopes import Scope
from flake8_testquality.model.stages import BROAD_SET_UPS
from flake8_testquality.model.targets import by_root

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

_CLEANING = frozenset(
    ["addCleanup", "addfinalizer", "setattr", "setitem", "object", "dict", "callback", "patch", "enterContext"]
)


def surviving_changes(module: Module) -> Iterator[tuple[Any, str]]:
    """(where, attribute) for each class attribute that a test changes and that nothing sets anew or puts back."""
    seen: set[tuple[Test, str]] = set()
    for test, attribute, node, in_place in _changes(module):
        if (test, attribute) in seen or (in_place and not _is_shared_container(module, test, attribute)):
            continue
        if not _is_rebuilt(module, test, attribute):
            seen.add((test, attribute))
            yield node, attribute


def _changes(module: Module) -> list[tuple[Test, str, Any, bool]]:
    """(test, attribute, where, whether in place) for each change of an attribute of a class, in source order."""
    found: list[tuple[Test, str, Any, bool]] = []
    placed = by_root(module)
    for root in ("self", "cls", "type", "klass", *(item.name for item in module.classes)):
        for scope, node, target in placed.get(root, ()):
            in_place = target.__class__ is not ast.Attribute or node.__class__ is ast.AugAssign
            test, held = _test_of(module, scope), bare(target)
            if test is None or not isinstance(held, ast.Attribute):
                continue
            if _is_class(module, test, held.value):
                found.append((test, held.attr, node, False))
            elif _is_self(test, held.value) and in_place:
                found.append((test, held.attr, node, True))
    by_word = module.calls.by_word if module.test_classes else {}
    for scope, call in (placed for word in (*MUTATORS, "setattr") for placed in by_word.get(word, ())):
        func = call.func
        if func.__class__ is ast.Attribute and func.value.__class__ is ast.Name:
            continue
        test = _test_of(module, scope)
        if test is not None:
            found.extend(_by_call(module, test, call))
    found.sort(key=lambda item: (item[2].lineno, item[2].col_offset))
    return found


def _test_of(module: Module, scope: Scope) -> Test | None:
    """The test that a scope is, or that it is a function of which the test only calls."""
    test = module.test_of(scope.node)
    if test is None and scope.parent is not None and scope.parent.is_function:
        around = module.test_around(scope)
        return around if around is not None and place_of(module, scope) == "helper" else None
    return test


def _by_call(module: Module, test: Test, call: ast.Call) -> Iterator[tuple[Test, str, Any, bool]]:
    func = call.func
    if isinstance(func, ast.Attribute):
        held = bare(func.value)
        if isinstance(held, ast.Attribute) and (_is_self(test, held.value) or _is_class(module, test, held.value)):
            yield test, held.attr, call, True
    elif len(call.args) == 3:
        name = call.args[1]
        if isinstance(name, ast.Constant) and isinstance(name.value, str) and _is_class(module, test, call.args[0]):
            yield test, name.value, call, False


def _is_self(test: Test, node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == _first(test) and not _is_classmethod(test)


def _first(test: Test) -> str:
    names = parameters(test.node)
    return names[0].arg if names and not test.is_static else ""


def _is_classmethod(test: Test) -> bool:
    return any(isinstance(item, ast.Name) and item.id == "classmethod" for item in test.node.decorator_list)


def _is_class(module: Module, test: Test, node: ast.expr) -> bool:
    """Whether an expression is a test class: `cls`, `type(self)`, `self.__class__`, `TestX`."""
    if isinstance(node, ast.Attribute):
        return node.attr == "__class__" and _is_self(test, node.value)
    if isinstance(node, ast.Call):
        is_type = isinstance(node.func, ast.Name) and node.func.id == "type" and len(node.args) == 1
        return is_type and _is_self(test, node.args[0])
    if not isinstance(node, ast.Name):
        return False
    if _is_classmethod(test) and node.id == _first(test):
        return True
    found = module.names.lookup(node.id, test.scope)
    if found is None or len(found[1]) != 1:
        return False
    binding = found[1][0]
    if binding.kind == "class":
        own = any(binding.node is node for _, node in test.cls.lineage.classes) if test.cls is not None else False
        return own or any(other.cls is not None and other.cls.node is binding.node for other in module.tests)
    return (
        binding.value is not None and not isinstance(binding.value, ast.Name) and _is_class(module, test, binding.value)
    )


def _is_shared_container(module: Module, test: Test, attribute: str) -> bool:
    """Whether self.attribute is the container that stands in the class body, and no instance's own."""
    if test.cls is None:
        return False
    found = test.cls.lineage.attribute(attribute)
    if found is None or found[1].value is None:
        return False
    home = found[0]
    return makes_container(home, found[1].value, home.scope) and not _is_assigned(test.scope, attribute)


def _is_assigned(scope: Scope, attribute: str) -> bool:
    for kind in (ast.Assign, ast.AnnAssign):
        for node in scope.statements.get(kind, ()):
            for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                items = target.elts if isinstance(target, ast.Tuple | ast.List) else [target]
                if any(isinstance(item, ast.Attribute) and item.attr == attribute for item in items):
                    return True
    return False


def _is_rebuilt(module: Module, test: Test, attribute: str) -> bool:
    """Whether set-up, an autouse fixture, teardown, `finally` or a clean-up gives the attribute a value again."""
    if _is_cleaned(test.scope, attribute) or _in_finally(test.scope, attribute):
        return True
    if test.cls is None:
        return False
    scopes: list[Scope] = []
    for home, node in test.cls.lineage.classes:
        for function in home.scope_by_node[node].statements_of_functions():
            name = function.name
            if name in TEAR_DOWNS or (name in SET_UPS and name not in BROAD_SET_UPS):
                scopes.append(home.scope_by_node[function])
    scopes.extend(item.body_scope for item in autouse(module, test.cls) if item.scope == "function")
    return any(
        _is_assigned(scope, attribute) or _is_cleaned(scope, attribute) or _touches(scope, attribute)
        for scope in scopes
    )


def _touches(scope: Scope, attribute: str) -> bool:
    """Whether a function empties, deletes or refills the attribute."""
    for kind in (ast.Delete, ast.Assign, ast.AugAssign):
        for node in scope.statements.get(kind, ()):
            for target in node.targets if isinstance(node, ast.Assign | ast.Delete) else [node.target]:
                held = bare(target)
                if isinstance(held, ast.Attribute) and held.attr == attribute:
                    return True
    return any(
        isinstance(call.func, ast.Attribute)
        and call.func.attr in MUTATORS
        and isinstance(call.func.value, ast.Attribute)
        and call.func.value.attr == attribute
        for call in scope.calls
    )


def _is_cleaned(scope: Scope, attribute: str) -> bool:
    for call in scope.calls:
        word = call.func.attr if isinstance(call.func, ast.Attribute) else ""
        if word in _CLEANING:
            for item in call.args:
                if isinstance(item, ast.Constant) and item.value == attribute:
                    return True
                if any(isinstance(part, ast.Attribute) and part.attr == attribute for part in ast.walk(item)):
                    return True
    return False


def _in_finally(scope: Scope, attribute: str) -> bool:
    for node in scope.statements.get(ast.Try, ()):
        for statement in node.finalbody:
            for part in ast.walk(statement):
                if isinstance(part, ast.Attribute) and part.attr == attribute:
                    return True
    return False
