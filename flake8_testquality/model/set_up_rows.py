"""Set-up rows: the database objects that a Django case's setUp makes, and what its tests do with them."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from flake8_testquality.model.database import CREATING
from flake8_testquality.model.names import dotted_text, last_name
from flake8_testquality.model.rows import CHANGING, KEYS, READING, arguments, is_write, makes_row
from flake8_testquality.model.scopes import descend
from flake8_testquality.model.words import words

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope
    from flake8_testquality.model.tests import TestClass

_SETUP_CASES = frozenset(
    ["django.test.TestCase", "rest_framework.test.APITestCase", "wagtail.test.utils.WagtailPageTests"]
)
_MUTATORS = frozenset(
    [
        "save", "asave", "delete", "adelete", "update", "add", "remove", "set", "clear", "refresh_from_db",
        "set_password", "append", "extend", "pop", "insert",
    ]
)
_QUERIES = frozenset({"get", "aget", "filter", "exclude"})
_BULK = frozenset({"update", "aupdate", "delete", "adelete", "bulk_update", "update_or_create"})
_NO_ALIASES: Mapping[str, str] = {}


def untouched_rows(item: TestClass) -> list[str]:
    """The rows that a Django case's setUp makes for every test and no test changes."""
    module, method = item.module, item.method("setUp")
    if method is None or item.case_family != "django" or not set(item.lineage.out_of_sight) & _SETUP_CASES:
        return []
    if _hides_test_data(item):
        return []
    scope = module.scope_by_node[method]
    made: dict[str, ast.expr] = {}
    others: set[str] = set()
    for node in scope.statements.get(ast.Assign, ()):
        target = node.targets[0]
        if not (isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name) and target.value.id == "self"):
            continue
        made_here = isinstance(node.value, ast.Call) and last_name(node.value.func) not in ("get", "aget")
        if made_here and makes_row(module, node.value, scope):
            made[target.attr] = node.value
        else:
            others.add(target.attr)
    alone = scope.statements.get(ast.Expr, ())
    nameless = [(word, node.value) for node in alone if (word := _nameless_row(module, node, scope))]
    if not made and not nameless:
        return []
    touched = _touched(module, item)
    others.update(made.keys() & touched)
    made = _movable({name: value for name, value in made.items() if name not in touched}, others)
    found = [f"self.{name}" for name in made]
    if nameless and not _changes_rows(item):
        found.extend([f"{word} rows" for word, value in nameless if not _reads_any(value, others)][:1])
    return found


def _movable(made: dict[str, ast.expr], others: set[str]) -> dict[str, ast.expr]:
    """Of the rows of setUp those that are not made of others that it makes anew; the rest is added to the others."""
    while staying := {name for name, value in made.items() if _reads_any(value, others)}:
        others.update(staying)
        made = {name: value for name, value in made.items() if name not in staying}
    return made


def _reads_any(value: ast.expr, names: set[str]) -> bool:
    return any(isinstance(part, ast.Attribute) and _own(part) in names for part in descend(value))


def _hides_test_data(item: TestClass) -> bool:
    """Whether a class in sight has a setUpClass that does not go on to Django's, which calls setUpTestData."""
    return any(
        child.is_function
        and child.node.name == "setUpClass"  # type: ignore[union-attr]
        and all(last_name(call.func) != "setUpClass" for call in child.calls)
        for home, node in item.lineage.classes
        for child in home.scope_by_node[node].children
    )


def _nameless_row(module: Module, node: ast.Expr, scope: Scope) -> str:
    """The model whose manager a statement calls to make a row, and does nothing else; nothing for other statements."""
    call = node.value
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute) or call.func.attr not in CREATING:
        return ""
    manager = call.func.value
    is_managed = isinstance(manager, ast.Attribute) and makes_row(module, call, scope)
    return (last_name(manager.value) or "") if is_managed and isinstance(manager, ast.Attribute) else ""


def _changes_rows(item: TestClass) -> bool:
    """Whether any method but setUp calls what may change rows that it finds by a query."""
    return any(
        is_write(call) or (isinstance(call.func, ast.Attribute) and _is_mutator(call.func.attr))
        for scope in item.scope.within()
        if scope.is_function and scope.node.name != "setUp"  # type: ignore[union-attr]
        for call in scope.calls
    )


def _is_mutator(name: str) -> bool:
    """Whether a method changes its object, `asave` as `save` does."""
    return name in _MUTATORS or name.removeprefix("a") in _MUTATORS


def _touched(module: Module, item: TestClass) -> set[str]:
    """The attributes of self that a method changes, deletes, rebinds, reads anew or hands to a call that might."""
    found: set[str] = set()
    for scope in item.scope.within():
        if not scope.is_function:
            continue
        is_set_up = scope.node.name == "setUp"  # type: ignore[union-attr]
        aliases = {} if is_set_up else _aliases(scope)
        kinds = (ast.Assign, ast.AugAssign, ast.Delete)
        for node in [node for kind in kinds for node in scope.statements.get(kind, ())]:
            for target in getattr(node, "targets", None) or [node.target]:
                name = None if isinstance(target, ast.Name) else _own(target, aliases)
                is_first = is_set_up and isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name)
                if name and not is_first:
                    found.add(name)
        for call in scope.calls:
            func = call.func
            if isinstance(func, ast.Attribute) and _is_mutator(func.attr):
                found.add(_own(func.value, aliases) or "")
            if not is_set_up:
                found.update(_changed_elsewhere(item, scope, call, aliases))
        if not is_set_up:
            found.update(name for node in scope.statements.get(ast.Expr, ()) for name in _told_by_key(node.value))
    return found


def _aliases(scope: Scope) -> dict[str, str]:
    """Local name -> the attribute of self that it stands for: `order = self.order`."""
    return {
        node.targets[0].id: node.value.attr
        for node in scope.statements.get(ast.Assign, ())
        if isinstance(node.targets[0], ast.Name)
        and isinstance(node.value, ast.Attribute)
        and _own(node.value) == node.value.attr
    }


def _told_by_key(value: ast.expr) -> Iterator[str]:
    """The attributes whose keys a call is given of which nobody reads the answer: it is made for its effect on rows."""
    call = value.value if isinstance(value, ast.Await) else value
    if not isinstance(call, ast.Call) or (words(last_name(call.func) or "") or [""])[0] in READING:
        return
    for key in arguments(call):
        if isinstance(key, ast.Attribute) and key.attr in KEYS and (name := _own(key.value)):
            yield name


def _changed_elsewhere(item: TestClass, scope: Scope, call: ast.Call, aliases: dict[str, str]) -> set[str]:
    """The attributes whose rows a call in a test may change behind them, or asks the database for anew by their key.

    A request that writes may change any row that its test speaks of; a row is asked for again because it has changed;
    a manager changes rows of its model. What `close_order(order, by)` changes is the first that it is given, what
    `order.close()` changes is the order.
    """
    if is_write(call):
        told = {part.attr for part in scope.own(ast.Attribute) if _own(part) == part.attr}
        return told.union(*(_made_with(item, name) for name in told))
    name = last_name(call.func) or ""
    if name in _QUERIES and ".objects." in f"{dotted_text(call.func)}.":
        keys = [word.value for word in call.keywords if word.arg in ("pk", "id")]
        return {own for key in keys if isinstance(key, ast.Attribute) and (own := _own(key)) is not None}
    if name in _BULK and (rows := _rows_of(item, call)):
        return rows
    if name in ("setattr", "delattr") or (words(name) or [""])[0] in CHANGING:
        owner = [call.func.value] if isinstance(call.func, ast.Attribute) else []
        return {own for value in [*owner, *arguments(call)[:1]] if (own := _own(value, aliases)) is not None}
    return set()


def _rows_of(item: TestClass, call: ast.Call) -> set[str]:
    """The attributes of self that setUp makes of the model whose manager a call asks."""
    managers = [part.value for part in descend(call.func) if isinstance(part, ast.Attribute) and part.attr == "objects"]
    model = last_name(managers[0]) if managers else None
    if model is None:
        return set()
    return {name for name, value in _set_up_values(item) if model in item.module.text(value, 1_000)}


def _made_with(item: TestClass, name: str) -> set[str]:
    """The attributes of self that setUp makes another one with: the row behind `self.url`."""
    values = [value for own, value in _set_up_values(item) if own == name]
    return {other for value in values for part in descend(value) if (other := _own(part)) is not None}


def _set_up_values(item: TestClass) -> Iterator[tuple[str, ast.expr]]:
    """(name, value) of each attribute of self that setUp sets."""
    scope = item.module.scope_by_node[item.method("setUp")]
    for node in scope.statements.get(ast.Assign, ()):
        name = _own(node.targets[0])
        if name is not None:
            yield name, node.value


def _own(node: ast.AST, aliases: Mapping[str, str] = _NO_ALIASES) -> str | None:
    """`x` in `self.x`, `self.x.y`, `self.x[0]`, and in what is reached through a local name for it."""
    while isinstance(node, ast.Attribute | ast.Subscript):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "self":
            return node.attr
        node = node.value
    return aliases.get(node.id) if isinstance(node, ast.Name) else None
