"""Stale rows: which copy of a database object an assertion reads after something else has changed the row."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import attrs

from flake8_testquality.model.names import dotted_text, last_name
from flake8_testquality.model.noted_values import is_noted
from flake8_testquality.model.rows import CHANGING, KEYS, READING, WRITES, arguments, is_write, makes_row
from flake8_testquality.model.scopes import descend, flat
from flake8_testquality.model.words import words

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope
    from flake8_testquality.model.tests import Test

# Words without which a test changes no row behind its back.
ELSEWHERE = (".pk", ".id", ".uuid", ".post(", ".put(", ".patch(", ".delete(")
# These take a row without holding on to it.
_HARMLESS = frozenset({"force_login", "str", "repr", "print", "len", "reverse"})
_HOOKS = ("setUpTestData", "setUp", "asyncSetUp")
# How many of an assertion's arguments are looked at; the rest is its message.
_CHECKS = {
    **dict.fromkeys(("assertTrue", "assertFalse", "assertIsNone", "assertIsNotNone"), 1),
    **dict.fromkeys(("assertEqual", "assertNotEqual", "assertIs", "assertIsNot", "assertIn", "assertNotIn"), 2),
    **dict.fromkeys(("assertGreater", "assertGreaterEqual", "assertLess", "assertLessEqual"), 2),
}


@attrs.frozen(eq=False, repr=False)
class Stale:
    """An assertion on a row that was changed elsewhere: its attribute, and what changed it."""

    node: ast.AST
    name: str
    attribute: str
    change: str


@attrs.frozen(eq=False, repr=False)
class Rows:
    """What is known at a statement: the rows made, those changed elsewhere, model objects that nobody saved yet."""

    module: Module
    scope: Scope
    made: set[str]
    changed: dict[str, str]
    unsaved: set[str]

    def forget(self, name: str) -> None:
        self.made.discard(name)
        self.changed.pop(name, None)
        self.unsaved.discard(name)


def stale_reads(test: Test) -> Iterator[Stale]:
    """The assertions on a row that the test or its set-up made, something else changed, and nobody read anew."""
    if not test.module.fact(_may_make_rows):
        return
    kept = test.module.fact(_set_up_rows).get(test.cls.node, ()) if test.cls is not None else ()
    rows = Rows(test.module, test.scope, set(kept), {}, set())
    for statement in test.statements:
        if isinstance(statement, ast.Assert):
            yield from _judged(test, statement, statement.test, rows.changed)
            continue
        call = _plain_call(statement)
        name = last_name(call.func) if call is not None else None
        if call is not None and name in _CHECKS:
            yield from _sides(test, statement, call.args[: _CHECKS[name]], rows.changed)
            continue
        _follow(rows, statement)


def _may_make_rows(module: Module) -> bool:
    """Whether the text holds a word of what makes a row: a manager, a model, a factory, a recipe."""
    return any(module.says(word) for word in (".objects", "models", "Factory", "baker", "mommy"))


def _set_up_rows(module: Module) -> dict[Any, set[str]]:
    """Case class -> the rows that its set-up makes as attributes and hands to nobody; a fact."""
    found: dict[Any, set[str]] = {}
    for item in module.classes:
        if not item.is_case:
            continue
        made: set[str] = set()
        for hook in _HOOKS:
            method = item.lineage.method(hook)
            if method is not None:
                home, node = method
                rows = Rows(home, home.scope_by_node[node], made, {}, set())
                for statement in flat(node.body):
                    _follow(rows, statement)
        found[item.node] = {name for name in made if name.startswith("self.")}
    return found


def _row(node: ast.AST | None) -> str:
    """The name that a row can go by, `order` or `self.order`; empty for another expression."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute) and _is_self(node.value):
        return f"self.{node.attr}"
    return ""


def _is_self(node: ast.AST | None) -> bool:
    return isinstance(node, ast.Name) and node.id in ("self", "cls")


def _follow(rows: Rows, statement: Any) -> None:
    """Take note of what a statement makes, changes elsewhere, reads anew or hands on."""
    value = getattr(statement, "value", None)
    value = value.value if isinstance(value, ast.Await) else value
    is_assigned = isinstance(statement, ast.Assign)
    if not (rows.made or rows.unsaved or is_assigned):
        return
    roots = _expressions(statement) if rows.made else []
    for call in [node for root in roots for node in descend(root) if isinstance(node, ast.Call)]:
        rows.changed.update(_changes(rows, call, statement))
        for name in _handed_on(rows, call) & rows.made:
            rows.forget(name)
    for name in _shared(statement):
        rows.forget(name)
    saved = _saved(value) if rows.unsaved else ""
    if saved in rows.unsaved:
        rows.made.add(saved)
    is_row = is_assigned and isinstance(value, ast.Call) and makes_row(rows.module, value, rows.scope)
    is_unsaved = is_assigned and not is_row and isinstance(value, ast.Call) and _is_model(rows, value.func)
    if not (rows.made or is_row or is_unsaved):
        return
    for target in _targets(statement):
        rows.forget(target)
        if is_row:
            rows.made.add(target)
        elif is_unsaved:
            rows.unsaved.add(target)


def _saved(value: Any) -> str:
    """The object whose `save()` a statement calls."""
    func = value.func if isinstance(value, ast.Call) else None
    return _row(func.value) if isinstance(func, ast.Attribute) and func.attr in ("save", "asave") else ""


def _is_model(rows: Rows, func: ast.expr) -> bool:
    """Whether a class comes from a module of models: `Order(...)`, `models.Order(...)`."""
    dotted = (rows.module.resolve(func, rows.scope) or "").split(".")
    return "models" in dotted[:-1] and dotted[-1][:1].isupper()


def _changes(rows: Rows, call: ast.Call, statement: Any) -> dict[str, str]:
    """Row -> what changed it: a request that writes changes any, a service the rows whose key it is given."""
    if not rows.made:
        return {}
    name = last_name(call.func) or ""
    if is_write(call) or _is_write_of_own_client(rows, call):
        return dict.fromkeys(rows.made, f"{last_name(call.func.value) or 'client'}.{name}()")  # type: ignore[attr-defined]
    keys = [item for item in arguments(call) if isinstance(item, ast.Attribute) and item.attr in KEYS]
    found = [row for item in keys if (row := _row(item.value)) in rows.made]
    if not found or any(_row(part) in rows.made for part in descend(call.func)) or _asks_manager(call):
        return {}
    first = (words(name) or [""])[0]
    value = statement.value if isinstance(statement, ast.Expr) else None
    is_plain = (value.value if isinstance(value, ast.Await) else value) is call and first not in READING
    is_plain = is_plain and _is_service(call.func)
    return dict.fromkeys(found, f"{name}()") if is_plain or first in CHANGING else {}


def _is_write_of_own_client(rows: Rows, call: ast.Call) -> bool:
    """Whether a request that writes goes through a client that was made here under a name of its own."""
    func = call.func
    if not isinstance(func, ast.Attribute) or func.attr not in WRITES or not isinstance(func.value, ast.Name):
        return False
    places = rows.module.bindings(rows.scope).get(func.value.id, ())
    made = [place.value for place in places]
    return len(made) == 1 and isinstance(made[0], ast.Call) and (last_name(made[0].func) or "").endswith("Client")


def _is_service(func: ast.expr) -> bool:
    """Whether what is called is a name, or a method of an object made for the call: `Billing().run(...)`."""
    if dotted_text(func) is not None:
        return True
    owner = func.value if isinstance(func, ast.Attribute) else None
    return isinstance(owner, ast.Call) and (last_name(owner.func) or "")[:1].isupper()


def _asks_manager(call: ast.Call) -> bool:
    return any(isinstance(part, ast.Attribute) and part.attr == "objects" for part in descend(call.func))


def _handed_on(rows: Rows, call: ast.Call) -> set[str]:
    """The rows that a call gets whole, as its receiver or as an argument, and may change or read anew."""
    name = last_name(call.func) or ""
    found: set[str] = set()
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    if (words(name) or [""])[0] not in READING:
        found.add(_row(owner))
        if _is_self(owner):
            found.update(row for row in rows.made if row.startswith("self."))
    if name not in _HARMLESS and not makes_row(rows.module, call, rows.scope):
        found.update(_row(item) for item in arguments(call))
        if any(_is_self(item) for item in arguments(call)):
            found.update(row for row in rows.made if row.startswith("self."))
    return found


def _shared(statement: Any) -> Iterator[str]:
    """The rows that get another name: `same = order`, `for each in (order, other)`."""
    given = statement.value if isinstance(statement, ast.Assign) else getattr(statement, "iter", None)
    items = given.elts if isinstance(given, ast.Tuple | ast.List | ast.Set) else [given]
    yield from (row for item in items if (row := _row(item)))


def _expressions(statement: Any) -> list[Any]:
    return [
        value for field in ("value", "items", "test", "iter", "exc")
        for value in _listed(getattr(statement, field, None))
    ]


def _listed(value: Any) -> list[Any]:
    if isinstance(value, list):
        return [getattr(item, "context_expr", item) for item in value]
    return [] if value is None else [value]


def _targets(statement: Any) -> list[str]:
    found = list(getattr(statement, "targets", ()))
    if getattr(statement, "target", None) is not None:
        found.append(statement.target)
    found.extend(item.optional_vars for item in getattr(statement, "items", ()) if item.optional_vars is not None)
    return [name for target in found for node in descend(target) if (name := _row(node)) not in ("", "self", "cls")]


def _plain_call(statement: Any) -> ast.Call | None:
    return statement.value if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call) else None


def _judged(test: Test, statement: Any, condition: ast.expr, changed: dict[str, str]) -> Iterator[Stale]:
    """The first stale attribute of a condition; one says that the whole assertion reads the old copy."""
    if not changed:
        return
    if isinstance(condition, ast.BoolOp):
        stale = (item for value in condition.values for item in _judged(test, statement, value, changed))
        yield from [item for item in [next(stale, None)] if item is not None]
        return
    while isinstance(condition, ast.UnaryOp) and isinstance(condition.op, ast.Not):
        condition = condition.operand
    sides = [condition.left, *condition.comparators] if isinstance(condition, ast.Compare) else [condition]
    yield from _sides(test, statement, sides, changed)


def _sides(test: Test, statement: Any, sides: list[ast.expr], changed: dict[str, str]) -> Iterator[Stale]:
    """A stale attribute on one side, and nothing but what the test wrote down on the other."""
    for side in sides:
        row = _row(side.value) if isinstance(side, ast.Attribute) else ""
        if isinstance(side, ast.Attribute) and row in changed:
            others = [other for other in sides if other is not side]
            if side.attr in KEYS or side.attr.endswith("_id"):
                continue
            if all(is_noted(test, other) for other in others):
                yield Stale(statement, row, side.attr, changed[row])
                return
