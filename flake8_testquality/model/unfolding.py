"""Unfolding: the statements of a test in the order in which they run, out of the blocks that hold its assertions."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterator
from typing import Any

from flake8_testquality.model.names import dotted_text
from flake8_testquality.model.scopes import flat
from flake8_testquality.regex import regex

# What a block stands in for the sake of its surroundings.
_AROUND = regex("patch|mock|subtest|freez|travel|override|warn|suppress|redirect|capture|tmp|temp", re.IGNORECASE)


def holds_check(statement: Any, checking: Collection[Any]) -> bool:
    """Whether a statement is one of the assertions, or a block that holds one."""
    return statement in checking or any(item in checking for item in flat([statement]))


def unfolded(body: list[Any], checking: Collection[Any]) -> Iterator[Any]:
    """The statements of a body in their order, those of the blocks that hold assertions in place of the blocks.

    A loop leaves its head, which says what its items are called. What only one of two branches runs, and what expects
    an exception, stays whole.
    """
    for item in body:
        if item in checking or not holds_check(item, checking):
            yield item
        elif isinstance(item, ast.With | ast.AsyncWith):
            yield from (_entered(context) for context in item.items if _opens_result(context))
            yield from unfolded(item.body, checking)
        elif _runs_through(item):
            if isinstance(item, ast.For):
                yield ast.For(target=item.target, iter=item.iter, body=[], orelse=[])
            yield from unfolded(item.body, checking)
        else:
            yield item


def _runs_through(statement: Any) -> bool:
    """Whether a block is a loop, a try without handlers or an if without else."""
    if isinstance(statement, ast.Try):
        return not statement.handlers
    return isinstance(statement, ast.For | ast.AsyncFor | ast.While) or (
        isinstance(statement, ast.If) and not statement.orelse
    )


def _opens_result(context: ast.withitem) -> bool:
    """Whether a context is asked for something that the block goes on with: `with client.get("/") as response:`."""
    call = context.context_expr
    called = dotted_text(call.func) if isinstance(call, ast.Call) else None
    return context.optional_vars is not None and called is not None and not _AROUND.search(called)


def _entered(context: ast.withitem) -> ast.Assign:
    return ast.Assign(targets=[context.optional_vars or context.context_expr], value=context.context_expr)
