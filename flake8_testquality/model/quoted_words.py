"""Quoted words: patterns of a message that name what only one statement of a block is given."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.raises import expectation

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion

# A shorter text stands in a message by chance.
_SAYING = 4


def named_by_pattern(assertion: Assertion, statements: list[Any]) -> list[Any]:
    """Those of some statements that can cause the message that is asked for: the last one alone where the pattern
    quotes a text that is given to it and to none of the others, else all.
    """
    claim = expectation(assertion)
    pattern = claim.match if claim is not None else None
    if not isinstance(pattern, ast.Constant) or not isinstance(pattern.value, str) or not statements:
        return statements
    own = {text for text in _texts(statements[-1]) if len(text) >= _SAYING and text in pattern.value}
    for statement in statements[:-1] if own else ():
        own -= _texts(statement)
    return statements[-1:] if own else statements


def _texts(statement: Any) -> set[str]:
    return {
        part.value for part in ast.walk(statement) if isinstance(part, ast.Constant) and isinstance(part.value, str)
    }
