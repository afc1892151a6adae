"""Who reads what a test prints, and how a statement is taken out of a text."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_testquality.model.names import last_name
from flake8_testquality.model.reach import reach_of
from flake8_testquality.model.rewriting import holds_comment
from flake8_testquality.model.scopes import descend
from flake8_testquality.model.tests import Test
from flake8_testquality.regex import regex
from flake8_testquality.rule import Edit

if TYPE_CHECKING:
    from flake8_testquality.model.calls import Call
    from flake8_testquality.model.module import Module

CAPTURES = frozenset("capsys capfd capsysbinary capfdbinary capteesys redirect_stdout redirect_stderr".split())
_WORDS = regex(r"readouterr|redirect_std|(?<!file=)sys\.stdout|StringIO|captured_(?:output|stdout)|isolation\(")
_STREAMS = frozenset(["sys.stdout", "sys.stderr"])
_REPLACED = _STREAMS | {"builtins.print"}
# What takes something away, puts something in or moves on, so that the lines behind it miss it.
_CHANGES = frozenset(
    "next pop popleft popitem append appendleft add extend insert update setdefault remove discard clear sort reverse "
    "read readline readlines write send recv get_nowait put_nowait".split()
)


def captures_output(test: Test) -> bool:
    """Whether a test, or what runs before it, asks for the output: a capturing fixture, a stdout or print replaced."""
    if not CAPTURES.isdisjoint(test.arguments) or _WORDS.search(test.text):
        return True
    reach = reach_of(test)
    return not (CAPTURES.isdisjoint(reach.fixtures | reach.words) and _REPLACED.isdisjoint(reach.replaced))


def is_shown(module: Module, call: Call) -> bool:
    """Whether a print goes to where all output goes, and not to a file of the test's own."""
    given = call.keyword("file")
    if given is None or (isinstance(given, ast.Constant) and given.value is None):
        return True
    return module.resolve(given, call.scope) in _STREAMS


def _changes_something(node: ast.expr) -> bool:
    """Whether an expression binds a name, or surely changes what it asks."""
    return any(
        isinstance(part, ast.NamedExpr | ast.Yield | ast.YieldFrom)
        or (isinstance(part, ast.Call) and last_name(part.func) in _CHANGES)
        for part in descend(node)
    )


def removal(module: Module, node: ast.expr) -> tuple[Edit, ...]:
    """The edit that deletes the statement that an expression is.

    None where it shares its lines, is all there is, would take a comment with it or does what later lines rely on.
    """
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
    if holds_comment(module, start, start + len(text)) or _changes_something(node):
        return ()
    return (Edit(start, start + len(text), ""),)
