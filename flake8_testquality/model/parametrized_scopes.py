"""Parametrized scopes: fixtures whose own scope gives way to the one that a parametrization names for them."""

from __future__ import annotations

import ast
import os
from typing import TYPE_CHECKING

from flake8_testquality.model.calls import keyword
from flake8_testquality.model.fixtures import SCOPES, Fixture
from flake8_testquality.model.references import corpus
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

# A parametrization as it is written: its head up to the names, and what follows them up to the next definition.
_HEAD = regex(r"\bparametrize\(\s*(?:argnames\s*=\s*)?[\[(]?[^\[\](){}]*\Z")
_SCOPE = regex(r"\bscope\s*=")
_NEXT = regex(r"\n(?:@|\s*(?:async )?def |class )")
_LONGEST_HEAD = 200
_LONGEST_CALL = 4_000


def is_given_other_scope(fixture: Fixture) -> bool:
    """Whether a parametrization in sight gives a fixture another scope, `parametrize("x", ..., scope="function")`.

    pytest takes that one instead of the fixture's own.
    """
    module, name = fixture.module, fixture.name
    calls = (call for _, call in module.calls.by_word.get("parametrize", ()))
    return any(_rescopes(call, fixture) for call in calls) or _is_given_elsewhere(module, name)


def _rescopes(call: ast.Call, fixture: Fixture) -> bool:
    given = keyword(call, "scope")
    if given is None or (isinstance(given, ast.Constant) and given.value in (None, fixture.scope, *_wider(fixture))):
        return False
    names = call.args[0] if call.args else keyword(call, "argnames")
    parts = names.elts if isinstance(names, ast.List | ast.Tuple) else [names]
    written = [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
    # names that are worked out may be any
    return len(written) < len(parts) or fixture.name in (word.strip() for text in written for word in text.split(","))


def _wider(fixture: Fixture) -> tuple[str, ...]:
    return SCOPES[SCOPES.index(fixture.scope) + 1 :]


def _is_given_elsewhere(module: Module, name: str) -> bool:
    """Whether the text of another file parametrizes a name with a scope."""
    known = corpus(module)
    for at in known.places(name, os.path.abspath(module.path)):
        if _HEAD.search(known.text, max(0, at - _LONGEST_HEAD), at):
            rest = known.text[at : at + _LONGEST_CALL]
            end = _NEXT.search(rest)
            if _SCOPE.search(rest, 0, end.start() if end else len(rest)):
                return True
    return False
