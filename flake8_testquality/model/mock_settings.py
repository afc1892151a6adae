"""Settings of mocks: where return_value and side_effect meet on one mock, so that side_effect wins."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import attrs

from flake8_testquality.model.mock_use import uses_default
from flake8_testquality.model.mocks import MOCK_FACTORIES, injected_patch
from flake8_testquality.model.names import dotted_text, root_name
from flake8_testquality.model.scopes import Scope, descend, expression_children

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

_WORDS = ("return_value", "side_effect")


@attrs.frozen(eq=False, repr=False)
class Setting:
    """One place that gives the mock at a path its return_value or side_effect; `makes` where it makes the mock too."""

    path: str
    word: str
    value: ast.expr
    node: Any
    makes: bool = False


def overridden_values(module: Module) -> Iterator[ast.AST]:
    """The places where a mock has got both a return_value and a side_effect that never lets it through."""
    text = module.source.text
    if "return_value" not in text or "side_effect" not in text:
        return
    makers = {item.node for item in module.mocks} | {item.node for item in module.patches}
    configuring = "configure_mock" in text
    configured = {mock.scope for mock in module.mocks} | {patch.scope for patch in module.patches}
    for scope in module.scopes:
        if scope not in configured and not (scope.statements.get(ast.Assign) and _sets(scope)) and not configuring:
            continue
        calls = [call for call in scope.calls if call in makers or (configuring and _configures(call))]
        for call in calls:
            given = {item.arg: item.value for item in call.keywords if item.arg in _WORDS}
            if len(given) == 2 and _wins(module, scope, given["side_effect"]):
                yield call
        yield from _overridden_in(module, scope, makers)


def _sets(scope: Scope) -> bool:
    """Whether a scope sets a return_value or a side_effect."""
    return any(
        target.__class__ is ast.Attribute and target.attr in _WORDS
        for node in scope.statements[ast.Assign]
        for target in node.targets
    )


def _configures(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and call.func.attr == "configure_mock"


def _overridden_in(module: Module, scope: Scope, makers: set[ast.Call]) -> Iterator[ast.AST]:
    assigned = scope.statements.get(ast.Assign, ())
    settings: dict[str, list[Setting]] = {}
    for node in assigned:
        for setting in _settings(node, makers):
            settings.setdefault(setting.path, []).append(setting)
    for node in (*scope.statements.get(ast.With, ()), *scope.statements.get(ast.AsyncWith, ())):
        for item in node.items:
            name = dotted_text(item.optional_vars) if item.optional_vars is not None else None
            if name is not None and item.context_expr in makers:
                for setting in _keywords(name, item.context_expr, node):
                    settings.setdefault(name, []).append(setting)
    decorated: Any = scope.node if settings and getattr(scope.node, "decorator_list", None) else None
    for name, found in settings.items() if decorated is not None and scope.is_function else ():
        patch = injected_patch(module, decorated, name)
        if patch is not None:
            found.extend(_keywords(name, patch.node, decorated))
    for found in settings.values():
        if len({item.word for item in found}) == 2:
            yield from _clashes(module, scope, sorted(found, key=lambda item: item.node.lineno))


def _settings(node: ast.Assign, makers: set[ast.Call]) -> Iterator[Setting]:
    made: Any = node.value
    if isinstance(made, ast.Call) and isinstance(made.func, ast.Attribute) and made.func.attr == "start":
        made = made.func.value
    for target in node.targets:
        is_setting = isinstance(target, ast.Attribute) and target.attr in _WORDS
        path = dotted_text(target) if is_setting or made in makers else None
        if path is None:
            continue
        if isinstance(target, ast.Attribute) and is_setting:
            yield Setting(path.rpartition(".")[0], target.attr, node.value, node)
        else:
            yield from _keywords(path, made, node)


def _keywords(path: str, call: ast.Call, node: Any) -> Iterator[Setting]:
    for item in call.keywords:
        if item.arg in _WORDS:
            yield Setting(path, item.arg, item.value, node, makes=True)


def _clashes(module: Module, scope: Scope, found: list[Setting]) -> Iterator[ast.AST]:
    effects = [item for item in found if item.word == "side_effect"]
    if not all(_wins(module, scope, item.value) for item in effects):
        return
    for first, second in pairwise(found):
        if first.word != second.word and first.node is not second.node and not second.makes:
            between = _between(module, first.node, second.node)
            if between is not None and not any(_may_use(module, scope, item, first.path) for item in between):
                yield second.node


def _between(module: Module, first: Any, second: Any) -> list[Any] | None:
    """The statements between two of one block (or between a with and a statement right in it); None elsewhere."""
    parent: Any = module.block_parent(second)
    if parent is first:
        return list(first.body[: first.body.index(second)]) if second in first.body else None
    if parent is not module.block_parent(first):
        return None
    for field in ("body", "orelse", "finalbody"):
        block = getattr(parent, field, [])
        if isinstance(block, list) and first in block and second in block:
            return block[block.index(first) + 1 : block.index(second)]
    return None


def _may_use(module: Module, scope: Scope, statement: Any, path: str) -> bool:
    """Whether a statement could call the mock, or puts another in its place; configuring the same mock is neither."""
    targets = getattr(statement, "targets", None) or []
    if any(f"{path}.".startswith(f"{dotted_text(item)}.") for item in targets):
        return True
    root = path.partition(".")[0]
    if targets and all(isinstance(item, ast.Attribute) and root_name(item) == root for item in targets):
        return False
    if not isinstance(statement, ast.Assign | ast.AnnAssign | ast.Expr):
        return True
    for child in expression_children(statement):
        for part in descend(child):
            if isinstance(part, ast.Await):
                return True
            if isinstance(part, ast.Call) and module.resolve(part.func, scope) not in MOCK_FACTORIES:
                return True
    return False


def _wins(module: Module, scope: Scope, value: ast.expr) -> bool:
    """Whether a side_effect surely answers by itself: it is no None and nothing in it asks for the return_value."""
    if isinstance(value, ast.Constant):
        return False
    if isinstance(value, ast.List | ast.Tuple | ast.Lambda | ast.ListComp | ast.GeneratorExp):
        return not uses_default(module, scope, value)
    if isinstance(value, ast.Call):
        made = module.resolve(value.func, scope) or ""
        is_class = made.rpartition(".")[2][:1].isupper() or made.startswith(("builtins.", "itertools."))
        return is_class and not uses_default(module, scope, value)
    if not isinstance(value, ast.Name | ast.Attribute):
        return False
    local = module.definition(value, scope)
    if local is not None:
        return not uses_default(module, scope, local)
    dotted = module.resolve(value, scope)
    if dotted is None:
        bound = module.names.lookup(value.id, scope) if isinstance(value, ast.Name) else None
        if bound is None or len(bound[1]) != 1 or isinstance(bound[1][0].value, ast.Name | None):
            return False
        return _wins(module, bound[0], bound[1][0].value)
    found = module.find(dotted)
    if found is not None and found[1] is not None:
        return not uses_default(found[0], found[0].scope, found[1])
    return dotted.rpartition(".")[2][:1].isupper() and not dotted.endswith(".DEFAULT")
