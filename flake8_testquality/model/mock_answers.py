"""Answers of mocks: which a test uses although nobody configured them, and which mocks it only hands on."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.mock_objects import MOCK_API, MockObject, is_mock, mock_object, settings_of
from flake8_testquality.model.mock_paths import patches_by_attribute
from flake8_testquality.model.mocks import MOCK_FACTORIES, Mock, Patch
from flake8_testquality.model.names import BUILTINS, last_name, root_name
from flake8_testquality.model.scopes import Scope, descend, expression_children

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

# Keywords that say what a mock looks like, not what it answers.
_LOOKS = frozenset({"spec", "spec_set", "name", "unsafe"})


def silent_mocks(test: Test) -> list[Mock | Patch]:
    """The mocks and patches of the file whose call's value the test uses although nobody configured it."""
    module = test.module
    if not module.mocks and not module.patches:
        return []
    found: dict[ast.AST, Mock | Patch] = {}
    imported, replaced = module.names.imported, patches_by_attribute(module)
    for scope in test.scopes:
        unused = {statement.value for statement in scope.statements.get(ast.Expr, ())}
        for call in scope.calls:
            last = last_name(call.func)
            if call in unused or last is None or last in MOCK_API or last.startswith("assert"):
                continue
            if last not in replaced and (root_name(call.func) in imported or last in BUILTINS):
                continue
            mock = mock_object(module, scope, call.func)
            if mock is None or mock.source is None or mock.home is not module or not _is_bare(mock):
                continue
            if _is_configured_as_another(test, mock):
                continue
            if _is_value_used(module, call):
                found.setdefault(mock.source.node, mock.source)
    return list(found.values())


def _is_bare(mock: MockObject) -> bool:
    source = mock.source
    if mock.is_specced or mock.wraps or (isinstance(source, Patch) and source.new is not None):
        return False
    return not settings_of(mock, "return_value") and not settings_of(mock, "side_effect") and not _is_fed(mock)


def _is_fed(mock: MockObject) -> bool:
    """Whether anything below the mock's return value is configured: `m.return_value.name = 1`, `m().name = 1`."""
    for module, scope, path in mock.known_as:
        prefixes = (f"{path}.return_value.", f"{path}().")
        for outer in scope.chain():
            for node in outer.statements.get(ast.Assign, ()):
                if any(module.source.segment(target).startswith(prefixes) for target in node.targets):
                    return True
    return False


def _is_configured_as_another(test: Test, mock: MockObject) -> bool:
    """Whether the test configures the same mock under another name."""
    for scope in test.scopes:
        for node in scope.statements.get(ast.Assign, ()):
            for target in node.targets:
                if isinstance(target, ast.Attribute) and target.attr in ("return_value", "side_effect"):
                    other = mock_object(test.module, scope, target.value)
                    if other is not None and other.source is mock.source and other.path == mock.path:
                        return True
    return False


def _is_about_mock(node: ast.Attribute) -> bool:
    """Whether an attribute configures a mock or asks how it was called."""
    word = node.attr
    is_recorded = word in MOCK_API or word == "return_value" or word.startswith("assert_")
    return is_recorded or not isinstance(node.ctx, ast.Load)


def _is_value_used(module: Module, call: ast.Call) -> bool:
    """Whether the value of a call goes anywhere but into an assertion about the calls of a mock."""
    node: ast.AST = call
    above = module.parent(node)
    while isinstance(above, ast.Attribute | ast.Call | ast.Await | ast.Subscript):
        if isinstance(above, ast.Attribute) and _is_about_mock(above):
            return False
        if isinstance(above, ast.Call) and above.func is not node:
            return True
        node, above = above, module.parent(above)
    return not isinstance(above, ast.Expr | ast.withitem)


# ------------------------------------------------------------------ handed on and forgotten


def unverified_mocks(test: Test) -> Iterator[ast.Call]:
    """The mocks that a test makes, hands to the code, and neither configures nor asserts on."""
    module = test.module
    scopes = set(test.scopes)
    for mock in module.mocks:
        if mock.scope not in scopes or mock.is_opaque or any(item.arg not in _LOOKS for item in mock.node.keywords):
            continue
        if mock.factory.endswith("PropertyMock"):
            continue
        above: Any = module.parent(mock.node)
        if isinstance(above, ast.keyword):
            above = module.parent(above)
        if isinstance(above, ast.Call):
            if _hands_over(module, mock.scope, above, mock.node):
                yield mock.node
        elif isinstance(above, ast.Assign) and _is_only_handed_over(module, mock.scope, above):
            yield mock.node


def _is_only_handed_over(module: Module, scope: Scope, node: ast.Assign) -> bool:
    name = node.targets[0].id if isinstance(node.targets[0], ast.Name) and len(node.targets) == 1 else None
    if name is None or len(module.bindings(scope).get(name, ())) != 1:
        return False
    reads = [item for item in scope.nodes(ast.Name) if item.id == name and isinstance(item.ctx, ast.Load)]
    for item in reads:
        above: Any = module.parent(item)
        if isinstance(above, ast.keyword):
            above = module.parent(above)
        if not isinstance(above, ast.Call) or not _hands_over(module, scope, above, item):
            return False
    return bool(reads)


def _hands_over(module: Module, scope: Scope, call: ast.Call, given: ast.expr) -> bool:
    """Whether a call hands an argument to code: it is no part of a mock, a patch or an assertion."""
    if call.func is given:
        return False
    name = module.resolve(call.func, scope) or ""
    last = last_name(call.func) or ""
    if name in MOCK_FACTORIES or name.startswith(("unittest.mock.", "builtins.")) or last.lower().startswith("assert"):
        return False
    if last in ("setattr", "append", "add", "setitem", "attach_mock", "configure_mock"):
        return False
    if is_mock(module, scope, call.func) or any(patch.node is call for patch in module.patches):
        return False
    statement: Any = module.statement_of(call)
    return not isinstance(statement, ast.Assert) or not _is_compared(module, statement, given)


def _is_compared(module: Module, statement: ast.Assert, given: ast.expr) -> bool:
    """Whether an object is looked at again in the assertion that hands it over: `f(m) is m`."""
    if not isinstance(given, ast.Name):
        return False
    parts = [part for child in expression_children(statement) for part in descend(child)]
    return sum(isinstance(part, ast.Name) and part.id == given.id for part in parts) > 1
