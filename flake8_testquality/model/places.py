"""Places: whose code a function's body is: the test's own (test, fixture, set-up, helper) or somebody's workload."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import attrs

from flake8_testquality.model.names import dotted_text
from flake8_testquality.model.reach import SET_UPS, TEAR_DOWNS
from flake8_testquality.model.scopes import Scope
from flake8_testquality.model.surroundings import drives_coroutines
from flake8_testquality.model.words import whole_words

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

Place: TypeAlias = Literal["test", "fixture", "set-up", "helper"]


def place_of(module: Module, scope: Scope) -> Place | None:
    """Which part of a test file runs a scope's statements.

    None for module and class bodies, and for functions that are handed to other code: handlers, callbacks, workers, and
    what only those call.
    """
    known: dict[Scope, Place | None] = module.fact(_places)
    if scope not in known:
        # A function that is asked about on the way to itself is no answer yet.
        known[scope] = None
        known[scope] = _place(module, scope)
    return known[scope]


def _places(module: Module) -> dict[Scope, Place | None]:
    return {}


def _place(module: Module, scope: Scope) -> Place | None:
    node = scope.node
    if not scope.is_function or module.role not in ("test", "conftest"):
        return None
    if module.test_of(node) is not None:
        return "test"
    if module.fixture_of(node) is not None:
        return "fixture"
    name: str = node.name  # type: ignore[union-attr]
    home = scope.parent or module.scope
    if home.is_class and not _is_test_class(module, home):
        return None
    if name in SET_UPS or name in TEAR_DOWNS:
        return None if home.is_function else "set-up"
    return "helper" if _is_helper(module, scope, home) else None


def _is_test_class(module: Module, scope: Scope) -> bool:
    node = next((item.node for item in module.classes if item.scope is scope), None)
    return any(
        item.node is node or any(base is node for _, base in item.lineage.classes)
        for item in module.classes
        if node is not None and (item.is_case or item.collected)
    )


def _is_helper(module: Module, scope: Scope, home: Scope) -> bool:
    """Whether a function is only ever called, and if it is async awaited on the spot: never handed on."""
    node: Any = scope.node
    if any(dotted_text(item) not in ("staticmethod", "classmethod") for item in node.decorator_list):
        return False
    if home.is_function and place_of(module, home) is None:
        return False
    if _is_plainly_called(module, node):
        return _is_called_by_tests(module, scope, node.name)
    if _is_seen_as_argument(module, home if home.is_function else module.scope, node.name):
        return False
    known: dict[Scope, Uses] = module.fact(_uses)
    around = module.scope if home.is_class else home
    uses = known.get(around)
    if uses is None:
        uses = known[around] = uses_in(module, around)
    name = node.name
    if name in uses.handed_on or name not in uses.called:
        return False
    return not isinstance(node, ast.AsyncFunctionDef) or name not in uses.unawaited


def _is_called_by_tests(module: Module, scope: Scope, name: str) -> bool:
    """Whether any of a function's callers runs as part of a test; those that cannot be found are presumed to.

    A call below `if __name__ == "__main__":` is made by another process, if at all.
    """
    found = [item for item in module.calls.by_word.get(name, ()) if item[0] is not scope]
    if found and module.says("__main__"):
        callers = {caller for caller, call in found if caller.is_function or not _is_of_script(module, call)}
        return any(not caller.is_function or place_of(module, caller) for caller in callers)
    callers = {caller for caller, _ in found}
    return not callers or any(not caller.is_function or place_of(module, caller) for caller in callers)


def _is_of_script(module: Module, call: ast.Call) -> bool:
    """Whether a call of a module's own body only runs where the file is started as a script."""
    return any(
        isinstance(outer, ast.If) and "__main__" in module.text(outer.test, 80)
        for outer in module.enclosing(module.statement_of(call))
    )


def _is_plainly_called(module: Module, node: Any) -> bool:
    """Whether the text alone shows that a function is only called (and awaited): a cheap answer for most helpers."""
    text, name = module.source.text, node.name
    is_async = isinstance(node, ast.AsyncFunctionDef)
    count = 0
    for at in whole_words(text, name):
        before = text[max(0, at - 16) : at]
        if not text.startswith("(", at + len(name)):
            return False
        if is_async and not before.removesuffix("self.").removesuffix("cls.").endswith(("await ", "def ")):
            return False
        count += 1
    return count > 1


def _is_seen_as_argument(module: Module, around: Scope, name: str) -> bool:
    """Whether the text shows a name alone among a call's arguments or on the right of an equals sign."""
    text = module.source.text
    if around.is_function:
        node: Any = around.node
        text = module.source.lines_of(node.lineno, node.end_lineno or node.lineno)
    for at in whole_words(text, name):
        before, after = text[max(0, at - 40) : at].rstrip(), text[at + len(name) : at + len(name) + 40].lstrip()
        if before.endswith(("(", ",", "=")) and after.startswith((")", ",")):
            return True
    return False


def _uses(module: Module) -> dict[Scope, Uses]:
    return {}


@attrs.frozen
class Uses:
    """How names are used in a scope and those inside it: called, called without an await, or handed on as a value."""

    called: frozenset[str]
    unawaited: frozenset[str]
    handed_on: frozenset[str]


def uses_in(module: Module, scope: Scope) -> Uses:
    """How a scope uses its names and the attributes of `self`."""
    awaited = {node.value for node in scope.nodes(ast.Await)}
    called, unawaited = set[str](), set[str]()
    callees = set[ast.AST]()
    for call in scope.nodes(ast.Call):
        callees.add(call.func)
        if call.args and drives_coroutines(module, call.func):
            awaited.add(call.args[0])
    for call in scope.nodes(ast.Call):
        name = _own_name(call.func)
        if name:
            called.add(name)
            if call not in awaited:
                unawaited.add(name)
    references: list[Any] = [*scope.nodes(ast.Name), *scope.nodes(ast.Attribute)]
    handed_on = {_own_name(node) for node in references if node not in callees and isinstance(node.ctx, ast.Load)}
    return Uses(frozenset(called), frozenset(unawaited), frozenset(name for name in handed_on if name))


def _own_name(node: ast.expr) -> str | None:
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in ("self", "cls"):
        return node.attr
    return None
