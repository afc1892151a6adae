"""Marks as they stand in a file: on tests and classes, in pytestmark, on single cases."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.marks import Mark, decorator_marks, mark_of, marks_of_list
from flake8_testquality.model.names import last_name

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope

RETRY_MARKS = frozenset({"flaky", "rerun", "reruns", "retry", "retries"})
_RETRYING = frozenset({"flaky", "rerun", "reruns", "retry", "retries", "retrying", "retried"})
_WORDS = re.compile(r"_|(?<=[a-z])(?=[A-Z])")


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
    for mark in marks_in(module):
        if mark.name in RETRY_MARKS:
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
            if dotted.startswith(("tenacity.", "backoff.")) or not _RETRYING.isdisjoint(words):
                yield decorator, name
