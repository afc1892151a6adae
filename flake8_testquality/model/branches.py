"""Branches and loops in a test's own body."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from flake8_testquality.model.assertions import Assertion
from flake8_testquality.model.names import dotted_text, last_name, target_names
from flake8_testquality.model.scopes import descend, flat
from flake8_testquality.model.tests import Test

LITERALS = (ast.List, ast.Tuple, ast.Set, ast.Dict, ast.Constant, ast.ListComp, ast.SetComp, ast.DictComp)


def conditionals(test: Test) -> Iterator[tuple[ast.AST, str]]:
    """Each if, match and conditional expression of a test's own body with its keyword; an elif chain counts once."""
    module = test.module
    for node in test.scope.statements.get(ast.If, ()):
        if not is_elif(test, node):
            yield node, "if"
    for node in test.scope.statements.get(ast.Match, ()):
        yield node, "match"
    if "else" not in module.source.segment(test.node):
        return
    for node in test.scope.own(ast.IfExp):
        if not any(isinstance(above, ast.Lambda) for above in module.ancestors(node)):
            yield node, "if ... else"


def is_elif(test: Test, node: ast.If) -> bool:
    """Whether an if is written as the elif of another one."""
    above = test.module.block_parent(node)
    if not isinstance(above, ast.If) or above.orelse != [node]:
        return False
    line, column = node.lineno, node.col_offset
    return test.module.source.lines[line - 1].encode()[column:].startswith(b"elif")


def loops(test: Test) -> Iterator[Any]:
    """Each for and while statement of a test's own body."""
    for kind in (ast.For, ast.AsyncFor, ast.While):
        yield from test.scope.statements.get(kind, ())


def has_subtest(loop: Any) -> bool:
    """Whether a loop opens a subTest (or pytest's `subtests.test`) for its items."""
    return any(
        isinstance(item.context_expr, ast.Call)
        and (
            last_name(item.context_expr.func) in ("subTest", "subtest")
            or dotted_text(item.context_expr.func) == "subtests.test"
        )
        for statement in flat(loop.body)
        if isinstance(statement, ast.With | ast.AsyncWith)
        for item in statement.items
    )


def only_verifies(test: Test, loop: Any) -> bool:
    """Whether a loop does nothing but assert, on the items of something that is no literal."""
    if isinstance(loop, ast.While) or _is_input(test, loop.iter):
        return False
    checking = {assertion.statement for assertion in test.assertions}
    return all(statement in checking for statement in loop.body)


def only_sets_up(test: Test, loop: Any) -> bool:
    """Whether a loop counts through a range and asserts nothing."""
    if isinstance(loop, ast.While) or not isinstance(loop.iter, ast.Call):
        return False
    if last_name(loop.iter.func) not in ("range", "enumerate"):
        return False
    inside = set(flat(loop.body))
    return not any(assertion.statement in inside for assertion in test.assertions)


def _is_input(test: Test, iterable: ast.expr) -> bool:
    if isinstance(iterable, ast.Call) and last_name(iterable.func) in ("range", "zip", "product", "enumerate", "items"):
        return not iterable.args or any(_is_input(test, item) for item in iterable.args) or last_name(
            iterable.func
        ) in ("range", "product")
    if isinstance(iterable, ast.Name):
        places = test.module.bindings(test.scope).get(iterable.id, [])
        return any(isinstance(place.value, LITERALS) for place in places)
    return isinstance(iterable, LITERALS)


def enclosing_loops(assertion: Assertion) -> list[Any]:
    """The loops around an assertion within its function."""
    return [
        node
        for node in assertion.module.enclosing(assertion.statement)
        if isinstance(node, ast.For | ast.AsyncFor | ast.While)
    ]


def names_item(assertion: Assertion, loop: Any) -> bool:
    """Whether an assertion's message mentions what the loop is at."""
    if assertion.message is None:
        return False
    if isinstance(loop, ast.While):
        return True
    items = set(target_names(loop.target))
    return any(isinstance(part, ast.Name) and part.id in items for part in descend(assertion.message))
