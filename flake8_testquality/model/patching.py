"""Patching: the mocks of a test, and what stands replaced while its patches are in force."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_testquality.model import environment
from flake8_testquality.model.mocks import MOCK_FACTORIES
from flake8_testquality.model.origins import LITERAL, MOCK, OWN, PRODUCT, STDLIB, UNKNOWN, Value

if TYPE_CHECKING:
    from flake8_testquality.model.flow import Flow

Arguments = list[tuple[str | None, Value]]
_NOT_SET = frozenset(
    {"spec", "spec_set", "wraps", "name", "unsafe", "instance", "new", "autospec", "create", "new_callable"}
)
# How a function of the test's own is named that stands for another one.
STANDING_IN = "patched "


def make_mock(flow: Flow, node: ast.AST, factory: str, arguments: Arguments) -> Value:
    """A mock as its factory makes it, with what the keywords put on it; its name says how it was made."""
    words = {word for word, _ in arguments}
    positional = [value for word, value in arguments if word is None]
    style = "wraps" if "wraps" in words else "autospec" if factory == "create_autospec" or "autospec" in words else ""
    if not style and (words & {"spec", "spec_set", "new_callable"} or positional):
        style = "spec"
    found = Value(MOCK, node, "mock", name=style)
    if style == "wraps":
        found.origins |= UNKNOWN
    for word, value in arguments:
        if word == "":
            found.origins |= UNKNOWN
        elif word and word not in _NOT_SET:
            configure(flow, found, word, value, node)
    return found


def configure(flow: Flow, mock: Value, dotted: str, value: Value, node: ast.AST) -> None:
    """`Mock(**{"get.return_value": 5})`: put a value on a mock under a dotted name."""
    *path, last = dotted.split(".")
    for name in path:
        mock = flow.read(mock, (".", name), node)
    flow.set_part(mock, (".", last), value)


def patch_mock(flow: Flow, call: ast.Call, name: str, position: int = 1) -> Value:
    """What a call of patch puts in place: the given object or a mock of its own."""
    new = call.args[position] if len(call.args) > position else None
    arguments: Arguments = []
    for item in call.keywords:
        value = flow.value_of(item.value)
        if item.arg == "new":
            new = item.value
        arguments.append((item.arg or "", value))
    if new is not None:
        value = flow.value_of(new)
        if value.kind == "mock":
            value.shared = max(value.shared, flow.epoch) if value.shared < 0 else value.shared
            return value
        flow.expose(value)
        return Value(value.origins, call, "replacement", bases=(value,)) if value.kind != "container" else value
    mock = make_mock(flow, call, "MagicMock", arguments)
    mock.shared = flow.epoch
    return mock


def target_of(flow: Flow, call: ast.Call, name: str) -> str:
    """The dotted name that a call of patch or patch.object replaces; empty where it is not in sight."""
    first = call.args[0] if call.args else None
    if first is None:
        return ""
    if not name.endswith("patch.object"):
        return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else ""
    second = call.args[1] if len(call.args) > 1 else None
    owner = flow.value_of(first)
    if not isinstance(second, ast.Constant) or owner.kind != "imported" or not owner.name:
        return ""
    return f"{owner.name}.{second.value!s}"


def activate(flow: Flow, patcher: Value) -> Value:
    """Put in place what a patcher replaces, and give what `with patch(...) as x` binds."""
    call: Any = patcher.node
    name = patcher.name
    if name.endswith("patch.dict"):
        environment.write_all(flow, call)
    if name.endswith("patch.dict") or name.endswith("patch.multiple"):
        return Value(UNKNOWN, call)
    is_object = name.endswith("patch.object")
    mock = patch_mock(flow, call, name, 2 if is_object else 1)
    target = target_of(flow, call, name)
    if target:
        put(flow, target, mock)
    elif is_object and len(call.args) > 1 and isinstance(call.args[1], ast.Constant):
        owner = flow.value_of(call.args[0])
        if owner.origins & PRODUCT and owner.kind in ("", "product"):
            # the brackets tell the object from its class, whose other objects keep theirs
            target = f"{owner.name}().{call.args[1].value!s}"
            flow.patched_on[target] = owner
            put(flow, target, mock)
        elif owner.kind in ("instance", "self") or owner.origins & PRODUCT:
            flow.replace(owner, (".", call.args[1].value), mock)
    return mock


def start(flow: Flow, patcher: Value) -> Value:
    """`patcher.start()`: what it replaces stays so until the same patcher is stopped."""
    before = dict(flow.patched)
    mock = activate(flow, patcher)
    flow.started[patcher] = [target for target, value in flow.patched.items() if before.get(target) is not value]
    return mock


def stop(flow: Flow, patchers: list[Value]) -> None:
    """`patcher.stop()`, `patch.stopall()`, `monkeypatch.undo()`: the names stand for the code again."""
    for patcher in patchers:
        for target in flow.started.pop(patcher, ()):
            remove(flow, target)


def put(flow: Flow, target: str, mock: Value) -> None:
    """A dotted name now stands for a mock, wherever it is read through its module or class."""
    if mock.kind == "replacement":
        given = mock.bases[0]
        if given.origins & PRODUCT:
            # whoever reads the name runs it from now on, the standard library too
            flow.patched[target] = given
            flow.product_call([given])
            return
        if given.kind not in ("function", "mock"):
            flow.patched.pop(target, None)
            return
        mock = Value(OWN, given.node, given.kind, home=given.home, name=STANDING_IN + target)
    flow.patched[target] = mock
    flow.replaced.add(target)


def remove(flow: Flow, target: str) -> None:
    """A patch has ended."""
    flow.patched.pop(target, None)


def by_fixture(flow: Flow, call: ast.Call, receiver: Value, name: str) -> Value:
    """A call of pytest-mock's `mocker` or of `monkeypatch`."""
    if receiver.kind == "monkeypatch":
        if name == "setattr":
            _set_attribute(flow, call, receiver)
        elif name in ("setenv", "delenv") and call.args:
            key = getattr(call.args[0], "value", None)
            is_set = name == "setenv" and len(call.args) == 2 and not call.keywords
            values = [flow.value_of(item) for item in call.args]
            environment.write(flow, key, values[1] if is_set else Value(UNKNOWN, call))
        elif name == "undo":
            stop(flow, [receiver])
            flow.environment.clear()
            # and what it had set on objects is forgotten
            flow.product_call([])
        else:
            for item in call.args:
                flow.value_of(item)
        return Value(LITERAL, call, frozen=True)
    if name in ("patch", "object") and (name == "patch" or receiver.name == "mocker.patch"):
        dotted = "unittest.mock.patch" if name == "patch" else "unittest.mock.patch.object"
        return activate(flow, Value(STDLIB, call, "patcher", name=dotted, home=flow.module))
    arguments: Arguments = [(None, flow.value_of(item)) for item in call.args]
    arguments += [(item.arg or "", flow.value_of(item.value)) for item in call.keywords]
    if f"unittest.mock.{name}" in MOCK_FACTORIES or name in ("stub", "async_stub"):
        return make_mock(flow, call, name, [] if name.endswith("stub") else arguments)
    return Value(UNKNOWN, call)


def _set_attribute(flow: Flow, call: ast.Call, monkeypatch: Value) -> None:
    values = [flow.value_of(item) for item in call.args]
    first = call.args[0] if call.args else None
    target = ""
    if len(values) == 2 and isinstance(first, ast.Constant):
        target = str(first.value)
    elif len(values) == 3 and isinstance(call.args[1], ast.Constant):
        if values[0].kind == "imported":
            target = f"{values[0].name}.{call.args[1].value!s}"
        else:
            flow.set_part(values[0], (".", call.args[1].value), values[2])
            return
    if target:
        mock = values[-1]
        flow.expose(mock)
        put(flow, target, mock if mock.kind == "mock" else Value(mock.origins, call, "replacement", bases=(mock,)))
        flow.started.setdefault(monkeypatch, []).append(target)
