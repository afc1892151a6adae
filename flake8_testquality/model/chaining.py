"""Set-up and tear-down methods that replace the one of a base: which of them call it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.markers import without_markers
from flake8_testquality.model.scopes import flat
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import TestClass

CHAINED_HOOKS = frozenset(["setUp", "tearDown", "setUpClass", "tearDownClass", "setUpTestData"])


def unchained_hooks(item: TestClass, module: Module) -> Iterator[tuple[Any, str]]:
    """(method, base's name) for each hook that replaces one with a body, of a base in sight, and never calls it."""
    for node in item.scope.statements_of_functions():
        if node.name not in CHAINED_HOOKS or not _does_something(node) or _chains(module, node, item):
            continue
        replaced = list(_hooks_of_bases(item, node.name))
        if not replaced:
            continue
        nearest, base = replaced[0]
        further = [hook for hook, _ in replaced[1:]]
        if _does_something(nearest) and not _says_so(module, node) and not _redoes(node, nearest, further):
            yield node, base


def _hooks_of_bases(item: TestClass, name: str) -> Iterator[tuple[Any, str]]:
    """(method, its class's name) for each base in sight that has a hook of a name, the nearest first."""
    for home, base in item.lineage.classes[1:]:
        found = [node for node in home.scope_by_node[base].statements_of_functions() if node.name == name]
        if found:
            yield found[-1], base.name


def _does_something(node: Any) -> bool:
    """Whether a hook has a body: more than a docstring, pass, a raise, a skip or the call of the next one."""
    for statement in node.body:
        if isinstance(statement, ast.Pass | ast.Raise):
            continue
        value = getattr(statement, "value", None)
        if isinstance(statement, ast.Expr) and isinstance(value, ast.Constant):
            continue
        if isinstance(statement, ast.Return) and (value is None or isinstance(value, ast.Constant)):
            continue
        call = value.value if isinstance(value, ast.Await) else value
        called = getattr(call.func, "attr", "") if isinstance(call, ast.Call) else ""
        if called in (node.name, "skipTest"):
            continue
        return True
    return False


def _redoes(node: Any, replaced: Any, further: list[Any]) -> bool:
    """Whether a hook does all that the one it replaces does: it sets the same attributes and makes the same calls.

    What the replaced one asks of an object that it made itself may be asked of the new one in other words. `further`
    are the hooks that the replaced one hands on to.
    """
    lost: set[str] = set()
    again: set[str] | None = None
    asked: set[str | None] = set()
    for statement in replaced.body:
        value = getattr(statement, "value", None)
        if isinstance(statement, ast.FunctionDef) or (
            isinstance(statement, ast.Expr) and isinstance(value, ast.Constant)
        ):
            continue
        if isinstance(statement, ast.Expr) and isinstance(value, ast.Call):
            if getattr(value.func, "attr", "") == node.name and not any(_does_something(item) for item in further):
                continue
            if again is None:
                again = {ast.dump(item) for item in node.body if isinstance(item, ast.Expr)}
                names = _names_of_own(node)
                asked = {_asked_of_own(item, node, names) for item in node.body}
            made_here = _asked_of_own(statement, replaced, {}) if lost else None
            is_in_other_words = made_here in asked and (made_here or "").partition(".")[0] in lost
            if ast.dump(statement) not in again and not is_in_other_words:
                return False
            continue
        if not isinstance(statement, ast.Assign | ast.AnnAssign):
            return False
        for target in _targets(statement):
            if not isinstance(target, ast.Name):
                owner = target.value if isinstance(target, ast.Attribute) else None
                if isinstance(owner, ast.Attribute) and _is_own(owner, replaced) and owner.attr in lost:
                    continue
                if not (isinstance(target, ast.Attribute) and _is_own(target, replaced)):
                    return False
                lost.add(target.attr)
    if not lost:
        return again is not None
    kept = (target for statement in flat(node.body) for target in _targets(statement))
    return lost <= {target.attr for target in kept if isinstance(target, ast.Attribute) and _is_own(target, node)}


def _names_of_own(hook: Any) -> dict[str, str]:
    """The local names that a hook makes attributes of: `{"db": "db"}` for `self.db = db`."""
    return {
        statement.value.id: target.attr
        for statement in hook.body if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Name)
        for target in statement.targets if isinstance(target, ast.Attribute) and _is_own(target, hook)
    }  # fmt: skip


def _asked_of_own(statement: Any, hook: Any, names: dict[str, str]) -> str | None:
    """`db.query` for a statement `self.db.query(...)` of a hook, under its local name too; None for every other."""
    call = statement.value if isinstance(statement, ast.Expr) else None
    func = call.func if isinstance(call, ast.Call) else None
    if not isinstance(func, ast.Attribute):
        return None
    owner = func.value
    if isinstance(owner, ast.Name):
        return f"{names[owner.id]}.{func.attr}" if owner.id in names else None
    return f"{owner.attr}.{func.attr}" if isinstance(owner, ast.Attribute) and _is_own(owner, hook) else None


def _targets(statement: Any) -> list[Any]:
    targets = statement.targets if isinstance(statement, ast.Assign) else [getattr(statement, "target", None)]
    return [part for target in targets for part in (target.elts if isinstance(target, ast.Tuple) else [target])]


def _is_own(target: ast.Attribute, hook: Any) -> bool:
    """Whether an attribute is one of the hook's own `self` or `cls`."""
    args = hook.args.args
    return isinstance(target.value, ast.Name) and bool(args) and target.value.id == args[0].arg


def _chains(module: Module, node: Any, item: TestClass) -> bool:
    """Whether a hook calls the one that it replaces, by itself or in a method of its class that it calls."""
    called: set[str] = set()
    for inner in module.scope_by_node[node].within():
        for call in inner.calls:
            func = call.func
            if isinstance(func, ast.Name) and func.id == "super":
                return True
            if isinstance(func, ast.Attribute):
                if func.attr == node.name or getattr(func.value, "attr", "") == node.name:
                    return True
                called.add(func.attr)
    return any(
        f".{node.name}(" in line
        for method in item.methods if method.name in called
        for line in module.source.lines[method.lineno : method.end_lineno]
    )


_SAYS_SO = regex(r"\b(?:super|base|parent|inherit|overrid|intention|deliberate|on purpose|quality:)", re.I)


def _says_so(module: Module, node: Any) -> bool:
    """Whether a comment in the hook, or right above it, speaks of the one that it replaces."""
    first = min([node.lineno, *(item.lineno for item in node.decorator_list)]) - 1
    last = node.end_lineno or node.lineno
    return any(
        first <= comment.line <= last and _SAYS_SO.search(without_markers(comment.text)) for comment in module.comments
    )
