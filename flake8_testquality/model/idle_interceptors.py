"""Idle interceptors: answers registered with an HTTP interceptor that nothing in reach of the test switches on."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.fixtures import autouse, lookup
from flake8_testquality.model.interceptors import active
from flake8_testquality.model.names import last_name, root_name
from flake8_testquality.model.reach import reach_of
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope
    from flake8_testquality.model.tests import Test

_VERBS = [
    "get", "post", "put", "patch", "delete", "head", "options", "add", "add_callback", "upsert", "replace",
    "register_uri", "request", "any",
]  # fmt: skip
# Source: the documentation of responses, httpretty and requests_mock.
REGISTRATIONS = frozenset(
    [*(f"responses.{verb}" for verb in _VERBS[:11]), "httpretty.register_uri", "httpretty.HTTPretty.register_uri"]
)
_MOCKERS = frozenset(
    {"requests_mock.Mocker", "requests_mock.mock", "requests_mock.mocker.Mocker", "responses.RequestsMock"}
)
_STARTS = frozenset(["start", "__enter__", "enter_context", "enterContext", "register_fixture", "install"])
_SPEAKING_FIXTURE = regex(
    r"respons|httpretty|requests?_?mock|mock_?(?:http|request|respons|api)|http_?mock|rsps|intercept"
)


def speaks_of_interceptors(module: Module) -> bool:
    """Whether a file speaks of a library whose registrations can be idle; a fact."""
    return module.says("responses") or module.says("httpretty") or module.says("requests_mock")


def idle_registrations(test: Test) -> Iterator[tuple[ast.Call, str]]:
    """(registration, the library's name) for each answer that is registered and can never be given."""
    module = test.module
    if module.says("responses") or module.says("httpretty"):
        yield from _on_modules(test)
    if module.says("requests_mock") or module.says("RequestsMock"):
        for scope in test.scopes:
            yield from _on_mockers(test, scope)


def _on_modules(test: Test) -> Iterator[tuple[ast.Call, str]]:
    calls = [call for call in test.module.calls_to(REGISTRATIONS) if call.test is test]
    if not calls:
        return
    reach = reach_of(test)
    working = {item.package for item in active(reach)}
    if any(_SPEAKING_FIXTURE.search(name) for name in reach.fixtures):
        return
    # what a base out of sight, an unknown decorator or context manager does is not known
    if test.cls is not None and not test.cls.lineage.is_resolved:
        return
    if any(name is None for name in test.decorator_names) or _enters_package(test):
        return
    for call in calls:
        package = call.name.partition(".")[0]
        if package not in working:
            yield call.node, package


def _enters_package(test: Test) -> bool:
    """Whether a with statement of the test, or of a fixture in sight, enters anything of the libraries."""
    asked = [lookup(test.module, name, test.cls) for name in test.fixture_names]
    fixtures = [item for item in (*asked, *autouse(test.module, test.cls)) if item is not None]
    for scope in (*test.scopes, *(item.body_scope for item in fixtures)):
        for kind in (ast.With, ast.AsyncWith):
            for node in scope.statements.get(kind, ()):
                for item in node.items:
                    root = root_name(item.context_expr)
                    if root in ("responses", "httpretty", "rsps") or (root and _SPEAKING_FIXTURE.search(root)):
                        return True
    return False


def _on_mockers(test: Test, scope: Scope) -> Iterator[tuple[ast.Call, str]]:
    """The registrations on a mocker that the test makes and neither enters nor starts nor hands on."""
    for node in scope.statements.get(ast.Assign, ()):
        made = node.value
        name_of_maker = (test.module.resolve(made.func, scope) if isinstance(made, ast.Call) else None) or ""
        if name_of_maker not in _MOCKERS:
            continue
        if len(node.targets) != 1 or not isinstance(node.targets[0], ast.Name):
            continue
        name = node.targets[0].id
        registered = [
            call for inner in test.scopes for call in inner.calls
            if isinstance(call.func, ast.Attribute) and getattr(call.func.value, "id", "") == name
        ]  # fmt: skip
        if any(last_name(call.func) in _STARTS for call in registered) or _is_handed_on(test, name):
            continue
        for call in registered:
            if last_name(call.func) in _VERBS:
                yield call, name_of_maker.partition(".")[0]


def _is_handed_on(test: Test, name: str) -> bool:
    """Whether a name is used other than as `name.something`."""
    attributes = {node.value for node in test.scope.nodes(ast.Attribute)}
    return any(
        node.id == name and isinstance(node.ctx, ast.Load) and node not in attributes
        for node in test.scope.nodes(ast.Name)
    )
