"""Escape: what other code can get at and change, once it has been given a value or a function that captures it."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.classes import lineage
from flake8_testquality.model.origins import PRODUCT, UNKNOWN, Origin, Value
from flake8_testquality.model.own_calls import of_instance
from flake8_testquality.model.own_code import reach
from flake8_testquality.model.scopes import Scope, descend

if TYPE_CHECKING:
    from flake8_testquality.model.flow import Flow

# How many values are asked where something was read from.
_NEAR = 8


def reach_of(flow: Flow, value: Value) -> tuple[Origin, list[tuple[Scope, str]]]:
    """The product origins that a function or class of the test file brings, and the local names that it captures."""
    node: Any = value.node
    home = value.home or flow.module
    origins: Origin = 0
    names: set[str]
    if isinstance(node, ast.Lambda):
        own = {arg.arg for arg in ast.walk(node.args) if isinstance(arg, ast.arg)}
        names = {part.id for part in descend(node.body) if isinstance(part, ast.Name)} - own
        of_self: frozenset[str] = frozenset()
    else:
        found = reach(home, node)
        origins, names, of_self = found.origins, set(found.captured), found.of_self
    captured: list[tuple[Scope, str]] = []
    here = flow.scope if isinstance(node, ast.Lambda) else home.scope_by_node[node].parent or flow.scope
    for name in names:
        flow.step()
        if name in flow.waiting and flow.test.scope in here.chain():
            _settle(flow, name)
        where = next((scope for scope in here.chain() if name in flow.frames.get(scope, ())), None)
        if where is not None:
            captured.append((where, name))
            known = flow.frames[where][name]
            origins |= (flow.origins(known) if isinstance(node, ast.Lambda) else known.origins) & PRODUCT
            if known.kind == "self" and isinstance(node, ast.Lambda):
                of_self = frozenset(
                    part.attr
                    for part in descend(node.body)
                    if isinstance(part, ast.Attribute) and isinstance(part.value, ast.Name) and part.value.id == name
                )
        elif isinstance(node, ast.Lambda):
            origins |= flow.lookup(name, node).origins & PRODUCT
        else:
            # Bound later on: by then the function may have been given away.
            captured.append((here, name))
    if of_self and (value.kind == "method" or names & {"self", "cls"}):
        origins |= of_instance(flow, of_self)
    return origins & PRODUCT, captured


def _settle(flow: Flow, name: str) -> None:
    """See what a fixture gives the test before its body reads it: a function that captures it has it from the start."""
    scope = flow.test.scope
    flow.at(flow.test.module, scope, flow.frames[scope], lambda: flow.lookup(name, scope.node))


def expose(flow: Flow, value: Value, *, handed: bool = False) -> None:
    """Other code may get at a value and at all that hangs on it; handed: a call of the product was given it."""
    pending = [value]
    while pending:
        item = pending.pop()
        flow.step()
        known = item.frozen or item.shared >= 0
        if known and (item.handed or not handed) and (not item.frozen or item.handed):
            continue
        if handed and not item.handed:
            item.handed = flow.steps
        if not item.frozen and item.shared < 0:
            item.shared = flow.exposed_at = flow.epoch
        elif known and not handed:
            continue
        pending.extend(item.parts.values() if item.parts else ())
        pending.extend(item.bases)
        if item.kind in ("function", "class", "method") and item.node is not None:
            pending.extend(leak(flow, reach_of(flow, item)[1]))
            if item.kind == "class" and handed:
                pending.extend(heirs(flow, item))
            if item.kind == "method" and not item.bases:
                pending.append(flow.instance)


def heirs(flow: Flow, cls: Value) -> list[Value]:
    """The subclasses and objects of a class that the test has so far: what is set on the class answers for them too."""
    return [
        value
        for value in flow.frames[flow.test.scope].values()
        if value is not cls
        and value.kind in ("class", "instance")
        and isinstance(value.node, ast.ClassDef)
        and any(node is cls.node for _, node in lineage(value.home or flow.module, value.node).classes)
    ]


def hang(flow: Flow, value: Value, added: list[Value]) -> None:
    """Objects of the test have other values in them from now on: those that a changed value was read from."""
    pending = list(value.bases)
    for item in pending:
        if item.frozen or item.kind not in ("", "instance"):
            continue
        if len(pending) < _NEAR:
            pending.extend(base for base in item.bases if base not in pending)
        if item.kind == "instance":
            item.bases = (*item.bases, *added)
            if len(item.bases) > 16:
                item.origins |= UNKNOWN
                item.bases = ()
            if item.shared >= 0:
                for part in added:
                    flow.share(part)


def leak(flow: Flow, captured: list[tuple[Scope, str]]) -> list[Value]:
    """What a function captures may be read and changed by whoever calls it; gives the values of these names."""
    found = []
    for where, name in captured:
        flow.leaked.setdefault((where, name), flow.epoch)
        value = flow.frames[where].get(name) if where in flow.frames else None
        if value is not None:
            found.append(value)
    return found
