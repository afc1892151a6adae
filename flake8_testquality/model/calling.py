"""Calling: what a call gives back and what it may change, by what is called."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_testquality.model import environment, patching
from flake8_testquality.model.codec_names import is_known_codec, names_codec
from flake8_testquality.model.container_calls import container_method
from flake8_testquality.model.escape import hang
from flake8_testquality.model.evaluation import evaluate, key_of, union
from flake8_testquality.model.mock_calls import is_own_mock, mock_call, mock_method
from flake8_testquality.model.mocks import MOCK_FACTORIES
from flake8_testquality.model.names import canonical
from flake8_testquality.model.origins import (
    CLOCK,
    CONFIGURED,
    LITERAL,
    OUTSIDE,
    OWN,
    PRODUCT,
    RANDOM,
    STDLIB,
    SUBJECT,
    TIMER,
    UNKNOWN,
    UNORDERED,
    Value,
    is_reading,
)  # fmt: skip
from flake8_testquality.model.own_calls import CASE_API, declares, local_call
from flake8_testquality.model.own_code import of_annotations
from flake8_testquality.model.parts import refresh
from flake8_testquality.model.patching import make_mock
from flake8_testquality.model.scopes import FUNCTIONS
from flake8_testquality.model.stdlib_purity import FILE_METHODS, is_standard, nature
from flake8_testquality.model.transparency import arguments_of, transparent
from flake8_testquality.model.value_sources import LISTERS

if TYPE_CHECKING:
    from flake8_testquality.model.flow import Flow

# Modules whose functions look at what a function is declared to take and give.
_ASKING = ("inspect.", "typing.")
# Results that nothing can change afterwards.
_FROZEN = frozenset(
    [
        "len",
        "str",
        "int",
        "float",
        "bool",
        "repr",
        "isinstance",
        "issubclass",
        "hasattr",
        "sum",
        "any",
        "all",
        "round",
        "abs",
        "ord",
        "chr",
        "format",
        "bytes",
    ]
)
_COPIES = frozenset(
    ["builtins.list", "builtins.tuple", "builtins.dict", "copy.copy", "builtins.iter", "builtins.reversed"]
)
_NAMESPACES = frozenset({"types.SimpleNamespace", "argparse.Namespace"})
# A match is asked for its group, a path hardly ever.
_LOOKING = FILE_METHODS - {"group"}
_LOGGING = frozenset("debug info warning warn error exception critical log addHandler removeHandler setLevel".split())
# What of a test case takes functions or contexts, or says nothing about the code under test.
_CASE_METHODS = CASE_API | frozenset(
    [
        "assertRaises",
        "assertRaisesRegex",
        "assertRaisesRegexp",
        "assertWarns",
        "assertWarnsRegex",
        "assertLogs",
        "assertNoLogs",
    ]
)


def call(flow: Flow, node: ast.Call) -> Value:
    """The value of a call, and its effects on the state."""
    func = node.func
    if isinstance(func, ast.Attribute):
        receiver = evaluate(flow, func.value)
        return _method(flow, node, receiver, func.attr)
    callee = evaluate(flow, func)
    return apply(flow, node, callee, arguments_of(flow, node))


def _method(flow: Flow, node: ast.Call, receiver: Value, name: str) -> Value:
    if receiver.kind == "self" and name in _CASE_METHODS and not declares(flow, name):
        return _case_call(flow, node)
    if is_own_mock(receiver):
        return mock_method(flow, node, receiver, name)
    if receiver.kind in ("mocker", "monkeypatch"):
        return patching.by_fixture(flow, node, receiver, name)
    if receiver.kind == "container":
        return container_method(flow, node, receiver, name, arguments_of(flow, node))
    replaced = flow.patched.get(f"{receiver.name}.{name}") if flow.patched and receiver.kind == "product" else None
    if replaced is None and flow.patched_on.get(f"{receiver.name}().{name}") is receiver:
        replaced = flow.patched.get(f"{receiver.name}().{name}")
    if replaced is not None:
        return apply(flow, node, replaced, arguments_of(flow, node))
    if (put_there := _mock_on_product(flow, node, receiver, name)) is not None:
        return apply(flow, node, put_there, arguments_of(flow, node))
    if receiver.kind in ("imported", "self", "instance", "mock"):
        callee = flow.read(receiver, (".", name), node.func)
        if receiver.kind == "self" and callee.origins & PRODUCT and callee.kind not in ("function", "method", "mock"):
            flow.product_call([receiver])
        return apply(flow, node, callee, arguments_of(flow, node))
    if receiver.kind == "patcher" and name in ("start", "__enter__"):
        return patching.start(flow, receiver)
    if receiver.kind == "patcher" and name in ("stop", "__exit__"):
        patching.stop(flow, [receiver])
    values = [value for _, value in arguments_of(flow, node)]
    if receiver.kind == "logger" and not any(value.origins & PRODUCT for value in values):
        for value in values:
            flow.expose(value)
        return Value(LITERAL, node, frozen=True) if name in _LOGGING else Value(UNKNOWN, node)
    if is_reading(receiver):
        return transparent(flow, node, [receiver, *values])
    if receiver.origins & PRODUCT or any(flow.origins(value) & PRODUCT for value in values):
        flow.product_call([receiver, *values])
        return Value(SUBJECT, node, "product", name=f"{receiver.name}.{name}" if receiver.name else name)
    found = union(flow, node, [receiver, *values], STDLIB, frozen=receiver.frozen)
    found.origins &= ~CONFIGURED
    if not receiver.frozen and values:
        receiver.origins |= found.origins
        hang(flow, receiver, values)
        receiver.bases = (*receiver.bases, *values)[-8:]
    if name in ("encode", "decode") and not is_known_codec(node):
        found.origins |= UNKNOWN
    if any(value.kind == "patcher" for value in values):
        # an exit stack gives back what the patch has put in place
        found.origins |= UNKNOWN
    if name in LISTERS:
        found.origins |= UNORDERED
    if name in _LOOKING:
        found.origins |= OUTSIDE | (0 if receiver.origins & OUTSIDE else UNKNOWN)
    return found


def _mock_on_product(flow: Flow, node: ast.Call, receiver: Value, name: str) -> Value | None:
    """The mock that the test has put on an object of the product in the place of a method."""
    known = receiver.parts.get((".", name)) if receiver.kind == "product" and receiver.parts else None
    if known is None or known.kind != "mock":
        return None
    refresh(flow, receiver)
    return known if receiver.parts and is_own_mock(known) else None


def _case_call(flow: Flow, node: ast.Call) -> Value:
    values = [value for _, value in arguments_of(flow, node)]
    if any(flow.origins(value) & PRODUCT for value in values[1:]):
        # assertRaises(E, function, argument) and the like call what they are given.
        flow.product_call(values)
    return Value(STDLIB, node, bases=tuple(values[:4]))


def apply(flow: Flow, node: ast.Call, callee: Value, arguments: list[tuple[str | None, Value]]) -> Value:
    values = [value for _, value in arguments]
    if is_own_mock(callee):
        return mock_call(flow, node, callee, values)
    if callee.kind in ("function", "method", "class"):
        found = local_call(flow, node, callee, arguments)
        if callee.name.startswith(patching.STANDING_IN):
            flow.stand_ins[found] = callee.name[len(patching.STANDING_IN) :]
        return found
    if callee.kind == "imported" and not callee.origins & SUBJECT:
        return _standard(flow, node, callee, arguments)
    if callee.origins & PRODUCT:
        flow.product_call([*callee.bases, *values])
        found = Value(SUBJECT, node, "product", name=callee.name, home=flow.module)
        if callee.kind == "imported":
            kind = nature(canonical(callee.name))
            found.origins |= CLOCK if kind == "clock" else RANDOM if kind == "random" else 0
        return found
    return transparent(flow, node, [callee, *values])


def _standard(flow: Flow, node: ast.Call, callee: Value, arguments: list[tuple[str | None, Value]]) -> Value:
    name = canonical(callee.name)
    values = [value for _, value in arguments]
    if (put_there := environment.asked(flow, name, node)) is not None:
        return put_there
    if name in MOCK_FACTORIES:
        return make_mock(flow, node, name.rpartition(".")[2], arguments)
    if name == "unittest.mock.patch.stopall":
        patching.stop(flow, list(flow.started))
        return Value(LITERAL, node, frozen=True)
    kind = nature(name)
    if kind == "mock":
        for value in values:
            # Once it is in place, whoever reads the name has it in his hands; who enters it may not be in sight.
            flow.expose(value)
        return Value(STDLIB, node, "patcher", name=name, home=flow.module, bases=tuple(values[:3]))
    if name == "builtins.dict" and arguments and all(word for word, _ in arguments):
        found = union(flow, node, values, OWN)
        found.kind, found.parts, found.closed = "container", {("[", word): value for word, value in arguments}, True
        return found
    if name in _NAMESPACES:
        found = Value(OWN, node, "instance", name=name)
        found.parts = {(".", word): value for word, value in arguments if word}
        for value in values:
            found.origins |= flow.origins(value)
        return found
    if names_codec(node):
        # somebody has registered it, and his code runs wherever text is turned
        flow.product_call(values)
        return Value(UNKNOWN, node, "product", name=name)
    if name in ("builtins.getattr", "builtins.setattr", "builtins.hasattr") and len(values) >= 2:
        return _by_name(flow, node, name, values)
    if kind in ("clock", "timer", "random"):
        flag = {"clock": CLOCK, "timer": TIMER, "random": RANDOM}[kind]
        seeded = name in ("random.Random", "numpy.random.default_rng") and bool(values)
        return union(
            flow, node, values, STDLIB | OUTSIDE | (0 if seeded else flag) | (0 if is_standard(name) else SUBJECT)
        )
    if name == "logging.getLogger":
        return Value(STDLIB | OUTSIDE, node, "logger")
    if kind == "reach":
        flow.product_call(values)
        return Value(UNKNOWN, node, "product", name=name)
    if kind in ("outside", "listing"):
        for value in values:
            flow.expose(value)
        found = transparent(flow, node, values, STDLIB | OUTSIDE | (UNORDERED if kind == "listing" else 0))
        if flow.epoch and not name.startswith(("builtins.", "tempfile.")):
            # Meanwhile the product may go on in a thread, task or process.
            flow.product_call([])
        known = name.startswith(("tempfile.", "time.sleep", "builtins.print")) or any(
            v.origins & OUTSIDE for v in values
        )
        found.origins |= 0 if known else UNKNOWN
        return found
    if name.startswith("copy.") and any(value.kind in ("function", "method", "class") for value in values):
        # How such a thing is copied can be registered.
        return union(flow, node, values, UNKNOWN)
    if name == "builtins.type" and len(values) == 1 and values[0].kind == "mock":
        # `type(mock).total = PropertyMock()`: what its class is given is not followed
        values[0].origins |= UNKNOWN
    frozen = name.startswith("builtins.") and name[9:] in _FROZEN
    if name in _COPIES and len(values) == 1 and values[0].kind == "container" and not flow.origins(values[0]) & PRODUCT:
        found = union(flow, node, values, OWN)
        found.kind = "container"
        found.parts, found.closed = dict(values[0].parts) if values[0].parts else None, values[0].closed
        return found
    found = transparent(flow, node, values, STDLIB, frozen=frozen)
    if name.startswith(_ASKING):
        for value in values:
            if value.kind == "function" and isinstance(value.node, FUNCTIONS) and value.home is not None:
                found.origins |= of_annotations(value.home, value.node)
    if kind == "sorted":
        found.origins &= ~UNORDERED
    elif kind == "set":
        found.origins |= UNORDERED
    if name in ("builtins.dict", "builtins.list", "builtins.set") and not found.origins & PRODUCT:
        found.kind = "container"
    return found


def _by_name(flow: Flow, node: ast.Call, name: str, values: list[Value]) -> Value:
    key = key_of(node.args[1]) if len(node.args) > 1 else None
    if key is None or not isinstance(key[1], str):
        if name == "builtins.setattr" and values[0].kind == "mock":
            values[0].origins |= UNKNOWN
        return transparent(flow, node, values)
    if name == "builtins.setattr" and len(values) > 2:
        flow.set_part(values[0], (".", key[1]), values[2])
        return Value(LITERAL, node, frozen=True)
    if name == "builtins.hasattr":
        # What a module of the standard library has is the platform's business.
        return transparent(flow, node, values, UNKNOWN if values[0].kind == "imported" else STDLIB, frozen=True)
    found = flow.read(values[0], (".", key[1]), node)
    return union(flow, node, [found, values[2]]) if len(values) > 2 else found
