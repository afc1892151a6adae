"""What goes away without a clean-up: files in a folder that somebody else removes, rows of a transaction."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.database import CREATING
from flake8_testquality.model.names import dotted_text, last_name
from flake8_testquality.model.reach import SET_UPS, TEAR_DOWNS
from flake8_testquality.model.scopes import descend

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

_JOINS = frozenset(["join", "joinpath", "Path"])
_REMOVING = ("rmtree", "removedirs", "cleanup", "remove_tree")
# What a case hands a manager or fixture to, so that the case leaves it in the end.
_ENTERING = frozenset(["useFixture", "enterContext", "enterClassContext", "enterAsyncContext", "enter_context"])
_REGISTERING = frozenset(["addCleanup", "addClassCleanup", "addModuleCleanup", "addAsyncCleanup"])
# Cases that roll back what a test wrote.
_ROLLING_BACK = frozenset(["django.test.TestCase", "rest_framework.test.APITestCase"])


def goes_by_itself(module: Module, test: Test, call: ast.Call, made: ast.expr) -> bool:
    """Whether what a clean-up takes away, and the expression made, would be gone after the test all the same."""
    if isinstance(made, ast.Await):
        made = made.value
    if not isinstance(made, ast.Call) or not isinstance(made.func, ast.Attribute | ast.Name):
        return False
    if last_name(call.func) == "delete":
        return _is_row(made) and _is_rolled_back(test)
    return last_name(made.func) in _JOINS and any(_is_kept(module, test, part) for part in _parts(made))


def _parts(made: ast.Call) -> list[ast.expr]:
    """What a call joins to a path, the thing whose method does it included."""
    owner = [made.func.value] if isinstance(made.func, ast.Attribute) else []
    return [*owner, *made.args]


def _is_kept(module: Module, test: Test, folder: ast.expr) -> bool:
    """Whether a folder comes from a with block or a fixture, or the class of the test sees to it that it is removed."""
    if isinstance(folder, ast.Call) and last_name(folder.func) in ("str", "fspath") and len(folder.args) == 1:
        folder = folder.args[0]
    if isinstance(folder, ast.Name):
        places = module.bindings(test.scope).get(folder.id, ())
        blocks = (ast.With, ast.AsyncWith)
        return bool(places) and all(
            place.kind == "parameter" or isinstance(place.node, blocks) or _is_entered(place.value) for place in places
        )
    name = dotted_text(folder) or ""
    return (
        name.startswith("self.") and name.count(".") == 1 and (_is_removed(test, name) or _is_left_to_case(test, name))
    )


def _is_removed(test: Test, name: str) -> bool:
    for hook in TEAR_DOWNS if test.cls is not None else ():
        found = test.cls.lineage.method(hook)  # type: ignore[union-attr]
        if found is None:
            continue
        for call in found[0].scope_by_node[found[1]].calls:
            named: list[Any] = [*call.args, *([call.func.value] if isinstance(call.func, ast.Attribute) else [])]
            if last_name(call.func) in _REMOVING and any(dotted_text(item) == name for item in named):
                return True
    return False


def _is_left_to_case(test: Test, name: str) -> bool:
    """Whether a set-up takes a folder from what the case leaves in the end, or registers its removal."""
    for hook in SET_UPS if test.cls is not None else ():
        found = test.cls.lineage.method(hook)  # type: ignore[union-attr]
        if found is None:
            continue
        scope = found[0].scope_by_node[found[1]]
        for node in scope.statements.get(ast.Assign, ()):
            if _is_entered(node.value) and any(dotted_text(target) == name for target in node.targets):
                return True
        for call in scope.calls:
            if last_name(call.func) in _REGISTERING and call.args and last_name(call.args[0]) in _REMOVING:
                owner = [call.args[0].value] if isinstance(call.args[0], ast.Attribute) else []
                if any(dotted_text(item) == name for item in [*owner, *call.args[1:]]):
                    return True
    return False


def _is_entered(value: Any) -> bool:
    """Whether a value is, or is read from, what the case entered."""
    while isinstance(value, ast.Attribute):
        value = value.value
    return isinstance(value, ast.Call) and last_name(value.func) in _ENTERING


def _is_row(made: ast.Call) -> bool:
    """Whether a call is the one of a manager that writes a row."""
    if not isinstance(made.func, ast.Attribute) or made.func.attr not in CREATING:
        return False
    return any(isinstance(part, ast.Attribute) and part.attr == "objects" for part in descend(made.func.value))


def _is_rolled_back(test: Test) -> bool:
    if test.cls is not None and not _ROLLING_BACK.isdisjoint(test.cls.lineage.out_of_sight):
        return True
    mark = test.marked("django_db")
    if mark is None or (mark.call is not None and mark.call.args):
        return False
    given = mark.keyword("transaction")
    return given is None or (isinstance(given, ast.Constant) and given.value is False)
