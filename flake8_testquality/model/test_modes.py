"""Test modes: flags by which a product knows that it is under test, switched on by a test."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.names import last_name, root_name
from flake8_testquality.model.words import words

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope
    from flake8_testquality.model.tests import Test

_FLAG = re.compile(
    r"(?i:(?:\w+_)?(?:TESTING|TEST_MODE|TESTMODE|UNDER_TEST|IS_TEST|RUNNING_TESTS|PYTEST_RUNNING|IN_TEST|DJANGO_TEST|PYTEST_CURRENT_TEST))|_?TEST",
)
_ANYWHERE = (
    "TESTING",
    "testing",
    "TEST_MODE",
    "test_mode",
    "TESTMODE",
    "testmode",
    "UNDER_TEST",
    "under_test",
    "IS_TEST",
    "is_test",
    "RUNNING_TESTS",
    "running_tests",
    "IN_TEST",
    "in_test",
    "PYTEST_",
    "DJANGO_TEST",
    "_TEST",
    '"TEST"',
    "'TEST'",
    ".TEST",
)
_OFF = frozenset(("", "0", "false", "no", "off", "none"))
_SWITCHED = frozenset("environ env settings config conf configuration options flags".split())
_SETTERS = frozenset(["setenv", "setitem", "setattr", "setdefault", "putenv", "__setitem__"])
_SETTINGS = frozenset(["override_settings", "settings", "dict", "update", "from_mapping", "modify_settings"])


def test_mode_switches(test: Test) -> Iterator[ast.AST]:
    """The statements of a test that switch a test mode on in the environment or in settings, if it asserts anything."""
    if not test.module.fact(_speaks_of_tests) or not test.assertions:
        return
    seen = set()
    for scope in test.scopes:
        for node in _switches(test.module, scope):
            statement = test.module.statement_of(node)
            if statement not in seen:
                seen.add(statement)
                yield node
    for item in test.node.decorator_list:
        if isinstance(item, ast.Call) and _is_switch(test.module, item, test.module.scope):
            yield item


def _speaks_of_tests(module: Module) -> bool:
    """Whether a word of the file can be one of the flags."""
    return any(module.says(word) for word in _ANYWHERE)


def _switches(module: Module, scope: Scope) -> Iterator[ast.AST]:
    for node in scope.statements.get(ast.Assign, ()):
        if _is_on(node.value) and any(_is_flag_target(target, scope) for target in node.targets):
            yield node
    for call in scope.calls:
        if _is_switch(module, call, scope):
            yield call


def _is_flag_target(target: ast.expr, scope: Scope) -> bool:
    if isinstance(target, ast.Subscript):
        if not _is_flag(target.slice):
            return False
        # a bare TEST may name anything that a test is fond of, but for settings and the environment
        is_bare = target.slice.value.strip("_") == "TEST"  # type: ignore[attr-defined]
        return not is_bare or not _SWITCHED.isdisjoint(words(last_name(target.value) or ""))
    if isinstance(target, ast.Attribute):
        return _says_flag(target.attr) and root_name(target) not in ("self", "cls")
    if isinstance(target, ast.Name):
        return _says_flag(target.id) and any(target.id in node.names for node in scope.statements.get(ast.Global, ()))
    return False


def _is_switch(module: Module, call: ast.Call, scope: Scope) -> bool:
    word = last_name(call.func)
    if word in _SETTERS:
        if len(call.args) >= 2 and _is_flag(call.args[-2]) and _is_on(call.args[-1]):
            return True
        path = call.args[0] if len(call.args) == 2 else None
        return isinstance(path, ast.Constant) and _is_flag_path(path.value) and _is_on(call.args[1])
    flag = call.args[-2] if len(call.args) >= 2 else None
    if isinstance(flag, ast.Constant) and _is_flag_path(flag.value) and _is_on(call.args[-1]):
        return word in ("patch", "object") or module.resolve(call.func, scope) == "unittest.mock.patch"
    if word in _SETTINGS:
        if any(item.arg and _says_flag(item.arg) and _is_on(item.value) for item in call.keywords):
            return True
        return any(isinstance(item, ast.Dict) and _switches_in(item) for item in call.args)
    return False


def _switches_in(node: ast.Dict) -> bool:
    return any(
        key is not None and _is_flag(key) and _is_on(value) for key, value in zip(node.keys, node.values, strict=True)
    )


def _is_flag_path(value: Any) -> bool:
    return isinstance(value, str) and _says_flag(value.rpartition(".")[2])


def _is_flag(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and _says_flag(node.value)


def _says_flag(name: str) -> bool:
    return _FLAG.fullmatch(name) is not None


def _is_on(node: ast.expr) -> bool:
    """Whether a value is written down and switches something on."""
    if not isinstance(node, ast.Constant) or isinstance(node.value, bytes):
        return False
    return bool(node.value) and str(node.value).lower() not in _OFF
