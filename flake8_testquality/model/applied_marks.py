"""Marks as they stand in a file: on tests and classes, in pytestmark, on single cases."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.marks import Mark, decorator_marks, mark_of, marks_of_list
from flake8_testquality.model.names import last_name
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope

RETRY_MARKS = frozenset({"flaky", "rerun", "reruns", "retry", "retries"})
_RETRYING = frozenset({"flaky", "rerun", "reruns", "retry", "retries", "retrying", "retried"})
_LEAVING_OUT = frozenset({"skip", "skipif", "Skipped", "deselected", "pytest_deselected"})
_LOOKUPS = frozenset({"get_closest_marker", "iter_markers", "iter_markers_with_node", "get_marker"})
_WORDS = regex(r"_|(?<=[a-z])(?=[A-Z])")


def marks_in(module: Module) -> Iterator[Mark]:
    """Every mark that a file puts on its tests, each once, where it stands."""
    yield from marks_of_list(module, module.scope, "module")
    for item in module.classes:
        if item.collected or item.is_case:
            yield from decorator_marks(module, item.node, "class", item.scope.parent)
            yield from marks_of_list(module, item.scope, "class")
    for test in module.tests:
        yield from decorator_marks(module, test.node, "function", test.scope.parent)
    for call in module.calls_to(("pytest.param",)):
        given = call.keyword("marks")
        items = given.elts if isinstance(given, ast.List | ast.Tuple) else [given] if given is not None else []
        yield from (mark for node in items if (mark := mark_of(module, node, "function", call.scope)))


def retries_in(module: Module) -> Iterator[tuple[ast.expr, str]]:
    """(mark or decorator, its name) for each that runs a failed test again."""
    marks = [mark for mark in marks_in(module) if mark.name in RETRY_MARKS]
    bare = {mark.name for mark in marks if not isinstance(mark.node, ast.Call)}
    left_out = {name for name in bare if _is_left_out(module, name)}
    for mark in marks:
        # how often a test runs again is said to a plugin, not to the hook
        if isinstance(mark.node, ast.Call) or mark.name not in left_out:
            yield mark.node, mark.name
    decorated: list[tuple[Any, Scope | None]] = [
        (item.node, item.scope.parent) for item in module.classes if item.collected or item.is_case
    ]
    decorated.extend((test.node, test.scope.parent) for test in module.tests)
    for node, scope in decorated:
        for decorator in node.decorator_list:
            target = decorator.func if isinstance(decorator, ast.Call) else decorator
            name = last_name(target) or ""
            dotted = module.resolve(target, scope) or ""
            if dotted.startswith("pytest.mark.") or mark_of(module, decorator, "function", scope) is not None:
                continue
            words = {*_WORDS.split(name.lower()), *_WORDS.split(dotted.rpartition(".")[2].lower())}
            named = dotted.startswith(("tenacity.", "backoff.")) or not _RETRYING.isdisjoint(words)
            if named and not _runs_once(module, target, scope):
                yield decorator, name


def _is_left_out(module: Module, name: str) -> bool:
    """Whether a hook of a conftest in sight asks tests for a mark in order to skip them, or to leave them out."""
    quoted = f'"{name}"', f"'{name}'"
    for conftest in module.conftests:
        if any(text in conftest.source.text for text in quoted):
            for hook in conftest.scope.statements_of_functions():
                parts = list(ast.walk(hook))
                words = {getattr(part, "attr", getattr(part, "id", None)) for part in parts}
                if not words.isdisjoint(_LEAVING_OUT) and any(_asks_for(part, name) for part in parts):
                    return True
    return False


def _asks_for(node: ast.AST, name: str) -> bool:
    """Whether an expression asks for a mark: `"slow" in item.keywords`, `item.get_closest_marker("slow")`."""
    asked: list[ast.expr] = []
    if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In | ast.NotIn):
        asked = [node.left]
    elif isinstance(node, ast.Call) and last_name(node.func) in _LOOKUPS:
        asked = [*node.args, *(item.value for item in node.keywords)]
    return any(isinstance(item, ast.Constant) and item.value == name for item in asked)


def _runs_once(module: Module, target: ast.expr, scope: Scope | None) -> bool:
    """Whether a decorator is a function in sight that neither repeats anything nor leaves it to another one."""
    local = module.definition(target, scope)
    dotted = None if local is not None else module.resolve(target, scope)
    home, node = (module, local) if local is not None else (dotted and module.find(dotted)) or (module, None)
    if not isinstance(node, ast.FunctionDef):
        return False
    for inner in home.scope_by_node[node].within():
        if any(inner.statements.get(kind) for kind in (ast.For, ast.AsyncFor, ast.While)):
            return False
        called = (home.resolve(call.func, inner) or last_name(call.func) or "" for call in inner.calls)
        if any(not _RETRYING.isdisjoint(_WORDS.split(name.replace(".", "_").lower())) for name in called):
            return False
    return True
