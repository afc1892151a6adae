"""Early elements: one that is read, or put in, before a loop shows that there is something to go over."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.names import dotted_text

if TYPE_CHECKING:
    from flake8_testquality.model.tests import Test

_BLOCKS = ("body", "orelse", "finalbody")
_PLAIN = (ast.Assign, ast.AnnAssign, ast.AugAssign, ast.Expr, ast.Delete, ast.Pass)
# What may stand in a statement without being evaluated.
_PERHAPS = (
    ast.BoolOp, ast.IfExp, ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp
)  # fmt: skip
_TAKERS = frozenset(["pop", "popleft", "popitem", "remove", "discard", "clear"])


def is_shown_before(test: Test, loop: ast.For) -> bool:
    """Whether a statement before a loop surely reads an element of what it goes over, or puts one in by its key."""
    name = dotted_text(loop.iter)
    if name is None:
        return False
    for statement in _before(test, loop):
        plain = isinstance(statement, _PLAIN)
        parts = list(_evaluated(statement) if plain else ast.walk(statement))
        if plain and any(_is_element_of(part, name) for part in parts):
            return not _changes(statement, parts, name)
        if _changes(statement, parts, name):
            return False
    return False


def _before(test: Test, statement: ast.stmt) -> Iterator[ast.stmt]:
    """The statements that run before one, the last one first: of its block, and of the with and if around it."""
    current: Any = statement
    while True:
        above: Any = test.module.block_parent(current)
        for field in _BLOCKS:
            block = getattr(above, field, None)
            if isinstance(block, list) and current in block:
                yield from reversed(block[: block.index(current)])
        if not isinstance(above, ast.With | ast.AsyncWith | ast.If):
            return
        current = above


def _evaluated(statement: ast.stmt) -> Iterator[ast.AST]:
    """What a plain statement surely evaluates."""
    found: list[ast.AST] = [statement]
    while found:
        node = found.pop()
        if not isinstance(node, _PERHAPS):
            yield node
            found.extend(ast.iter_child_nodes(node))


def _is_element_of(node: ast.AST, name: str) -> bool:
    """Whether a node is an element of a container by its number, or one that is put under a key."""
    if not isinstance(node, ast.Subscript):
        return False
    owner = dotted_text(node.value)
    if isinstance(node.ctx, ast.Store):
        return owner is not None and owner in (name, name.rpartition(".")[0])
    index = node.slice.operand if isinstance(node.slice, ast.UnaryOp) else node.slice
    return owner == name and isinstance(index, ast.Constant) and type(index.value) is int


def _changes(statement: ast.stmt, parts: list[ast.AST], name: str) -> bool:
    """Whether a statement may bind what a loop goes over to something else, or take something out of it."""
    root = name.partition(".")[0]
    if isinstance(statement, ast.Delete):
        return True
    for part in parts:
        if not isinstance(part, ast.Name | ast.Attribute):
            continue
        if isinstance(part.ctx, ast.Store) and dotted_text(part) in (root, name):
            return True
        if isinstance(part, ast.Attribute) and part.attr in _TAKERS and dotted_text(part.value) == name:
            return True
    return False
