"""Lifetimes of patches: which are started by hand and stopped by nobody in sight."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.classes import lineage
from flake8_testquality.model.mock_paths import values_at
from flake8_testquality.model.mocks import Patch, patch_at
from flake8_testquality.model.names import dotted_text
from flake8_testquality.model.scopes import Scope

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


def leaked_patches(module: Module) -> Iterator[ast.Call]:
    """The calls of `start()` on a patch that no stop, stopall or addCleanup in sight undoes.

    A patch that is handed on, kept in a container or started for a whole session is nobody's leak.
    """
    if not module.says(".start(") or not module.patches or _stops_all(module):
        return
    for scope in module.scopes:
        for call in scope.calls:
            if isinstance(call.func, ast.Attribute) and call.func.attr == "start" and not call.args:
                patch = _started(module, scope, call.func.value)
                if patch is None or not _is_global(patch) or not _lives_with_tests(module, scope):
                    continue
                if not _is_kept(module, scope, call):
                    yield call


def _is_global(patch: Patch) -> bool:
    """Whether what is replaced outlives a test: an attribute of something imported, not of an object made here."""
    first = patch.argument(0, "target") or patch.keyword("in_dict")
    if patch.tool != "mock" or first is None:
        return False
    # patch() itself takes a dotted name, whatever it is put together from
    if patch.target is not None or patch.kind == "patch" or patch.module.resolve(first, patch.scope) is not None:
        return True
    definition = patch.module.definition(first, patch.scope)
    if not isinstance(definition, ast.ClassDef):
        return False
    return not any(scope.is_function for scope in patch.module.scope_by_node[definition].chain())


def _started(module: Module, scope: Scope, node: ast.expr) -> Patch | None:
    patch = patch_at(module, node, scope)
    name = dotted_text(node)
    if patch is not None or name is None or "." not in name:
        return patch
    found = [patch_at(home, value, where) for home, where, value in values_at(module, scope, name)]
    return found[0] if len(found) == 1 else None


def _stops_all(module: Module) -> bool:
    """Whether a stopall, or a plugin that may hold one, is in sight of the module."""
    texts = [module.source.text, *(item.source.text for item in module.conftests)]
    return any("stopall" in text for text in texts) or any("pytest_plugins" in text for text in texts[1:])


def _lives_with_tests(module: Module, scope: Scope) -> bool:
    """Whether code in a scope runs for single tests, with every base class that could stop the patch in sight."""
    if module.role == "conftest":
        fixture = module.fixture_around(scope)
        return fixture is not None and fixture.scope in ("function", "class", "module")
    if module.role != "test":
        return False
    fixture = module.fixture_around(scope)
    if fixture is not None and fixture.scope not in ("function", "class", "module"):
        return False
    for outer in scope.chain():
        if outer.is_class:
            node: Any = outer.node
            line = lineage(module, node)
            known = next((item for item in module.classes if item.node is node), None)
            if known is None or not line.is_resolved or not (known.collected or known.is_case):
                return False
            if any("stopall" in home.source.text for home, _ in line.classes):
                return False
    return True


def _is_kept(module: Module, scope: Scope, call: ast.Call) -> bool:
    """Whether somebody else could stop it: a stop on the same name, or the patcher goes elsewhere."""
    receiver: Any = call.func.value  # type: ignore[attr-defined]
    statement: Any = module.statement_of(call)
    if isinstance(receiver, ast.Call):
        targets = statement.targets if isinstance(statement, ast.Assign) and statement.value is call else []
        return any(_is_read(module, scope, target, only_stop=True) for target in targets)
    return _is_read(module, scope, receiver, only_stop=False)


def _is_read(module: Module, scope: Scope, node: ast.expr, only_stop: bool) -> bool:
    """Whether a name or attribute is read for more than `.start`; with `only_stop`, whether for `.stop`."""
    if isinstance(node, ast.Name):
        found = module.names.lookup(node.id, scope)
        where = found[0] if found is not None else scope
        reads = [item for item in where.nodes(ast.Name) if item.id == node.id and isinstance(item.ctx, ast.Load)]
        homes: list[tuple[Module, Any]] = [(module, item) for item in reads]
    elif isinstance(node, ast.Attribute):
        modules = {module: None}
        family: set[ast.AST] = set()
        for outer in scope.chain():
            if outer.is_class:
                node_of_class: Any = outer.node
                line = lineage(module, node_of_class).classes
                modules.update(dict.fromkeys(home for home, _ in line))
                family.update(cls for _, cls in line)
        homes = [
            (home, item) for home in modules for item in home.nodes(ast.Attribute)
            if item.attr == node.attr and isinstance(item.ctx, ast.Load) and not _is_strange(home, item, family)
        ]
    else:
        return True
    used = [home.parent(item) for home, item in homes]
    if only_stop:
        return any(isinstance(item, ast.Attribute) and item.attr == "stop" for item in used)
    return any(not (isinstance(item, ast.Attribute) and item.attr == "start") for item in used)


def _is_strange(module: Module, node: ast.Attribute, family: set[ast.AST]) -> bool:
    """Whether an attribute belongs to a class of the file that has nothing in common with a family of classes."""
    if not (family and isinstance(node.value, ast.Name) and node.value.id in ("self", "cls")):
        return False
    around: Any = next((outer.node for outer in module.scope_of(node).chain() if outer.is_class), None)
    if around is None:
        return False
    line = lineage(module, around)
    return line.is_resolved and family.isdisjoint(cls for _, cls in line.classes)
