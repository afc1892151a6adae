"""Crowding: the raises blocks of a file with more than one statement that could do what is expected of the last."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.names import called_name, last_name, root_name
from flake8_testquality.model.plausibility import is_check, plausible, reads
from flake8_testquality.model.quiet_statements import audible
from flake8_testquality.model.raises import expectation
from flake8_testquality.model.relations import related
from flake8_testquality.model.risk import is_warned_by_hand, risky_statements
from flake8_testquality.model.scopes import blocks, flat
from flake8_testquality.model.stdlib_purity import is_standard
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope

_PEERS = regex(r"noqa\s*:.*\b(?:PT012|PT031)\b")
# Said above or in a block: that its statements belong together.
_EXPLAINED = regex(
    r"#.*\b(?:either|whichever|sometimes|(?:can|may|might|could) (?:happen|fail|raise|error)|lazy|lazily|"
    r"not \w+(?: \w+){0,3} until)\b",
    re.IGNORECASE,
)
_EITHER = regex(r"\b[Ee]ither .{1,60}\bor\b.{1,80}(?:rais|return|fail|error|Error)", re.DOTALL)
_NOUGHT = regex(r"\b\d+ ?/ ?0\b")
_TRANSPARENT = frozenset(
    "subTest settings override_settings modify_settings patch object dict assertRaises assertRaisesRegex assertWarns "
    "assertLogs assertNumQueries catch_warnings".split()
)
# Managers that check, commit, roll back, send or time out at their end.
_ENDING = regex(
    r"assert|expect|verify|check|atomic|transaction|savepoint|^begin|rollback|commit|timeout|fail_|batch|bulk|pipeline"
)
_AT_THE_END = regex(r"exit|leav|manager|close|closing|clean_?up|roll_?back|propagat")
_GROUPS = frozenset({"create_task_group", "open_nursery", "TaskGroup"})
_PLATFORM = frozenset({("sys", "platform"), ("sys", "version_info"), ("os", "name")})


def crowded(module: Module) -> Iterator[tuple[Assertion, int]]:
    """(assertion, statements that could raise or warn) for each block where more than one could."""
    for assertion in related(module, "raises", "warns"):
        if assertion.block is None or assertion.name.endswith("RaisesGroup"):
            continue
        risky = risky_statements(assertion.block, module, assertion.scope)
        if len(risky) < 2 or _is_by_hand(risky[-1]) or _is_of_task_group(assertion):
            continue
        risky = (audible if assertion.kind == "warns" else plausible)(assertion, risky)
        if len(risky) < 2 or _is_endless(assertion.block) or (len(risky) == 2 and _has_variant(assertion.block)):
            continue
        if all(is_warned_by_hand(item, module, assertion.scope) for item in risky):
            continue
        if not (_is_meant(assertion) or _travels(assertion)):
            yield assertion, len(risky)


def _is_by_hand(statement: Any) -> bool:
    """Whether the test itself raises at this place: by raise, or by the usual division by nought."""
    if isinstance(statement, ast.Raise):
        return True
    value = statement.value if isinstance(statement, ast.Expr) else None
    if not isinstance(value, ast.BinOp) or not isinstance(value.left, ast.Constant):
        return False
    return isinstance(value.right, ast.Constant) and value.right.value == 0


def _is_meant(assertion: Assertion) -> bool:
    """Whether a block says that it is meant so: a peer's noqa, a skip among the expected, warnings looked through."""
    lines = assertion.module.source.lines
    if _PEERS.search(lines[assertion.statement.lineno - 1]) is not None:
        return True
    first = assertion.statement.lineno - 1
    while first and lines[first - 1].lstrip().startswith("#"):
        first -= 1
    if any(_EXPLAINED.search(line) is not None for line in lines[first : assertion.statement.end_lineno]):
        return True
    if _EITHER.search(assertion.test.docstring or "") is not None or _is_planted(assertion):
        return True
    if any((last_name(item) or "").startswith("Skip") for item in assertion.expected_exceptions):
        return True
    if assertion.kind != "warns" or assertion.bound is None:
        return False
    inside = {assertion.bound.id} if isinstance(assertion.bound, ast.Name) else set()
    if any(reads(item, inside) for item in assertion.block or ()):
        return True
    claim = expectation(assertion)
    return claim is not None and claim.bound is not None and claim.is_inspected


def _is_planted(assertion: Assertion) -> bool:
    """Whether the usual `1 / 0` stands in the file, so that only what runs it divides by nought."""
    words = {last_name(item) for item in assertion.expected_exceptions}
    return words == {"ZeroDivisionError"} and any(map(_NOUGHT.search, assertion.module.source.lines))


def _travels(assertion: Assertion) -> bool:
    """Whether the error may come from, or has to pass through, the end of a manager around all the statements.

    So it is where the manager checks, ends a transaction, is what the test is named for, or where the test goes on
    to look at what its end has done.
    """
    module, scope, block = assertion.module, assertion.scope, assertion.block
    around = [item.context_expr for item in assertion.statement.items if item.context_expr is not assertion.call]
    while block is not None and len(block) == 1 and isinstance(block[0], ast.With | ast.AsyncWith):
        around.extend(item.context_expr for item in block[0].items)
        block = block[0].body
    opened = [item for item in around if not _is_transparent(item, module, scope)]
    if not opened:
        return False
    title = assertion.test.name.lower()
    for item in opened:
        word = (called_name(item) or "").lower().lstrip("_")
        if _ENDING.search(word) is not None or (len(word) > 4 and word in title):
            return True
    if _AT_THE_END.search(title) is not None:
        return True
    after = _next(assertion.statement, module)
    return after is not None and any(is_check(item) for item in flat([after]))


def _is_transparent(node: ast.expr, module: Module, scope: Scope) -> bool:
    """Whether what passes through a manager is not changed by it, nor raised at its end: a file's, a patch's."""
    called = node.func if isinstance(node, ast.Call) else node
    name = module.resolve(called, scope)
    if name is not None:
        return is_standard(name) or name.startswith("pytest.")
    return (last_name(called) or "") in _TRANSPARENT or root_name(called) in ("monkeypatch", "mocker")


def _next(statement: ast.stmt, module: Module) -> ast.stmt | None:
    parent: Any = module.block_parent(statement)
    bodies = [parent.body] if isinstance(parent, ast.FunctionDef | ast.AsyncFunctionDef) else blocks(parent)
    for body in bodies:
        if statement in body[:-1]:
            return body[body.index(statement) + 1]
    return None


def _is_of_task_group(assertion: Assertion) -> bool:
    if not any((last_name(item) or "").endswith("ExceptionGroup") for item in assertion.expected_exceptions):
        return False
    only = assertion.block[0] if assertion.block is not None and len(assertion.block) == 1 else None
    items = only.items if isinstance(only, ast.AsyncWith) else []
    opened = (item.context_expr for item in items)
    return any(last_name(part.func) in _GROUPS for part in opened if isinstance(part, ast.Call))


def _is_endless(block: list[Any]) -> bool:
    """Whether a block is one loop that nothing but an exception ends: its steps are repeated until one raises."""
    loop = block[0] if len(block) == 1 else None
    if not isinstance(loop, ast.While) or not isinstance(loop.test, ast.Constant) or not loop.test.value:
        return False
    return not any(isinstance(item, ast.Break | ast.Return) for item in flat(loop.body))


def _has_variant(block: list[Any]) -> bool:
    """Whether one step stands under a question about constants or the platform: each variant has steps of its own."""
    return any(isinstance(item, ast.If) and len(item.body) == 1 and _is_of_build(item.test) for item in block)


def _is_of_build(node: ast.expr) -> bool:
    """Whether a condition asks for constants in capitals or the platform alone."""
    if isinstance(node, ast.BoolOp):
        return all(_is_of_build(item) for item in node.values)
    if isinstance(node, ast.UnaryOp):
        return _is_of_build(node.operand)
    if isinstance(node, ast.Compare):
        node = node.left
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return node.attr.isupper() or (node.value.id, node.attr) in _PLATFORM
    return isinstance(node, ast.Name) and node.id.isupper()
