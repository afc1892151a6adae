"""Attested values: what the assertions of a test say that a shared attribute held before or behind a change of it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.changes import Change, changes
from flake8_testquality.model.scopes import FUNCTIONS

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.stages import Stage

_WRITTEN = (ast.Constant, ast.List, ast.Tuple, ast.Dict, ast.Set)


def later_changes(module: Module, change: Change) -> Iterator[Change]:
    """The later changes of the same thing in the same function."""
    for other in changes(module):
        if other.thing == change.thing and other.scope is change.scope and other.node.lineno > change.node.lineno:
            yield other


def is_reset_by_code(module: Module, change: Change, stage: Stage) -> bool:
    """Whether the test goes on to check that the code under test gave the attribute another value."""
    if any(later_changes(module, change)):
        return False
    later = (value for line, value in _attested(module, change, stage) if line > change.node.lineno)
    if isinstance(change.value, _WRITTEN):
        given = ast.dump(change.value)
        return any(isinstance(value, _WRITTEN) and ast.dump(value) != given for value in later)
    return _is_object(module, change) and any(isinstance(value, ast.Constant) for value in later)


def _is_object(module: Module, change: Change) -> bool:
    """Whether a change gives something made by a call or a definition, which is not what one can write out."""
    value = change.value
    if isinstance(value, ast.Name):
        found = module.names.lookup(value.id, change.scope)
        if found is None or len(found[1]) != 1:
            return False
        place = found[1][0]
        return isinstance(place.node, (*FUNCTIONS, ast.ClassDef)) or isinstance(place.value, ast.Call | ast.Lambda)
    return isinstance(value, ast.Call | ast.Lambda)


def is_return(module: Module, change: Change, stage: Stage) -> bool:
    """Whether the test has checked before, ahead of every change of its own, that the attribute held this value."""
    if change.value is None:
        return False
    given = ast.dump(change.value)
    own = [item.node.lineno for item in changes(module) if item.thing == change.thing and item.scope is change.scope]
    return any(line < min(own) and ast.dump(value) == given for line, value in _attested(module, change, stage))


def _attested(module: Module, change: Change, stage: Stage) -> Iterator[tuple[int, ast.expr]]:
    """(line, value) of each assertion that the attribute of a change equals or is something."""
    for assertion in stage.test.assertions if stage.test is not None else ():
        if assertion.relation in ("==", "is", "is none"):
            sides = [*assertion.operands, ast.Constant(None)][:2]
            for read, value in (sides, sides[::-1]):
                if module.resolve(read, assertion.scope) == change.thing:
                    yield assertion.node.lineno, value
