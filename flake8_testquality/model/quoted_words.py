"""Quoted words: patterns of a message, and which statements of a block it can be about."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.names import last_name
from flake8_testquality.model.raises import expectation

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion

# A shorter text stands in a message by chance.
_SAYING = 4


def named_by_pattern(assertion: Assertion, statements: list[Any]) -> list[Any]:
    """Those of some statements that can cause the message that is asked for.

    An object that is given nothing has nothing to complain of, so what makes one for the last statement cannot. That
    one alone can where the pattern quotes a text that is given to it and to none of the others.
    """
    claim = expectation(assertion)
    pattern = claim.match if claim is not None else None
    if pattern is not None and statements:
        statements = [item for item in statements[:-1] if not _makes_bare(item, statements[-1])] + statements[-1:]
    if not isinstance(pattern, ast.Constant) or not isinstance(pattern.value, str) or not statements:
        return statements
    own = {text for text in _texts(statements[-1]) if len(text) >= _SAYING and text in pattern.value}
    for statement in statements[:-1] if own else ():
        own -= _texts(statement)
    return statements[-1:] if own else statements


def _makes_bare(statement: Any, last: Any) -> bool:
    """Whether a statement makes an object out of nothing but its class, and the last one uses it."""
    call = statement.value if isinstance(statement, ast.Assign) and len(statement.targets) == 1 else None
    target = statement.targets[0] if isinstance(statement, ast.Assign) else None
    if not isinstance(call, ast.Call) or call.args or call.keywords or not isinstance(target, ast.Name):
        return False
    return (last_name(call.func) or "").lstrip("_")[:1].isupper() and any(
        isinstance(part, ast.Name) and part.id == target.id for part in ast.walk(last)
    )


def _texts(statement: Any) -> set[str]:
    return {
        part.value for part in ast.walk(statement) if isinstance(part, ast.Constant) and isinstance(part.value, str)
    }
