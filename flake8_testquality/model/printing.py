"""Who reads what a test prints, and how a statement is taken out of a text."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_testquality.model.tests import Test
from flake8_testquality.rule import Edit

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

CAPTURES = frozenset("capsys capfd capsysbinary capfdbinary capteesys redirect_stdout redirect_stderr".split())
_WORDS = ("readouterr", "redirect_std", "sys.stdout", "StringIO", "captured_output", "captured_stdout", "isolation(")


def captures_output(test: Test) -> bool:
    """Whether a test asks for its output: a capturing fixture, or a redirected stdout."""
    if not CAPTURES.isdisjoint(test.arguments):
        return True
    text = test.module.source.segment(test.node)
    return any(word in text for word in _WORDS)


def removal(module: Module, node: ast.expr) -> tuple[Edit, ...]:
    """The edit that deletes the statement that an expression is; none where it shares its lines or is all there is."""
    statement = module.statement_of(node)
    parent = module.block_parent(statement)
    if not isinstance(statement, ast.Expr) or statement.value is not node or parent is None:
        return ()
    blocks: list[list[ast.stmt]] = [getattr(parent, field, None) or [] for field in ("body", "orelse", "finalbody")]
    block = next((each for each in blocks if statement in each), [])
    lines = module.source.lines[statement.lineno - 1 : statement.end_lineno]
    text = "".join(lines)
    if len(block) < 2 or text.strip() != module.source.segment(statement):
        return ()
    start = module.source.offset(statement.lineno, 0)
    return (Edit(start, start + len(text), ""),)
