"""Lookups: the value of a name at a point of a test: in its frames, at the top of its file, among the builtins."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_testquality.model import supplied
from flake8_testquality.model.names import BUILTINS, Binding
from flake8_testquality.model.origins import SUBJECT, UNKNOWN, Value
from flake8_testquality.model.own_code import is_product, origin_of_import
from flake8_testquality.model.top_names import changed_names, rebound_names

if TYPE_CHECKING:
    from flake8_testquality.model.flow import Flow
    from flake8_testquality.model.scopes import Scope


def lookup(flow: Flow, name: str, node: ast.AST) -> Value:
    """The value that a name has here."""
    frames = flow.frames
    scope: Scope | None = flow.scope
    while scope is not None:
        frame = frames.get(scope)
        if frame is not None:
            value = frame.get(name)
            if value is not None:
                since = flow.leaked.get((scope, name), flow.epoch) if flow.leaked else flow.epoch
                return value if since >= flow.epoch else Value(value.origins | SUBJECT, node, bases=(value,))
            if name in flow.waiting and scope is flow.test.scope:
                frame[name] = value = supplied.argument(flow, flow.waiting.pop(name))
                flow.catch_up()
                return value
        scope = scope.parent
    key = (flow.module, name)
    value = flow.globals.get(key)
    if value is not None:
        return value
    found = flow.module.names.lookup(name, flow.scope)
    if found is None:
        known = name in BUILTINS and not flow.module.names.stars
        value = flow.imported(f"builtins.{name}", node) if known else Value(UNKNOWN, node)
        flow.globals[key] = value
        return value
    if found[0] is not flow.module.scope or not found[1]:
        return Value(UNKNOWN, node)
    flow.globals[key] = Value(UNKNOWN, node)
    value = _global(flow, name, found[1], node)
    flow.globals[key] = value
    return value


def _global(flow: Flow, name: str, places: list[Binding], node: ast.AST) -> Value:
    first = places[0]
    if all(place.kind == "import" for place in places):
        worst = next((place.target for place in places if is_product(flow.module, place.target)), first.target)
        # Bound when the file was loaded: a patch of the place it came from does not reach it.
        return Value(origin_of_import(flow.module, worst), node, "imported", name=worst, home=flow.module)
    if len(places) > 1 or name in flow.module.fact(rebound_names):
        return Value(UNKNOWN, first.node)
    if first.kind == "function":
        return flow.function_value(first.node)
    if first.kind == "class":
        return flow.class_value(first.node)  # type: ignore[arg-type]
    if first.value is None:
        return Value(UNKNOWN, first.node)
    value = flow.inside(flow.module, flow.module.scope, {}, first.value)
    is_constant = name.isupper() and not (value.kind == "container" and name in flow.module.fact(changed_names))
    if not (value.frozen or value.kind in ("imported", "function", "class") or is_constant):
        value.origins |= UNKNOWN
    if not value.frozen and value.shared < 0 and value.kind != "imported":
        value.shared = 0
    return value
