"""Top names: what happens to the names at a file's top beyond their binding."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_testquality.model.containers import mutations

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


def changed_names(module: Module) -> frozenset[str]:
    """The names whose object the file's own statements change in place while it is being loaded; a fact."""
    return frozenset(what.id for what, _ in mutations(module.scope) if isinstance(what, ast.Name))


def rebound_names(module: Module) -> frozenset[str]:
    """The names that a function of the file declares `global`, and so may bind again; a fact."""
    return frozenset(name for node in module.statements(ast.Global) for name in node.names)
