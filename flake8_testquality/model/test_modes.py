"""Test modes: flags by which a product knows that it is under test, switched on by a test."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.names import last_name, root_name
from flake8_testquality.model.words import words
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope
    from flake8_testquality.model.tests import Test

_FLAG = regex(
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
_APPS = frozenset(["app", "application"])
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
        if _is_on(node.value) and any(_is_flag_target(module, target, scope) for target in node.targets):
            yield node
    for call in scope.calls:
        if _is_switch(module, call, scope):
            yield call


def _is_flag_target(module: Module, target: ast.expr, scope: Scope) -> bool:
    if isinstance(target, ast.Subscript):
        if not _is_flag(target.slice):
            return False
        return _is_loud(target.slice.value) or _says_settings(target.value)  # type: ignore[attr-defined]
    if isinstance(target, ast.Attribute):
        return _says_flag(target.attr) and _is_of_settings(module, target)
    if isinstance(target, ast.Name):
        return _says_flag(target.id) and any(target.id in node.names for node in scope.statements.get(ast.Global, ()))
    return False


def _is_of_settings(module: Module, target: ast.Attribute) -> bool:
    """Whether an attribute is a setting: by its case, or of settings, an application or something imported.

    `order.testmode` is a column of a row, or a property of whatever else.
    """
    if root_name(target) in ("self", "cls"):
        return False
    owner = {*words(last_name(target.value) or "")}
    return target.attr.isupper() or root_name(target) in module.names.imported or bool(owner & (_SWITCHED | _APPS))


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
        flags = list(_switched_on(call))
        return any(map(_is_loud, flags)) or (bool(flags) and not _is_data(module, call))
    return False


def _switched_on(call: ast.Call) -> Iterator[str]:
    """The flags that the keywords of a call, or the dictionaries that it is given, switch on."""
    for item in call.keywords:
        if item.arg and _says_flag(item.arg) and _is_on(item.value):
            yield item.arg
    for given in call.args:
        if isinstance(given, ast.Dict):
            for key, value in zip(given.keys, given.values, strict=True):
                if isinstance(key, ast.Constant) and _is_flag(key) and _is_on(value):
                    yield str(key.value)


def _is_loud(flag: str) -> bool:
    """Whether a key is written as settings are; a bare TEST may name anything that a test is fond of."""
    return flag.isupper() and flag.strip("_") != "TEST"


def _is_data(module: Module, call: ast.Call) -> bool:
    """Whether a call makes or fills a dictionary that nothing calls settings: `send(dict(testing=2))`."""
    func = call.func
    if isinstance(func, ast.Attribute):
        return func.attr == "update" and not _says_settings(func.value)
    above: Any = module.parent(call) if last_name(func) == "dict" else None
    if isinstance(above, ast.Assign):
        return not any(map(_says_settings, above.targets))
    if isinstance(above, ast.keyword):
        return _SWITCHED.isdisjoint(words(above.arg or ""))
    if isinstance(above, ast.Call):
        return last_name(above.func) not in _SETTINGS and not _says_settings(getattr(above.func, "value", above.func))
    return above is not None


def _says_settings(node: ast.expr) -> bool:
    return not _SWITCHED.isdisjoint(words(last_name(node) or ""))


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
