"""Folders: whether a test has moved to a directory of its own before it writes."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from flake8_testquality.model.fixtures import closure, lookup
from flake8_testquality.model.names import dotted_text, last_name
from flake8_testquality.model.plugin_fixtures import KNOWN_SCOPES
from flake8_testquality.model.restoring import companions
from flake8_testquality.model.scopes import descend
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.file_paths import PathUse
    from flake8_testquality.model.tests import Test

_MOVES = regex(r"chdir|cwd|(?:^|_)cd(?:$|_)|working_dir|isolated_filesystem|temp_?dir|as_cwd|pushd", re.IGNORECASE)


def is_elsewhere(use: PathUse) -> bool:
    """Whether the test, its fixtures, set-ups or a block around it change the directory, or ask for one by name.

    A fixture in sight that asks for one out of sight may have been handed a directory.
    """
    stage = use.stage
    scopes = [stage.scope, *(other.scope for other in companions(stage))]
    if any(_moves(call) for scope in scopes for call in scope.calls) or _enters_a_folder(use):
        return True
    asked = stage.test.fixture_names if stage.test is not None else stage.fixture.requests if stage.fixture else ()
    if any(_MOVES.search(name) and name not in ("tmpdir", "tmpdir_factory") for name in asked):
        return True
    if stage.test is not None and _asks_out_of_sight(stage.test):
        return True
    if stage.cls is not None and not stage.cls.lineage.is_resolved:
        return True
    decorators = getattr(stage.node, "decorator_list", ())
    return any(_MOVES.search(dotted_text(part) or "") for item in decorators for part in descend(item))


def _enters_a_folder(use: PathUse) -> bool:
    """Whether a block around the call is of a context manager in sight that changes the directory."""
    module = use.stage.module
    statement = module.statement_of(use.call)
    for outer in (statement, *module.enclosing(statement)):
        for item in outer.items if isinstance(outer, ast.With | ast.AsyncWith) else ():
            func = getattr(item.context_expr, "func", item.context_expr)
            local = module.definition(func, use.stage.scope)
            dotted = module.resolve(func, use.stage.scope) if local is None else None
            found = (module, local) if local is not None else module.find(dotted) if dotted else None
            if found is not None and found[1] in found[0].scope_by_node:
                inside = found[0].scope_by_node[found[1]].within()
                if any(_moves(call) for scope in inside for call in scope.calls):
                    return True
    return False


def _asks_out_of_sight(test: Test) -> bool:
    """Whether a fixture of a test asks for one of a plugin that nobody knows, or for one that moves by its name."""
    for fixture in closure(test):
        for name in fixture.requests:
            if _MOVES.search(name) and name not in KNOWN_SCOPES:
                return True
            if name not in KNOWN_SCOPES and name != "request" and lookup(fixture.module, name, test.cls) is None:
                return True
    return False


def _moves(call: ast.Call) -> bool:
    word = last_name(call.func) or ""
    return bool(_MOVES.search(word)) and word not in ("getcwd", "cwd", "TemporaryDirectory", "mkdtemp", "getcwdb")
