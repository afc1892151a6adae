"""Rows: database objects that a test makes, and the calls that change them."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_testquality.model.database import CREATING
from flake8_testquality.model.factories import factories
from flake8_testquality.model.names import dotted_text, last_name

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope

WRITES = frozenset({"post", "put", "patch", "delete"})
CLIENTS = ("client", "api", "browser")
_GETTING = frozenset({"get", "aget", "get_or_create", "aget_or_create", "update_or_create", "aupdate_or_create"})
_BAKERS = frozenset(
    [
        "model_bakery.baker.make", "model_mommy.mommy.make", "model_bakery.baker.make_recipe",
        "model_mommy.mommy.make_recipe",
    ]
)
KEYS = frozenset({"pk", "id", "uuid", "objects", "DoesNotExist"})
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


def arguments(call: ast.Call) -> list[ast.expr]:
    return [*call.args, *(word.value for word in call.keywords)]


def is_write(call: ast.Call) -> bool:
    if not isinstance(call.func, ast.Attribute) or call.func.attr not in WRITES:
        return False
    name = (dotted_text(call.func.value) or last_name(call.func.value) or "").lower()
    return any(word in name for word in CLIENTS)


def makes_row(module: Module, call: ast.Call, scope: Scope) -> bool:
    func = call.func
    if isinstance(func, ast.Attribute) and func.attr in CREATING | _GETTING:
        if isinstance(func.value, ast.Attribute) and func.value.attr == "objects":
            return True
        return func.attr == "create" and _is_factory(module, func.value)
    return _is_factory(module, func) or module.resolve(func, scope) in _BAKERS


def _is_factory(module: Module, node: ast.expr) -> bool:
    name = last_name(node) or ""
    if not name.endswith("Factory"):
        return False
    return any(made.name == name and made.is_django for known in module.fact(factories).values() for made in known)
