"""Whether a function that is no collected test is written as one: it asserts, and gives nothing back."""

from __future__ import annotations

import ast
import re
from typing import Any

from flake8_testquality.model.scopes import Scope
from flake8_testquality.regex import regex

_CHECK_CALL = regex(r"(?:assert(?!_type$|_never$)|fail|raises$|warns$)", re.IGNORECASE)


def holds_check(scope: Scope, *, inner_too: bool = True) -> bool:
    """Whether a function asserts something: assert, self.assertX, a raises block."""
    for inner in scope.within() if inner_too else (scope,):
        if inner.statements.get(ast.Assert):
            return True
        for call in inner.calls:
            name = getattr(call.func, "attr", getattr(call.func, "id", ""))
            if _CHECK_CALL.match(name):
                return True
    return False


def returns_value(scope: Scope) -> bool:
    """Whether a function gives something back."""
    returned: list[Any] = scope.statements.get(ast.Return, [])
    return any(item.value is not None for item in returned)
