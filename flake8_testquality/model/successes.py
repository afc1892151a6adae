"""Successes: what a test keeps of the rounds in which a try went well."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.scopes import DEFINITIONS, blocks, descend, flat

if TYPE_CHECKING:
    from flake8_testquality.model.tests import Test

_KEEPING = frozenset(["add", "append"])
_LEAVING = (ast.Continue, ast.Break, ast.Return)


def is_accounted_for(test: Test, node: Any, handler: ast.ExceptHandler) -> bool:
    """Whether what went well in a try is counted, kept or said by True or False, and an assertion below asks for it.

    Where the handler goes on to the next round, the lines behind the try run only after a success too. What is kept on
    a condition are finds, or faults, and their absence tells of no success.
    """
    done = [*node.body[1:], *node.orelse]
    behind = list(_sure_lines_behind(test, node)) if isinstance(handler.body[-1], ast.Continue) else []
    kept = {name for item in [*flat(done), *behind] for name in _counted(item)}
    kept.update(name for item in [*done, *behind] for name in _kept(item))
    return bool(kept) and any(
        isinstance(part, ast.Name) and part.id in kept
        for item in test.assertions
        if item.kind != "helper" and item.node.lineno > node.end_lineno
        for operand in item.operands
        for part in descend(operand)
    )


def _counted(statement: Any) -> list[str]:
    """The names that a statement adds to, or sets to True or False."""
    if isinstance(statement, ast.AugAssign):
        targets = [statement.target]
    else:
        value = statement.value if isinstance(statement, ast.Assign) else None
        targets = statement.targets if isinstance(value, ast.Constant) and isinstance(value.value, bool) else []
    return [target.id for target in targets if isinstance(target, ast.Name)]


def _kept(statement: Any) -> list[str]:
    """The name of the collection that a statement puts something into."""
    call = statement.value if isinstance(statement, ast.Expr) else None
    func = call.func if isinstance(call, ast.Call) else None
    if not isinstance(func, ast.Attribute) or func.attr not in _KEEPING:
        return []
    return [func.value.id] if isinstance(func.value, ast.Name) else []


def _sure_lines_behind(test: Test, node: Any) -> Iterator[Any]:
    """The statements behind one in its block, up to the first that may leave it."""
    for statement in lines_behind(test, node):
        if any(isinstance(item, _LEAVING) for item in flat([statement])):
            return
        yield statement


def lines_behind(test: Test, node: Any) -> list[Any]:
    """The statements behind one in its block."""
    around: Any = test.module.block_parent(node)
    bodies = [around.body] if isinstance(around, DEFINITIONS) else blocks(around)
    block: list[Any] = next((body for body in bodies if node in body), [])
    return block[block.index(node) + 1 :] if block else []
