"""Rows: database objects that a test makes, what changes them, and which copy an assertion reads."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import attrs

from flake8_testquality.model.database import CREATING
from flake8_testquality.model.factories import factories
from flake8_testquality.model.names import dotted_text, last_name, root_name
from flake8_testquality.model.scopes import descend
from flake8_testquality.model.words import words

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope
    from flake8_testquality.model.tests import Test

_WRITES = frozenset({"post", "put", "patch", "delete"})
CLIENTS = ("client", "api", "browser")
# Words without which a test makes no row, and without which it changes none behind its back.
MAKING = (".create", "Factory", ".make", ".acreate", ".objects.get", ".objects.aget")
_ELSEWHERE = (".pk", ".id", ".uuid", ".post(", ".put(", ".patch(", ".delete(")
_BAKERS = frozenset(
    [
        "model_bakery.baker.make", "model_mommy.mommy.make", "model_bakery.baker.make_recipe",
        "model_mommy.mommy.make_recipe",
    ]
)
KEYS = frozenset({"pk", "id", "uuid", "objects", "DoesNotExist"})
# These take a row without holding on to it.
_HARMLESS = frozenset({"force_login", "str", "repr", "print", "len", "reverse"})
READING = frozenset([
    "get", "is", "has", "can", "assert", "print", "filter", "fetch", "find", "load", "check", "verify", "str",
    "reverse",
])
CHANGING = frozenset(
    [
        "update", "set", "change", "activate", "deactivate", "cancel", "close", "open", "approve", "reject",
        "rename", "mark", "pay", "confirm", "complete", "archive", "publish", "process", "charge", "refund",
        "ship", "expire", "promote", "demote", "disable", "enable", "delete", "remove", "reset",
    ]
)


@attrs.frozen(eq=False)
class Stale:
    """An assertion on a row that was changed elsewhere: its attribute, and what changed it."""

    node: ast.AST
    name: str
    attribute: str
    change: str


def stale_reads(test: Test) -> Iterator[Stale]:
    """The assertions on a row that the test made, changed through a client or a service, and did not read anew."""
    module = test.module
    if not any(word in test.text for word in _ELSEWHERE) or not test.module.fact(_may_make_rows):
        return
    made: set[str] = set()
    changed: dict[str, str] = {}
    for statement in test.statements:
        if isinstance(statement, ast.Assert):
            yield from _judged(test, statement, statement.test, changed)
            continue
        call = _plain_call(statement)
        name = last_name(call.func) if call is not None else None
        if call is not None and name in _CHECKS:
            yield from _sides(test, statement, call.args[: _CHECKS[name]], changed)
            continue
        _follow(module, test.scope, statement, made, changed)


# How many of an assertion's arguments are looked at; the rest is its message.
_CHECKS = {
    **dict.fromkeys(("assertTrue", "assertFalse", "assertIsNone", "assertIsNotNone"), 1),
    **dict.fromkeys(("assertEqual", "assertNotEqual", "assertIs", "assertIsNot", "assertIn", "assertNotIn"), 2),
    **dict.fromkeys(("assertGreater", "assertGreaterEqual", "assertLess", "assertLessEqual"), 2),
}


def _may_make_rows(module: Module) -> bool:
    """Whether the text holds a word of what makes a row: a manager, a factory, a recipe."""
    return any(module.says(word) for word in (".objects", "Factory", "baker", "mommy"))


def _follow(module: Module, scope: Scope, statement: Any, made: set[str], changed: dict[str, str]) -> None:
    """Take note of what a statement makes, changes elsewhere, reads anew or hands on."""
    if not made and not isinstance(statement, ast.Assign):
        return
    roots = _expressions(statement) if made else []
    for call in [node for root in roots for node in descend(root) if isinstance(node, ast.Call)]:
        changed.update(_changes(call, made, statement))
        for name in _handed_on(module, call, scope) & made:
            made.discard(name)
            changed.pop(name, None)
    value = getattr(statement, "value", None)
    value = value.value if isinstance(value, ast.Await) else value
    is_row = isinstance(statement, ast.Assign) and isinstance(value, ast.Call) and makes_row(module, value, scope)
    if not made and not is_row:
        return
    for target in _targets(statement):
        made.discard(target)
        changed.pop(target, None)
        if is_row:
            made.add(target)


def _changes(call: ast.Call, made: set[str], statement: Any) -> dict[str, str]:
    """Row -> what changed it: a request that writes changes any, a service the rows whose key it is given."""
    if not made:
        return {}
    name = last_name(call.func) or ""
    if is_write(call):
        return dict.fromkeys(made, f"{last_name(call.func.value) or 'client'}.{name}()")  # type: ignore[attr-defined]
    keys = [item for item in arguments(call) if isinstance(item, ast.Attribute) and item.attr in KEYS]
    rows = [item.value.id for item in keys if isinstance(item.value, ast.Name) and item.value.id in made]
    if not rows or root_name(call.func) in made or _asks_manager(call):
        return {}
    first = (words(name) or [""])[0]
    value = statement.value if isinstance(statement, ast.Expr) else None
    is_plain = (value.value if isinstance(value, ast.Await) else value) is call and first not in READING
    is_plain = is_plain and _is_service(call.func)
    return dict.fromkeys(rows, f"{name}()") if is_plain or first in CHANGING else {}


def _is_service(func: ast.expr) -> bool:
    """Whether what is called is a name, or a method of an object made for the call: `Billing().run(...)`."""
    if dotted_text(func) is not None:
        return True
    owner = func.value if isinstance(func, ast.Attribute) else None
    return isinstance(owner, ast.Call) and (last_name(owner.func) or "")[:1].isupper()


def _asks_manager(call: ast.Call) -> bool:
    return any(isinstance(part, ast.Attribute) and part.attr == "objects" for part in descend(call.func))


def _handed_on(module: Module, call: ast.Call, scope: Scope) -> set[str]:
    """The names that a call gets whole, as its receiver or as an argument, and may change or read anew."""
    name = last_name(call.func) or ""
    found: set[str] = set()
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    if isinstance(owner, ast.Name) and (words(name) or [""])[0] not in READING:
        found.add(owner.id)
    if name not in _HARMLESS and not makes_row(module, call, scope):
        found.update(item.id for item in arguments(call) if isinstance(item, ast.Name))
    return found


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
    return [node.id for target in found for node in descend(target) if isinstance(node, ast.Name)] + [
        name for target in found if isinstance(target, ast.Attribute) and (name := root_name(target))
    ]


def _plain_call(statement: Any) -> ast.Call | None:
    return statement.value if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call) else None


def arguments(call: ast.Call) -> list[ast.expr]:
    return [*call.args, *(word.value for word in call.keywords)]


def is_write(call: ast.Call) -> bool:
    if not isinstance(call.func, ast.Attribute) or call.func.attr not in _WRITES:
        return False
    name = (dotted_text(call.func.value) or last_name(call.func.value) or "").lower()
    return any(word in name for word in CLIENTS)


def makes_row(module: Module, call: ast.Call, scope: Scope) -> bool:
    func = call.func
    if isinstance(func, ast.Attribute) and func.attr in CREATING | {"get", "aget"}:
        if isinstance(func.value, ast.Attribute) and func.value.attr == "objects":
            return True
        return func.attr == "create" and _is_factory(module, func.value)
    if isinstance(func, ast.Name) and _is_factory(module, func):
        return True
    return module.resolve(func, scope) in _BAKERS


def _is_factory(module: Module, node: ast.expr) -> bool:
    name = last_name(node) or ""
    if not name.endswith("Factory"):
        return False
    return any(made.name == name and made.is_django for known in module.fact(factories).values() for made in known)


def _judged(test: Test, statement: Any, condition: ast.expr, changed: dict[str, str]) -> Iterator[Stale]:
    if not changed:
        return
    if isinstance(condition, ast.BoolOp):
        for value in condition.values:
            yield from _judged(test, statement, value, changed)
        return
    while isinstance(condition, ast.UnaryOp) and isinstance(condition.op, ast.Not):
        condition = condition.operand
    sides = [condition.left, *condition.comparators] if isinstance(condition, ast.Compare) else [condition]
    yield from _sides(test, statement, sides, changed)


def _sides(test: Test, statement: Any, sides: list[ast.expr], changed: dict[str, str]) -> Iterator[Stale]:
    """A stale attribute on one side, and nothing but what the test wrote down on the other."""
    for side in sides:
        if isinstance(side, ast.Attribute) and isinstance(side.value, ast.Name) and side.value.id in changed:
            others = [other for other in sides if other is not side]
            if side.attr in KEYS or side.attr.endswith("_id"):
                continue
            if all(_is_given(other) or _is_kept(test, other) for other in others):
                yield Stale(statement, side.value.id, side.attr, changed[side.value.id])
                return


def _is_given(node: ast.expr) -> bool:
    if isinstance(node, ast.UnaryOp):
        return _is_given(node.operand)
    if isinstance(node, ast.BinOp):
        return _is_given(node.left) and _is_given(node.right)
    if isinstance(node, ast.List | ast.Tuple):
        return all(_is_given(item) for item in node.elts)
    dotted = dotted_text(node) or ""
    return isinstance(node, ast.Constant) or any(part[:1].isupper() for part in dotted.split("."))


def _is_kept(test: Test, node: ast.expr) -> bool:
    """Whether a test wrote a value down under a local name before: `title`, `payload["title"]`."""
    key = node.slice if isinstance(node, ast.Subscript) else None
    name = node.value if isinstance(node, ast.Subscript) else node
    found = test.module.names.lookup(name.id, test.scope) if isinstance(name, ast.Name) else None
    if found is None or found[0] is not test.scope or len(found[1]) != 1:
        return False
    value = found[1][0].value
    if isinstance(value, ast.Dict) and isinstance(key, ast.Constant):
        pairs = zip(value.keys, value.values, strict=True)
        return any(getattr(name, "value", None) == key.value and _is_given(kept) for name, kept in pairs)
    return key is None and value is not None and _is_given(value)
