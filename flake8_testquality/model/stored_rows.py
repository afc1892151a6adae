"""Stored rows: does a loop go over all rows of a table that the test, its set-up or its fixtures have filled?"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.fixtures import closure
from flake8_testquality.model.names import dotted_text, is_self
from flake8_testquality.model.scopes import Scope

if TYPE_CHECKING:
    from flake8_testquality.model.tests import Test

# The methods of a query that leave no row out.
_ALL_ROWS = frozenset({
    "all", "annotate", "alias", "order_by", "reverse", "select_related", "prefetch_related", "defer", "only",
    "values", "values_list", "using", "iterator", "distinct", "select_for_update", "get_queryset",
})  # fmt: skip
_MAKERS = frozenset(["create", "bulk_create", "get_or_create", "update_or_create", "create_user", "create_superuser"])
_WRAPPERS = frozenset(["enumerate", "list", "tuple", "sorted", "reversed"])
_SET_UPS = ("setUpTestData", "setUpClass", "setUp", "asyncSetUp", "setup_method")
_MAX_STEPS = 6


def goes_over_stored_rows(test: Test, node: ast.expr) -> bool:
    """Whether an expression gives every row of a model's table, and rows were put into it in sight."""
    models = _models(test, node, 0)
    return bool(models) and all(_is_filled(test, model) for model in models)


def _models(test: Test, node: ast.expr, steps: int) -> list[str]:
    """The models whose whole tables an expression goes over, none if it may leave rows out."""
    if steps > _MAX_STEPS:
        return []
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
        if node.func.id == "zip":
            found = [_models(test, item, steps + 1) for item in node.args]
            return [name for part in found for name in part] if all(found) else []
        return _models(test, node.args[0], steps + 1) if node.func.id in _WRAPPERS else []
    while isinstance(node, ast.Call | ast.Attribute):
        if isinstance(node, ast.Attribute):
            if node.attr == "objects":
                name = dotted_text(node.value)
                return [name] if name else []
            node = node.value
        elif isinstance(node.func, ast.Attribute) and _keeps_rows(node.func.attr):
            node = node.func.value
        else:
            return []
    if not isinstance(node, ast.Name):
        return []
    places = test.module.bindings(test.scope).get(node.id, ())
    # a row or two may be left out on one platform
    values = [place.value for place in places if not isinstance(test.module.block_parent(place.node), ast.If)]
    found = [_models(test, value, steps + 1) if value is not None else [] for value in values]
    return found[0] if found and all(found) else []


def _keeps_rows(method: str) -> bool:
    return method in _ALL_ROWS or method.startswith("defer_")


def _is_filled(test: Test, model: str) -> bool:
    if test.cls is not None and test.cls.lineage.attribute("fixtures") is not None:
        return True
    name = model.rpartition(".")[2]
    return any(_makes(call, name) for scope in _scopes(test) for call in scope.calls)


def _makes(call: ast.Call, name: str) -> bool:
    """Whether a call makes a row: `Book(...)`, `Book.objects.create(...)`, `BookFactory(...)`."""
    words = (dotted_text(call.func) or "").split(".")
    if words[-1] in _MAKERS:
        return name in words[:-1] or f"{name}Factory" in words[:-1]
    return words[-1] in (name, f"{name}Factory")


def _scopes(test: Test) -> Iterator[Scope]:
    """The test, its set-up methods, its fixtures, and the methods of the class that these call."""
    first = [test.scope, *(item.body_scope for item in closure(test))]
    first += [scope for name in _SET_UPS for scope in _method(test, name)]
    yield from first
    for scope in first:
        for call in scope.calls:
            if isinstance(call.func, ast.Attribute) and is_self(call.func.value):
                yield from _method(test, call.func.attr)


def _method(test: Test, name: str) -> list[Scope]:
    found: Any = test.cls.lineage.method(name) if test.cls is not None else None
    return [found[0].scope_by_node[found[1]]] if found is not None else []
