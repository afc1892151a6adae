"""Submodules: what a package's name for one of its modules stands for, and which modules it has out of sight."""

from __future__ import annotations

import ast
import os
import re
from typing import TYPE_CHECKING

from flake8_testquality.model.references import lines_elsewhere

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

# A star import that leads to another one and so on.
_MAX_STARS = 5


def is_submodule(package: Module, name: str) -> bool:
    """Whether anything beside a package's __init__ could be its submodule, compiled or generated ones included."""
    if "version" in name or name.endswith("_pb2"):
        return True
    try:
        entries = os.listdir(os.path.dirname(package.path))
    except OSError:
        return True
    return any(entry.partition(".")[0] == name for entry in entries)


def is_imported_submodule(user: Module, package: Module, name: str) -> bool:
    """Whether a file of the user's project imports a module of a package: it is built somewhere if not in sight."""
    if not os.path.basename(package.path).startswith("__init__."):
        return False
    word, home = re.escape(name), re.escape(package.dotted_name)
    statement = re.compile(
        rf"^\s*(?:from\s+(?:{home}\.|\.[\w.]*\b|\.){word}\b[\w.]*\s+import\b|import\s+{home}\.{word}\b"
        rf"|from\s+(?:{home}|\.)\s+import\b[^#\n]*\b{word}\b)",
        re.MULTILINE,
    )
    return statement.search(user.source.text) is not None or any(
        statement.match(line) for line in lines_elsewhere(user, name)
    )


def is_hidden(package: Module, name: str) -> bool:
    """Whether a star import of a package may bind the name of one of its modules to something else."""
    return any(_star_may_bind(package, origin, name, _MAX_STARS) for origin in package.names.stars)


def _star_may_bind(user: Module, origin: str, name: str, depth: int) -> bool:
    """Whether `from origin import *` may bind a name; modules out of sight are taken to bind what is theirs only."""
    home = user.project.module(origin, user.path)
    if home is None or name.startswith("_") or depth == 0:
        return False
    places = home.bindings(home.scope)
    public = _public(home)
    if public is not None and name not in public:
        return False
    return name in places or any(_star_may_bind(home, inner, name, depth - 1) for inner in home.names.stars)


def _public(home: Module) -> list[str] | None:
    """The names of a module's `__all__` where it is one plain display; else None."""
    places = home.bindings(home.scope).get("__all__", [])
    value = places[0].value if len(places) == 1 else None
    if not isinstance(value, ast.List | ast.Tuple):
        return None
    words = [item.value for item in value.elts if isinstance(item, ast.Constant) and isinstance(item.value, str)]
    return words if len(words) == len(value.elts) else None
