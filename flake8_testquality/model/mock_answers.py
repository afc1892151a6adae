"""Answers of mocks: which a test uses although nobody configured them, and which mocks it only hands on."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.callees import owner_around, targets
from flake8_testquality.model.mock_objects import MOCK_API, MockObject, is_mock, mock_object, settings_of
from flake8_testquality.model.mock_paths import patches_by_attribute
from flake8_testquality.model.mocks import MOCK_FACTORIES, Mock, Patch
from flake8_testquality.model.names import BUILTINS, is_self, last_name, root_name
from flake8_testquality.model.scopes import Scope, descend, expression_children

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

# Keywords that say what a mock looks like, not what it answers.
_LOOKS = frozenset({"spec", "spec_set", "name", "unsafe"})
_SETTING = frozenset({"setattr", "append", "add", "setitem", "attach_mock", "configure_mock"})
_MAX_HELPERS = 2


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
            if _is_value_used(module, call) and not _may_be_furnished(module, scope, call):
                found.setdefault(mock.source.node, mock.source)
    return list(found.values())


def _is_bare(mock: MockObject) -> bool:
    source = mock.source
    if mock.is_specced or mock.wraps or (isinstance(source, Patch) and source.new is not None):
        return False
    return not settings_of(mock, "return_value") and not settings_of(mock, "side_effect") and not _is_fed(mock)


def _may_be_furnished(module: Module, scope: Scope, call: ast.Call) -> bool:
    """Whether code was handed the mock before a method of it is called: it may have put a method of its own there."""
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    if not isinstance(owner, ast.Name) or is_self(owner):
        return False
    return any(
        isinstance(given, ast.Name) and given.id == owner.id and _hands_over(module, scope, other, given)
        for other in scope.calls
        if other.lineno < call.lineno
        for given in (*other.args, *(word.value for word in other.keywords))
    )


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
    """Whether the test configures the same mock, or something below its return value, under another name."""
    for scope in test.scopes:
        for node in scope.statements.get(ast.Assign, ()):
            for target in node.targets:
                for part, is_answer in _configured_by(target):
                    path = (*mock.path, "return_value") if is_answer else mock.path
                    other = mock_object(test.module, scope, part)
                    if other is not None and other.source is mock.source and other.path == path:
                        return True
    return False


def _configured_by(target: Any) -> Iterator[tuple[ast.expr, bool]]:
    """What an assignment says an answer of: `m` for `m.side_effect = ...` and for `m.return_value.name = ...`.

    The name at its beginning, marked as such, may stand for the answer itself: `client` after `client = m()`.
    """
    is_below = isinstance(target, ast.Attribute | ast.Subscript)
    while isinstance(target, ast.Attribute | ast.Subscript):
        if isinstance(target, ast.Attribute) and target.attr in ("return_value", "side_effect"):
            yield target.value, False
        target = target.value
    if is_below and isinstance(target, ast.Name):
        yield target, True


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
    # what a lambda answers goes to whoever calls it
    return not isinstance(above, ast.Expr | ast.withitem | ast.Lambda)


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
            if _hands_over(module, mock.scope, above, mock.node) and not _is_asked_through(test, above):
                yield mock.node
        elif isinstance(above, ast.Assign):
            takers = _takers(module, mock.scope, above)
            if takers and not any(_is_asked_through(test, taker) for taker in takers):
                yield mock.node


def _is_asked_through(test: Test, taker: ast.Call) -> bool:
    """Whether a test asks or configures mocks through the object that got one: `shop.mailer.send.call_args`."""
    statement: Any = test.module.statement_of(taker)
    if not isinstance(statement, ast.Assign) or statement.value is not taker:
        return False
    names = {target.id for target in statement.targets if isinstance(target, ast.Name)}
    return any(
        (node.attr in MOCK_API or node.attr == "return_value") and root_name(node) in names
        for scope in test.scopes
        for node in scope.nodes(ast.Attribute)
    )


def _takers(module: Module, scope: Scope, node: ast.Assign) -> list[ast.Call]:
    """The calls that are handed the mock of an assignment; none if anything else is done with it as well."""
    name = node.targets[0].id if isinstance(node.targets[0], ast.Name) and len(node.targets) == 1 else None
    if name is None or len(module.bindings(scope).get(name, ())) != 1:
        return []
    found = []
    reads = [item for item in scope.nodes(ast.Name) if item.id == name and isinstance(item.ctx, ast.Load)]
    for item in reads:
        above: Any = module.parent(item)
        if isinstance(above, ast.keyword):
            above = module.parent(above)
        if not isinstance(above, ast.Call) or not _hands_over(module, scope, above, item):
            return []
        found.append(above)
    return found


def _hands_over(module: Module, scope: Scope, call: ast.Call, given: ast.expr) -> bool:
    """Whether a call hands an argument to code: it is no part of a mock, a patch or an assertion."""
    if call.func is given:
        return False
    name = module.resolve(call.func, scope) or ""
    last = last_name(call.func) or ""
    if name in MOCK_FACTORIES or name.startswith(("unittest.mock.", "builtins.")) or last.lower().startswith("assert"):
        return False
    if last in _SETTING:
        return False
    if is_mock(module, scope, call.func) or any(patch.node is call for patch in module.patches):
        return False
    if _is_treated_by_helper(module, scope, call, given):
        return False
    statement: Any = module.statement_of(call)
    return not isinstance(statement, ast.Assert) or not _is_compared(module, statement, given)


def _is_treated_by_helper(module: Module, scope: Scope, call: ast.Call, given: ast.expr, depth: int = 0) -> bool:
    """Whether a call leads to the test's own helper, which does more with the argument than hand it on.

    A method of self that is out of sight may do so.
    """
    func = call.func
    is_own = isinstance(func, ast.Attribute) and is_self(func.value)
    if not is_own and not (isinstance(func, ast.Name) and module.definition(func, scope) is not None):
        return False
    found = list(islice(targets(module, func, scope, owner_around(module, scope), called=True), 2))
    if len(found) != 1 or depth > _MAX_HELPERS:
        return is_own
    home, inner, _ = found[0]
    name = _parameter(inner.node, call, given, is_own)
    reads = [item for item in inner.nodes(ast.Name) if item.id == name]
    for item in reads:
        above: Any = home.parent(item)
        above = home.parent(above) if isinstance(above, ast.keyword) else above
        if not isinstance(above, ast.Call) or above.func is item:
            return True
        if last_name(above.func) in _SETTING or (home.resolve(above.func, inner) or "").startswith("unittest.mock."):
            return True
        if _is_treated_by_helper(home, inner, above, item, depth + 1):
            return True
    return name is None


def _parameter(node: Any, call: ast.Call, given: ast.expr, is_method: bool) -> str | None:
    """The name of the parameter that takes an argument of a call; None where it cannot be told."""
    if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        return None
    word = next((item.arg for item in call.keywords if item.value is given), None)
    names = [item.arg for item in (*node.args.posonlyargs, *node.args.args)][is_method:]
    known = {*names, *(item.arg for item in node.args.kwonlyargs)}
    if word is not None:
        return word if word in known else None
    if given not in call.args or any(isinstance(item, ast.Starred) for item in call.args):
        return None
    at = call.args.index(given)
    return names[at] if at < len(names) else None


def _is_compared(module: Module, statement: ast.Assert, given: ast.expr) -> bool:
    """Whether an object is looked at again in the assertion that hands it over: `f(m) is m`."""
    if not isinstance(given, ast.Name):
        return False
    parts = [part for child in expression_children(statement) for part in descend(child)]
    return sum(isinstance(part, ast.Name) and part.id == given.id for part in parts) > 1
