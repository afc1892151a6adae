"""Rereading: whether an attribute that a test reads twice may give two answers, as far as file and test say."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.calls import argument
from flake8_testquality.model.classes import lineage
from flake8_testquality.model.instances import class_of
from flake8_testquality.model.names import last_name
from flake8_testquality.model.scopes import descend
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope

_REPEATABLE = regex(
    r"(?<![a-z])(?:cach(?:e|es|ed|ing)|consisten(?:t|tly|cy)|determinis(?:m|tic|tically)|(?:un)?stable|stability|"
    r"idempoten(?:t|ce|cy)|memoi[sz]\w*|repeat(?:s|ed|edly|able)?|reproducible|twice|lazy|lazily)(?![a-z])",
    re.IGNORECASE,
)
_EQUATING = (ast.Eq, ast.NotEq, ast.Is, ast.IsNot)
_EQUAL = frozenset({"assertEqual", "assertEquals", "assertIs"})
_UNEQUAL = frozenset({"assertNotEqual", "assertNotEquals", "assertIsNot"})
_HABIT = 3


def asks_for_another(assertion: Assertion, node: ast.expr) -> bool:
    """Whether a test that writes one attribute twice asks what the second reading gives.

    So where its name, its docstring or a comment beside the assertion speaks of caching, stability or determinism,
    where it holds the same attribute of two things to be unequal, or where the file often compares that attribute.
    """
    names = {part.attr for part in descend(node) if isinstance(part, ast.Attribute)}
    if not names:
        return False
    compared = [item for item in assertion.module.fact(_compared) if item[0] in names]
    here = set(assertion.test.scopes)
    return (
        _asks_for_repeats(assertion)
        or len(compared) >= _HABIT
        or any(differ and scope in here for _, differ, scope in compared)
    )


def is_computed(assertion: Assertion, node: ast.expr) -> bool:
    """Whether a class in sight computes an attribute at each read: a property, a method, what a call put there."""
    if not isinstance(node, ast.Attribute):
        return False
    module = assertion.module
    cls = class_of(module, node.value, assertion.scope)
    if cls is None:
        # which of them it is an instance of cannot be told
        local = (scope for scope in assertion.test.scopes if scope.is_class)
        return any(item.name == node.attr for scope in local for item in scope.statements_of_functions())
    line = lineage(*cls)
    if line.method(node.attr) is not None:
        return True
    given = line.attribute(node.attr)
    value = given[1].value if given is not None else None
    return isinstance(value, ast.Call) and "field" not in (last_name(value.func) or "").lower()


def _asks_for_repeats(assertion: Assertion) -> bool:
    test, source = assertion.test, assertion.module.source
    node: Any = assertion.statement
    beside = (line.partition("#")[2] for line in source.lines[node.lineno - 1 : node.end_lineno])
    return any(_REPEATABLE.search(text.replace("_", " ")) for text in (test.name, test.docstring or "", *beside))


def _compared(module: Module) -> list[tuple[str, bool, Scope]]:
    """(attribute, whether it is held to differ, scope) for each comparison of one attribute of two things in a file."""
    source = module.source
    pairs: list[tuple[ast.expr | None, ast.expr | None, bool]] = [
        (node.left, node.comparators[0], isinstance(node.ops[0], ast.NotEq | ast.IsNot))
        for node in module.nodes(ast.Compare)
        if isinstance(node.ops[0], _EQUATING)
    ]
    for call in module.nodes(ast.Call):
        name = last_name(call.func)
        if name in _UNEQUAL or name in _EQUAL:
            pairs.append((argument(call, 0, "first"), argument(call, 1, "second"), name in _UNEQUAL))
    return [
        (first.attr, differ, module.scope_of(first))
        for first, second, differ in pairs
        if isinstance(first, ast.Attribute)
        and isinstance(second, ast.Attribute)
        and first.attr == second.attr
        and source.segment(first) != source.segment(second)
    ]
