"""Container calls: what the methods of the test's own lists and dicts give, and how they change them."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_testquality.model.evaluation import evaluate, key_of, union
from flake8_testquality.model.origins import LITERAL, PRODUCT, SUBJECT, UNKNOWN, Value
from flake8_testquality.model.transparency import transparent

if TYPE_CHECKING:
    from flake8_testquality.model.flow import Flow

_MUTATORS = frozenset(
    [
        "append",
        "add",
        "insert",
        "extend",
        "update",
        "setdefault",
        "pop",
        "popitem",
        "clear",
        "remove",
        "discard",
        "sort",
        "reverse",
    ]
)


def set_item(flow: Flow, target: ast.Subscript, value: Value) -> None:
    """`base[key] = value`."""
    base = evaluate(flow, target.value)
    key = key_of(target.slice)
    if key is not None:
        flow.set_part(base, key, value)
        return
    index = evaluate(flow, target.slice)
    if base.origins & PRODUCT and base.kind not in ("container", "self", "instance"):
        flow.product_call([base, index, value])
        return
    forget(flow, base, [index, value])


def forget(flow: Flow, base: Value, added: list[Value]) -> None:
    """Something in a value of the test has changed: its parts are no longer told apart."""
    merged = union(flow, base.node or flow.test.node, [Value(flow.origins(base), base.node), *added])
    parts = [part for part in (base.parts or {}).values() if not part.frozen]
    base.origins |= merged.origins | (SUBJECT if flow.is_governed else 0)
    base.bases = (*base.bases, *(item for item in added if not item.frozen), *parts)
    if len(base.bases) > 16:
        base.origins |= UNKNOWN
        base.bases = ()
    base.parts, base.closed = None, False
    if base.shared >= 0:
        for value in added:
            flow.share(value)


def container_method(
    flow: Flow, node: ast.Call, receiver: Value, name: str, arguments: list[tuple[str | None, Value]]
) -> Value:
    values = [value for _, value in arguments]
    flow.read(receiver, (".", name), node)
    if receiver.origins & PRODUCT and receiver.shared >= 0:
        flow.product_call([receiver, *values])
        return Value(SUBJECT, node, "product", name=name)
    key = key_of(node.args[0]) if node.args else None
    if (
        name in ("get", "pop", "setdefault", "__getitem__")
        and key is not None
        and receiver.closed
        and receiver.parts is not None
    ):
        known = receiver.parts.get(key)
        if known is not None:
            if name == "pop":
                receiver.parts.pop(key)
            return known
        return values[1] if len(values) > 1 else Value(LITERAL, node, frozen=True)
    follows = receiver.closed and receiver.parts is not None and not flow.conditional and not flow.is_governed
    if name == "append" and follows and receiver.parts is not None and len(values) == 1:
        receiver.parts[("[", len(receiver.parts))] = values[0]
        receiver.origins |= flow.origins(values[0])
        return Value(LITERAL, node, frozen=True)
    if name in _MUTATORS:
        forget(flow, receiver, values)
    found = transparent(flow, node, [receiver, *values], 0)
    if name in ("copy", "values", "keys", "items", "union", "intersection", "difference"):
        found.kind = "container"
    return found
