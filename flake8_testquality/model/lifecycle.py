"""Set-up and tear-down methods: which of them the runner calls."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.decorators import all_neutral
from flake8_testquality.model.references import is_attribute_read, is_read_here, is_subclassed_elsewhere

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope
    from flake8_testquality.model.tests import TestClass

CLASS_HOOKS = frozenset(["setUpClass", "tearDownClass", "setUpTestData"])
ASYNC_HOOKS = frozenset(["asyncSetUp", "asyncTearDown"])
UNITTEST_HOOKS = CLASS_HOOKS | ASYNC_HOOKS | {"setUp", "tearDown"}
PYTEST_HOOKS = frozenset(["setup_method", "teardown_method", "setup_class", "teardown_class"])
MODULE_HOOKS = frozenset(
    [
        "setUpModule",
        "tearDownModule",
        "setup_module",
        "teardown_module",
        "setup_function",
        "teardown_function",
    ]
)
_BY_CASE = {name.lower(): name for name in (*UNITTEST_HOOKS, *PYTEST_HOOKS)}
_MODULE_BY_CASE = {name.lower(): name for name in MODULE_HOOKS}
_NOSE = {"setup": "setup_method", "teardown": "teardown_method"}
_NOSE_MODULE = {"setup": "setup_module", "teardown": "teardown_module"}
_PYTEST_EQUALS = {
    "setUp": "setup_method",
    "tearDown": "teardown_method",
    "setUpClass": "setup_class",
    "tearDownClass": "teardown_class",
    "asyncSetUp": "an async fixture",
    "asyncTearDown": "an async fixture",
    "setUpTestData": "setup_class",
}


_KNOWN_FAMILIES = (None, "unittest", "isolated", "django", "tornado", "twisted")


def dead_hooks(module: Module) -> Iterator[tuple[Any, str, str]]:
    """(function, what is wrong, remedy) for each set-up or tear-down that is not called or cannot be."""
    if module.role != "test":
        return
    for item in module.classes:
        yield from _dead_in_class(module, item)
    if module.tests:
        for node in module.scope.statements_of_functions():
            meant = _MODULE_BY_CASE.get(node.name.lower()) or _nose_hook(node)
            if meant is None or node.name in MODULE_HOOKS or node.decorator_list:
                continue
            if not is_read_here(module, node.name):
                yield node, "is never called", f"name it `{meant}`"


def _nose_hook(node: Any) -> str | None:
    """What a module's `setup` or `teardown` was to nose, if it can be called without arguments and gives nothing."""
    if node.name not in _NOSE_MODULE:
        return None
    args = node.args
    is_bare = len(args.posonlyargs) + len(args.args) == len(args.defaults) and None not in args.kw_defaults
    gives = isinstance(node.body[-1], ast.Return) and node.body[-1].value is not None
    return _NOSE_MODULE[node.name] if is_bare and not gives else None


def _dead_in_class(module: Module, item: TestClass) -> Iterator[tuple[Any, str, str]]:
    for node in item.scope.statements_of_functions():
        name = node.name.lower()
        if name not in _BY_CASE and name not in _NOSE:
            continue
        if not (item.is_case or item.collected or _runs_below(item)):
            return
        found = _wrong_in_case(item, node) if item.is_case else _wrong_in_plain(item, node)
        if found is not None and _is_ours(module, item, node) and not is_subclassed_elsewhere(module, item.name):
            yield node, *found


def _is_ours(module: Module, item: TestClass, node: Any) -> bool:
    """Whether nothing else gives a method of this name a meaning: a decorator, a call, a base, another binding."""
    line = item.lineage
    if not line.is_resolved or line.case_family not in _KNOWN_FAMILIES or not all_neutral(module, node):
        return False
    if len(module.bindings(item.scope).get(node.name, ())) > 1:
        return False
    if any(name.id == node.name for name in item.scope.own(ast.Name)):
        return False
    if any(is_attribute_read(home, node.name) for home in {home for home, _ in line.classes} - {module}):
        return False
    if any(_calls_of_instances(conftest.source.text, node.name) for conftest in module.conftests):
        return False
    # the bases of all other classes are followed only where an attribute of this name is read at all
    return not (
        is_attribute_read(module, node.name) and is_attribute_read(module, node.name, but_not_in=_strangers(item))
    )


def _calls_of_instances(text: str, name: str) -> bool:
    """Whether a conftest looks at test instances and calls what they have by a name: `request.instance.setup()`."""
    return ".instance" in text and re.search(rf"\.{name}\(|[\"']{name}[\"']", text) is not None


def _strangers(item: TestClass) -> set[Scope]:
    """The scopes in classes that neither derive from a class nor are bases of it: their `self` is no such object."""
    kin = {node for _, node in item.lineage.classes}
    others = (other for other in item.module.classes if other.node not in kin)
    unrelated = [other for other in others if not any(node is item.node for _, node in other.lineage.classes)]
    return {scope for other in unrelated for scope in other.scope.within()}


def _wrong_in_case(item: TestClass, node: Any) -> tuple[str, str] | None:
    name: str = node.name
    if name == "setUpTestData" and item.case_family != "django":
        return None
    if name in CLASS_HOOKS:
        args = node.args
        required = len(args.posonlyargs) + len(args.args) - len(args.defaults)
        is_plain = required > 0 and not node.decorator_list
        return ("cannot be called", "add @classmethod") if is_plain else None
    if name in ASYNC_HOOKS and all(other.case_family == "unittest" for other in (item, *_below(item))):
        return "is never called, for this is no IsolatedAsyncioTestCase", "derive from that"
    meant = _BY_CASE.get(name.lower())
    if meant is None or name in UNITTEST_HOOKS or name in PYTEST_HOOKS:
        return None
    return "is never called", f"name it `{meant}`"


def _wrong_in_plain(item: TestClass, node: Any) -> tuple[str, str] | None:
    name: str = node.name
    if name in PYTEST_HOOKS or not (item.tests or _runs_below(item)):
        return None
    if name in UNITTEST_HOOKS:
        if _has_case_below(item):
            return None
        return "is never called, for this is no TestCase", f"use {_PYTEST_EQUALS[name]}"
    meant = _NOSE.get(name) or _BY_CASE.get(name.lower(), name)
    return "is never called", f"name it `{_PYTEST_EQUALS.get(meant, meant)}`"


def _has_case_below(item: TestClass) -> bool:
    """Whether some class of the file makes a TestCase of this one."""
    return any(other.is_case for other in _below(item))


def _runs_below(item: TestClass) -> bool:
    """Whether a class of the file that pytest collects has its tests run with this one as a base, and no TestCase."""
    below = list(_below(item))
    return any(other.collected and other.tests for other in below) and not any(
        other.is_case or not other.lineage.is_resolved for other in below
    )


def _below(item: TestClass) -> Iterator[TestClass]:
    """The classes of the file that derive from one."""
    if not is_read_here(item.module, item.name):
        return iter(())
    others = (other for other in item.module.classes if other is not item)
    return (other for other in others if any(node is item.node for _, node in other.lineage.classes))
