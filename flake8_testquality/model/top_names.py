"""Top names: what happens to the names at a file's top beyond their binding."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_testquality.model.containers import mutations
from flake8_testquality.model.own_code import is_product

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


def changed_names(module: Module) -> frozenset[str]:
    """The names whose object is changed in place while the file is being loaded, or may be from then on; a fact."""
    return frozenset(what.id for what, _ in mutations(module.scope) if isinstance(what, ast.Name)) | _handed(module)


def _handed(module: Module) -> set[str]:
    """The names whose object code under test is given while the file is loaded: it may hold on to it."""
    return {
        item.id
        for call in module.scope.calls
        for item in (*call.args, *(word.value for word in call.keywords))
        if isinstance(item, ast.Name) and is_product(module, module.resolve(call.func, module.scope) or "")
    }


def rebound_names(module: Module) -> frozenset[str]:
    """The names that a function of the file declares `global`, and so may bind again; a fact."""
    return frozenset(name for node in module.statements(ast.Global) for name in node.names)
