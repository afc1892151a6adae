"""Branches and loops in a test's own body."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from flake8_testquality.model.assertions import Assertion
from flake8_testquality.model.names import dotted_text, last_name, target_names
from flake8_testquality.model.scopes import flat
from flake8_testquality.model.tests import Test

# What calls of these give is read from their arguments.
READERS = frozenset(
    "len list tuple set dict str int float bool bytes abs round sorted reversed sum min max any all next repr iter zip "
    "enumerate isinstance getattr hasattr json re datetime date base64 ast yaml copy deepcopy Decimal UUID".split()
)


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
    return any(_opens_subtest(statement) for statement in flat(loop.body))


def _opens_subtest(statement: Any) -> bool:
    return isinstance(statement, ast.With | ast.AsyncWith) and any(
        isinstance(item.context_expr, ast.Call)
        and (
            last_name(item.context_expr.func) in ("subTest", "subtest")
            or dotted_text(item.context_expr.func) == "subtests.test"
        )
        for item in statement.items
    )


def in_subtest(assertion: Assertion, loop: Any) -> bool:
    """Whether an assertion in a loop stands in a subTest that the loop opens."""
    for outer in (assertion.statement, *assertion.module.enclosing(assertion.statement)):
        if outer is loop:
            return False
        if _opens_subtest(outer):
            return True
    return False


def enclosing_loops(assertion: Assertion) -> list[Any]:
    """The loops around an assertion within its function."""
    return [
        node
        for node in assertion.module.enclosing(assertion.statement)
        if isinstance(node, ast.For | ast.AsyncFor | ast.While) and assertion.statement not in flat(node.orelse)
    ]


def repeats(loop: Any) -> bool:
    """Whether a for loop never reads its counter: it does the same so many times."""
    items = set(target_names(loop.target))
    return not any(isinstance(part, ast.Name) and part.id in items for item in loop.body for part in ast.walk(item))
