"""The environment of the process, as far as a test writes variables there itself and reads them back."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_testquality.model.calls import argument
from flake8_testquality.model.origins import Key, Value

if TYPE_CHECKING:
    from flake8_testquality.model.flow import Flow

_READERS = frozenset({"os.getenv", "os.environ.get"})


def is_environment(base: Value) -> bool:
    """Whether a value is `os.environ`."""
    return base.kind == "imported" and base.name == "os.environ"


def write(flow: Flow, key: object, value: Value) -> None:
    """The test puts a variable there, or takes it away and leaves nothing that is known of it."""
    if isinstance(key, str) and not flow.conditional:
        flow.environment[key] = flow.epoch, value
    else:
        flow.environment.clear()


def read(flow: Flow, key: Key, node: ast.AST) -> Value | None:
    """The value that the test put there, if no code that could be the product's has run since."""
    known = flow.environment.get(key[1]) if isinstance(key[1], str) else None
    if known is None or known[0] != flow.epoch or flow.is_governed:
        return None
    # equal to what was written, but another object
    return Value(flow.origins(known[1]), node, bases=(known[1],))


def asked(flow: Flow, name: str, call: ast.Call) -> Value | None:
    """What `os.getenv("KEY")` and `os.environ.get("KEY")` give of what the test put there; other methods change it."""
    key = call.args[0] if call.args else None
    if name in _READERS:
        return read(flow, ("[", key.value), call) if isinstance(key, ast.Constant) else None
    if name.startswith("os.environ."):
        flow.environment.clear()
    return None


def write_all(flow: Flow, call: ast.Call) -> None:
    """`patch.dict(os.environ, {"KEY": "x"}, OTHER="y")`: what is written out is put there."""
    if not call.args or not is_environment(flow.value_of(call.args[0])):
        return
    values, clear = argument(call, 1, "values"), argument(call, 2, "clear")
    if clear is not None and not (isinstance(clear, ast.Constant) and not clear.value):
        flow.environment.clear()
    if isinstance(values, ast.Dict):
        for key, value in zip(values.keys, values.values, strict=True):
            write(flow, getattr(key, "value", None), flow.value_of(value))
    elif values is not None:
        flow.environment.clear()
    for word in call.keywords:
        if word.arg not in ("values", "clear"):
            write(flow, word.arg, flow.value_of(word.value))
