"""Mock calls: what a mock answers, and what is put on it."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_testquality.model.assertions import MOCK as MOCK_CHECKS
from flake8_testquality.model.evaluation import key_of, union
from flake8_testquality.model.origins import CONFIGURED, LITERAL, PRODUCT, SUBJECT, UNKNOWN, Value
from flake8_testquality.model.parts import refresh
from flake8_testquality.model.patching import configure
from flake8_testquality.model.transparency import arguments_of

if TYPE_CHECKING:
    from flake8_testquality.model.flow import Flow


def is_own_mock(value: Value) -> bool:
    """Whether a mock answers as the test has told it to: nobody else had it, or it was told afterwards."""
    return value.kind == "mock" and (not value.origins & SUBJECT or bool(value.parts))


def entered(flow: Flow, node: ast.AST, mock: Value) -> Value:
    """What `with mock as name` binds: what its `__enter__` was told to answer, or the mock."""
    refresh(flow, mock)
    parts = mock.parts or {}
    method = parts.get((".", "__enter__")) or parts.get((".", "__aenter__"))
    if method is None:
        return mock
    told = method.parts.get((".", "return_value")) if method.kind == "mock" and method.parts else None
    return told or Value(UNKNOWN, node)


def mock_method(flow: Flow, node: ast.Call, receiver: Value, name: str) -> Value:
    if name in MOCK_CHECKS or name in ("assert_has_calls", "mock_add_spec"):
        arguments_of(flow, node)
        return Value(LITERAL, node, frozen=True)
    if name == "configure_mock":
        for word, value in arguments_of(flow, node):
            if word:
                configure(flow, receiver, word, value, node)
        return Value(LITERAL, node, frozen=True)
    if name in ("reset_mock", "attach_mock"):
        given = arguments_of(flow, node)
        if name == "attach_mock":
            receiver.parts = None
            key = key_of(node.args[1]) if len(node.args) > 1 else None
            if key is not None:
                flow.set_part(receiver, (".", key[1]), given[0][1])
            else:
                receiver.origins |= UNKNOWN
        return Value(LITERAL, node, frozen=True)
    callee = flow.read(receiver, (".", name), node.func)
    return flow.apply(node, callee, arguments_of(flow, node))


def mock_call(flow: Flow, node: ast.Call, callee: Value, values: list[Value]) -> Value:
    if callee.name in ("spec", "autospec"):
        # the code that it is modelled on decides which calls raise
        flow.touched += 1
    asks_product = _asks_product(callee)
    found = _answer(flow, node, callee, values)
    target = next((name for name, mock in flow.patched.items() if mock is callee), None) if flow.patched else None
    if target is not None and not asks_product and not _is_the_mock(flow, node.func, callee):
        flow.answers[found] = (target, callee)
    return found


def _asks_product(mock: Value) -> bool:
    """Whether a mock hands its calls to a function of the product, as with `wraps`: `side_effect=Cart.total`."""
    effect = (mock.parts or {}).get((".", "side_effect"))
    if effect is None or effect.kind != "imported" or not effect.origins & PRODUCT:
        return False
    return not effect.name.rpartition(".")[2].lstrip("_")[:1].isupper()


def _is_the_mock(flow: Flow, func: ast.expr, callee: Value) -> bool:
    """Whether a mock is called by its own name and not by the name that it stands for."""
    if not isinstance(func, ast.Name) or flow.frame.get(func.id) is not callee:
        return False
    places = flow.module.bindings(flow.scope).get(func.id, ())
    return not any(place.kind == "import" for place in places)


def _answer(flow: Flow, node: ast.Call, callee: Value, values: list[Value]) -> Value:
    parts = callee.parts or {}
    effect = parts.get((".", "side_effect"))
    if effect is not None and not (isinstance(effect.node, ast.Constant) and effect.node.value is None):
        if effect.kind in ("function", "method", "imported") or effect.origins & PRODUCT:
            # The answer is a function's, not the mock's.
            function = effect.bases[0] if effect.bases and effect.origins & CONFIGURED else effect
            return flow.apply(node, function, [(None, value) for value in values])
        return union(flow, node, [effect], CONFIGURED)
    known = parts.get((".", "return_value"))
    if known is not None:
        return known
    return flow.read(callee, (".", "return_value"), node)
