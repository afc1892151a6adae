"""Parts: reading and setting the attributes and elements of a value, as far as it keeps them."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_testquality.model import environment, own_calls
from flake8_testquality.model.escape import heirs
from flake8_testquality.model.evaluation import union
from flake8_testquality.model.origins import CONFIGURED, MOCK, PRODUCT, STDLIB, SUBJECT, UNKNOWN, Key, Value
from flake8_testquality.model.own_code import is_plain

if TYPE_CHECKING:
    from flake8_testquality.model.flow import Flow

# What the test holds in its own hands until it gives it away.
HELD = frozenset({"self", "mock", "instance", "container"})
RECORDS = frozenset(
    [
        "called",
        "call_count",
        "call_args",
        "call_args_list",
        "mock_calls",
        "method_calls",
        "await_count",
        "await_args",
        "await_args_list",
    ]
)
_ENTERING = frozenset({"__enter__", "__aenter__", "__exit__", "__aexit__", "__getitem__"})


def read(flow: Flow, base: Value, key: Key, node: ast.AST) -> Value:
    """The attribute or element of a value."""
    if base.kind == "self" and not flow.is_set_up:
        flow.set_up()
    refresh(flow, base)
    known: Value | None = base.parts.get(key) if base.parts else None
    if known is not None and base.origins & PRODUCT and base.kind not in HELD and not _stores(flow, base, key):
        return Value(flow.origins(base), node, bases=(base,))
    if known is not None:
        return _configured(flow, known) if base.origins & CONFIGURED and base.kind != "mock" else known
    if base.kind == "mocker" and key[1] == "patch":
        return Value(STDLIB, node, "mocker", name="mocker.patch")
    if environment.is_environment(base) and key[0] == "[" and (own := environment.read(flow, key, node)) is not None:
        return own
    if base.kind == "imported" and key[0] == ".":
        found = flow.imported(f"{base.name}.{key[1]}", node)
        found.bases = (*found.bases, base) if found.kind == "imported" else found.bases
        return found
    if base.kind == "mock" and not base.origins & SUBJECT:
        return _of_mock(flow, base, key, node)
    if base.kind == "self" and key[0] == "." and not base.origins & SUBJECT:
        return own_calls.instance_attribute(flow, key[1], node)
    if base.kind == "instance" and key[0] == "." and not (base.shared >= 0 and base.origins & SUBJECT):
        declared = own_calls.class_attribute(flow, base, key[1], node)
        if declared is not None:
            return declared
    if base.kind == "product" and base.parts and any(part.kind == "mock" for part in base.parts.values()):
        # a property may call the mock that was put there, and keep what it answers
        base.parts = None
    if base.kind in ("function", "class", "method"):
        # Anyone who can import it can set its attributes.
        is_open = base.kind != "class" or flow.epoch or str(key[1]).startswith("__")
        return Value(base.origins | (UNKNOWN if is_open else 0), node, bases=(base,))
    if base.kind in ("self", "logger"):
        return Value(UNKNOWN, node)
    return Value(flow.origins(base), node, bases=(base,), frozen=base.frozen)


def _of_mock(flow: Flow, base: Value, key: Key, node: ast.AST) -> Value:
    if key[1] in RECORDS and key[0] == ".":
        return Value(MOCK | (SUBJECT if flow.epoch else 0), node, name="record")
    # A spec limits the attributes; what a call answers is a fresh mock all the same.
    if base.name in ("spec", "autospec"):
        flow.touched += 1
    if key[0] == "[" and base.parts and (".", "__getitem__") in base.parts:
        told = base.parts[".", "__getitem__"].parts or {}
        return told.get((".", "return_value")) or Value(UNKNOWN, node)
    is_answer = key == (".", "return_value") and base.name != "wraps"
    # Where something was put on a mock under a name that is not in sight, any of its attributes may be it.
    child = Value(MOCK | base.origins & UNKNOWN, node, "mock", name="answer" if is_answer else base.name or "attribute")
    child.shared = base.shared
    if _is_special(key):
        child.bases = (base,)
    base.keep(key, child)
    return child


def _is_special(key: Key) -> bool:
    """Whether Python itself calls what stands under a name: for an operator, a block, a loop."""
    return isinstance(key[1], str) and key[1].startswith("__") and key[1].endswith("__")


def refresh(flow: Flow, base: Value) -> None:
    """Forget what the product may have changed since."""
    if 0 <= base.shared < flow.epoch and not base.frozen:
        base.origins |= SUBJECT
        base.parts, base.closed = None, False
        base.shared = flow.epoch
    elif base.epoch != flow.epoch and base.origins & PRODUCT and base.kind not in HELD:
        base.parts = None
    base.epoch = flow.epoch


def set_part(flow: Flow, base: Value, key: Key, value: Value) -> None:
    """`base.x = value` or `base["k"] = value`."""
    if base.kind == "self" and not flow.is_set_up:
        flow.set_up()
    refresh(flow, base)
    if environment.is_environment(base):
        environment.write(flow, key[1], value)
        return
    if base.kind == "imported" and flow.patched:
        # what is put there now is no longer what a patch had put there
        flow.patched.pop(f"{base.name}.{key[1]}", None)
    if base.origins & PRODUCT and base.kind not in HELD:
        # A setter is code of the product: it matters as soon as that could change something of the test's.
        matters = bool(flow.leaked) or bool(base.parts) or flow.exposed_at == flow.epoch
        flow.expose(value)
        if matters and not _stores(flow, base, key):
            flow.epoch += 1
            return
    elif not base.kind or base.kind == "logger":
        # An object of the standard library may make something else of what is set on it.
        flow.forget(base, [value])
        return
    elif base.kind in ("imported", "function", "class", "method"):
        flow.expose(value)
        base.origins |= UNKNOWN
        if base.kind == "class" and value.origins & PRODUCT:
            for heir in heirs(flow, base):
                flow.expose(heir)
            flow.epoch += 1
        return
    else:
        base.origins |= flow.origins(value) if base.kind not in ("self", "mock") else 0
        if base.shared >= 0:
            flow.expose(value)
    if base.kind == "mock":
        if base.bases and flow.origins(value) & PRODUCT:
            # what an operator makes of the mock is then the code's
            base.bases[0].origins |= UNKNOWN
        elif _is_special(key) and key[1] not in _ENTERING and value.kind in ("mock", "function"):
            base.origins |= UNKNOWN
        value = _configured(flow, value)
    before = base.parts.get(key) if base.parts else None
    value = flow.governed_value(value)
    if flow.conditional and before is not None:
        value = union(flow, value.node or flow.test.node, [before, value])
    base.keep(key, value)


def replace(flow: Flow, base: Value, key: Key, value: Value) -> None:
    """A patch puts a mock on an object at hand."""
    refresh(flow, base)
    base.keep(key, value)


def _configured(flow: Flow, value: Value) -> Value:
    if value.kind == "mock" or value.origins & CONFIGURED:
        return value
    found = Value(
        value.origins | CONFIGURED, value.node, value.kind, bases=(value,), frozen=value.frozen, home=value.home
    )
    found.parts, found.closed = value.parts, value.closed
    return found


def _stores(flow: Flow, base: Value, key: Key) -> bool:
    """Whether an object of the product surely keeps what is set on it."""
    if key[0] != "." or base.kind != "product" or base.home is None:
        return False
    found = base.home.find(base.name)
    return found is not None and isinstance(found[1], ast.ClassDef) and is_plain(found[0], found[1], key[1])
