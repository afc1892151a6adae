"""Called words: the calls of a file by the last word of what they call, whatever it belongs to."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeAlias

from flake8_testquality.model.scopes import Scope

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

Placed: TypeAlias = tuple[Scope, ast.Call]


def by_word(module: Module) -> dict[str, list[Placed]]:
    """Every call of a name or attribute, by that name: `close` holds `book.close()` and `close()`."""
    return module.fact(_by_word)


def _by_word(module: Module) -> dict[str, list[Placed]]:
    found: dict[str, list[Placed]] = {}
    attribute, name = ast.Attribute, ast.Name
    for scope in module.scopes:
        for call in scope.calls:
            func = call.func
            if func.__class__ is attribute:
                word: str = func.attr
            elif func.__class__ is name:
                word = func.id
            else:
                continue
            same = found.get(word)
            if same is None:
                found[word] = [(scope, call)]
            else:
                same.append((scope, call))
    return found


def calls_of(module: Module, words: Iterable[str]) -> list[Placed]:
    """The calls of any of these words."""
    known = by_word(module)
    return [placed for word in words if word in known for placed in known[word]]
