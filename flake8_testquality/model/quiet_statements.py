"""Quiet statements: what in a warns block only checks, cleans up, or uses what the block itself has made."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.names import last_name, root_name, target_names
from flake8_testquality.model.plausibility import asked_of, expected_of, is_check, is_innocent, reads
from flake8_testquality.model.risk import is_warned_by_hand
from flake8_testquality.model.scopes import descend, flat
from flake8_testquality.model.stdlib_purity import is_standard

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.harmless import Expected

_DEFINITIONS = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
_CLOSING = frozenset("close aclose shutdown stop disconnect dispose terminate release unlink cleanup".split())


def audible(assertion: Assertion, risky: list[Any]) -> list[Any]:
    """The statements that could warn: not the checks and the uses of what the block has made, not the clean-up.

    None is left of a block of definitions, which keeps the warnings of all of them from the run.
    """
    expected = expected_of(assertion)
    made: set[str] = set()
    used: set[str] = set()
    for item in flat(assertion.block or []):
        if isinstance(item, ast.ClassDef):
            used.add(item.name)
        elif isinstance(item, ast.With | ast.AsyncWith):
            used.update(name for part in item.items if part.optional_vars for name in target_names(part.optional_vars))
        elif isinstance(item, ast.Assign):
            made.update(name for target in item.targets for name in target_names(target))
    if isinstance(assertion.bound, ast.Name):
        made.add(assertion.bound.id)
    pinned = assertion.call is not None and (len(assertion.call.args) > 1 or bool(assertion.call.keywords))
    kept = [item for item in risky if not _is_quiet(item, asked_of(item, risky, expected), made, used, pinned)]
    acts = [item for item in kept if not is_check(item)] or kept
    return [] if all(isinstance(item, _DEFINITIONS) for item in acts) else acts


def _is_quiet(statement: Any, expected: Expected, made: set[str], used: set[str], pinned: bool) -> bool:
    if is_warned_by_hand(statement, expected.module, expected.scope):
        return False
    if isinstance(statement, ast.ClassDef):
        return reads(statement, used - {statement.name})
    if is_check(statement):
        calls = (part for part in descend(statement) if isinstance(part, ast.Call))
        return all(_only_looks(call, expected, made | used) for call in calls)
    if used and reads(statement, used):
        return True
    if isinstance(statement, ast.Expr):
        if _is_checked(statement.value, made):
            return True
        call = statement.value.value if isinstance(statement.value, ast.Await) else statement.value
        if pinned and isinstance(call, ast.Call) and last_name(call.func) in _CLOSING and root_name(call.func) in made:
            return True
    return is_innocent(statement, expected)


def _is_checked(node: ast.expr, made: set[str]) -> bool:
    """Whether an own check is given what the block has made."""
    word = (last_name(node.func) or "").lower().lstrip("_") if isinstance(node, ast.Call) else ""
    return word.startswith(("check", "verify", "expect")) and reads(node, made)


def _only_looks(call: ast.Call, expected: Expected, made: set[str]) -> bool:
    """Whether a call in a check asks the check itself, a builtin, or what the block has made."""
    word = (last_name(call.func) or "").lower().lstrip("_")
    if word.startswith("assert") or root_name(call.func) in made:
        return True
    name = expected.module.resolve(call.func, expected.scope)
    return name is not None and is_standard(name)
