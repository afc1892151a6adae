"""Plain restores: statements that put back what a test changed, but only if nothing fails before them."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_testquality.model.changes import DIRECTORY, ENVIRONMENT, Change, changes
from flake8_testquality.model.scopes import descend
from flake8_testquality.model.stages import Stage

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

# What tells the state that a change is about.
_READERS = {
    "os.getenv": ENVIRONMENT,
    "os.getcwd": DIRECTORY,
    "pathlib.Path.cwd": DIRECTORY,
    "locale.getlocale": "locale.setlocale",
    "signal.getsignal": "signal.signal",
    "socket.getdefaulttimeout": "socket.setdefaulttimeout",
}


def is_put_back_later(module: Module, change: Change, stage: Stage) -> bool:
    """Whether a test goes on to put back what it changed: the change outlives the test only if it fails."""
    return stage.part == "test" and any(
        _puts_back(module, later, change)
        for later in changes(module)
        if later.scope is change.scope
        and later.node.lineno > change.node.lineno
        and later.meets(change.thing, change.keys)
    )


def _puts_back(module: Module, later: Change, change: Change) -> bool:
    if later.resets or (later.deletes and not change.deletes):
        return True
    given = later.node.args if isinstance(later.node, ast.Call) else [later.value]
    return any(_is_kept(module, value, change) for value in given if value is not None)


def _is_kept(module: Module, value: ast.expr, change: Change) -> bool:
    """Whether a value is what there was before a change: kept under a name, or by the interpreter itself."""
    owner, _, last = change.thing.rpartition(".")
    if module.resolve(value, change.scope) in (change.thing, f"{owner}.__{last}__"):
        return True
    found = module.names.lookup(value.id, change.scope) if isinstance(value, ast.Name) else None
    return found is not None and any(
        place.value is not None
        and getattr(place.node, "lineno", 0) <= change.node.lineno
        and any(_tells(module.resolve(part, found[0]), change) for part in descend(place.value))
        for place in found[1]
    )


def _tells(name: str | None, change: Change) -> bool:
    return name is not None and (name == change.thing or _READERS.get(name) == change.thing)
