"""nose: what a file still takes from it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.bindings import imported

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

# The modules from which nose gives functions to tests; what else it exports are objects, some of other libraries.
_MODULES = frozenset({"nose", "nose.tools", "nose.twistedtools", "nose.case", "nose.core", "nose.util", "nose.config"})


def nose_remnants(module: Module) -> Iterator[tuple[ast.AST, str]]:
    """(node, how it is written) for each import of nose, each call of its functions and each of its decorators."""
    if not module.says("nose"):
        return
    imports: list[ast.Import | ast.ImportFrom]
    imports = [*module.statements(ast.Import), *module.statements(ast.ImportFrom)]
    for node in imports:
        if any(_is_of_nose(dotted) for _name, dotted in imported(node, module.package)):
            yield node, module.text(node)
    for call in module.calls_to(("nose.*",)):
        if _is_function(call.name):
            yield call.node, module.text(call.node.func)
    for scope in module.scopes:
        for decorator in getattr(scope.node, "decorator_list", ()):
            if _is_of_nose(module.resolve(decorator, scope.parent) or ""):
                yield decorator, f"@{module.text(decorator)}"


def _is_of_nose(dotted: str) -> bool:
    return dotted == "nose" or dotted.startswith("nose.")


def _is_function(dotted: str) -> bool:
    """Whether a name stands right in a module of nose: `nose.tools.eq_`, not `nose.twistedtools.reactor.run`."""
    owner = dotted.rpartition(".")[0]
    return owner in _MODULES or owner.startswith(("nose.plugins.", "nose.tools."))
