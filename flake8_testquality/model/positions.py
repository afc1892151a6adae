"""Where a node stands: its statement, what is around it, its parent."""

from __future__ import annotations

import ast
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Any

from flake8_testquality.model.scopes import expression_children


class Positions:
    """The places of one file's nodes. `order` holds its statements in source order, with the handlers and cases."""

    def __init__(self, tree: ast.Module, statement_parents: dict[ast.AST, ast.AST], order: list[Any]) -> None:
        self.tree = tree
        self.statement_parents = statement_parents
        self.order = order
        self._parents: dict[ast.AST, ast.AST] = {}
        self._is_walked = False

    def statement_of(self, node: ast.AST) -> ast.AST:
        """The statement, handler or case around a node; for a part of a decorator the definition it decorates."""
        if node in self.statement_parents or isinstance(node, ast.Module):
            return node
        where = (getattr(node, "lineno", 1), getattr(node, "col_offset", 0))
        index = bisect_right(self.order, where, key=_start) - 1
        if index + 1 < len(self.order):
            following = self.order[index + 1]
            if getattr(following, "decorator_list", None) and _start(following.decorator_list[0]) <= where:
                return following  # type: ignore[no-any-return]
        candidate: Any = self.order[index] if index >= 0 else self.tree
        while not isinstance(candidate, ast.Module) and not _reaches(candidate, where):
            candidate = self.statement_parents[candidate]
        return candidate  # type: ignore[no-any-return]

    def on_line(self, line: int) -> list[Any]:
        """The statements of which some part may stand on a line, blocks inside them apart."""
        order = self.order
        first = end = bisect_left(order, line, key=_line)
        while end < len(order) and _line(order[end]) == line:
            end += 1
        found = order[max(first - 1, 0) : end]
        if end < len(order):
            decorators = getattr(order[end], "decorator_list", None)
            if decorators and decorators[0].lineno <= line:
                found.append(order[end])
        return found

    def enclosing(self, statement: ast.AST) -> Iterator[ast.AST]:
        """The statements around a statement, from the inside out, up to and with the nearest function or class."""
        current = self.statement_parents.get(statement)
        while current is not None and not isinstance(current, ast.Module):
            yield current
            if isinstance(current, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                return
            current = self.statement_parents.get(current)

    def parent(self, node: ast.AST) -> ast.AST | None:
        """The node right above any node; None above the module, and for a node of another file.

        The statement around the node is walked; where that cannot be told by the node's place, all statements are.
        """
        above = self._above(node)
        if above is None and hasattr(node, "lineno"):
            self._walk([self.statement_of(node)])
            above = self._above(node)
        if above is None and node is not self.tree and not self._is_walked:
            self._is_walked = True
            self._walk(self.order)
            above = self._above(node)
        return above

    def _above(self, node: ast.AST) -> ast.AST | None:
        return self.statement_parents.get(node) or self._parents.get(node)

    def _walk(self, statements: list[ast.AST]) -> None:
        """Note the node above each expression of some statements."""
        stack = list(statements)
        while stack:
            node = stack.pop()
            for child in expression_children(node):
                self._parents[child] = node
                stack.append(child)


def _line(node: Any) -> int:
    return node.pattern.lineno if node.__class__ is ast.match_case else node.lineno


def _start(node: Any) -> tuple[int, int]:
    if node.__class__ is ast.match_case:
        return node.pattern.lineno, node.pattern.col_offset
    return node.lineno, node.col_offset


def _reaches(statement: Any, where: tuple[int, int]) -> bool:
    """Whether a statement that begins before a position also ends behind it."""
    if statement.__class__ is ast.match_case:
        statement = statement.body[-1]
    return bool((statement.end_lineno, statement.end_col_offset) >= where)
