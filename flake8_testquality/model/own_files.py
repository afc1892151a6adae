"""Own files: those that lie beside the test file, which the test reads and no code of the project has written."""

from __future__ import annotations

import ast
import sys
from typing import TYPE_CHECKING

from flake8_testquality.model.calls import keyword
from flake8_testquality.model.scopes import descend

if TYPE_CHECKING:
    from flake8_testquality.model.tests import Test

_WRITING = frozenset("wax+")
_MAX_STEPS = 4


def opens_own_file(test: Test, call: ast.Call) -> bool:
    """Whether `open(...)` reads a file whose path begins at `__file__` and goes to none but the standard library."""
    path = call.args[0] if call.args else keyword(call, "file")
    mode = call.args[1] if len(call.args) > 1 else keyword(call, "mode")
    if path is None or (mode is not None and not _only_reads(mode)):
        return False
    return _begins_here(test, path, 0) and not _is_given_away(test, path)


def _only_reads(mode: ast.expr) -> bool:
    return isinstance(mode, ast.Constant) and isinstance(mode.value, str) and _WRITING.isdisjoint(mode.value)


def _begins_here(test: Test, node: ast.expr, steps: int) -> bool:
    """Whether `__file__` is in an expression, or in what a name of it is bound to once, here or at the top."""
    for part in descend(node):
        if not isinstance(part, ast.Name):
            continue
        if part.id == "__file__":
            return True
        found = test.module.names.lookup(part.id, test.scope) if steps < _MAX_STEPS else None
        value = found[1][0].value if found is not None and len(found[1]) == 1 else None
        if value is not None and _begins_here(test, value, steps + 1):
            return True
    return False


def _is_given_away(test: Test, path: ast.expr) -> bool:
    """Whether code that is not the standard library's gets the same path, so that it may write there."""
    words = ast.dump(path)
    for call in test.calls:
        dotted = test.module.resolve(call.func, test.scope) or ""
        if dotted.partition(".")[0] in (*sys.stdlib_module_names, "builtins"):
            continue
        if any(ast.dump(item) == words for item in (*call.args, *(word.value for word in call.keywords))):
            return True
    return False
