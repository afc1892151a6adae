"""Evaluation: the value of an expression in the state that a test's statements have led to."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.names import target_names
from flake8_testquality.model.origins import (
    CLOCK,
    ELAPSED,
    LITERAL,
    OWN,
    PRODUCT,
    TIMER,
    UNKNOWN,
    UNORDERED,
    Key,
    Value,
    is_reading,
)  # fmt: skip

if TYPE_CHECKING:
    from flake8_testquality.model.flow import Flow

MAX_DEPTH = 60
# What a comparison or a size no longer shows.
ORDER = UNORDERED


def evaluate(flow: Flow, node: ast.expr | None) -> Value:
    """The value of an expression, its effects on the state included."""
    if node is None:
        return Value(LITERAL, frozen=True)
    if not flow.step() or flow.depth > MAX_DEPTH:
        flow.overflow = True
        return Value(UNKNOWN, node)
    flow.depth += 1
    value = _EVALUATORS.get(node.__class__, _unknown)(flow, node)
    flow.depth -= 1
    if value.origins & PRODUCT:
        flow.touched += 1
    return value


def union(flow: Flow, node: ast.AST, values: list[Value], origins: int = 0, *, frozen: bool = False) -> Value:
    """A new value made from others."""
    bases = []
    mutable = 0
    for value in values:
        origins |= flow.origins(value)
        mutable += not value.frozen
        bases.append(value)
    if len(bases) > 8:
        bases.sort(key=_is_frozen)
        origins |= UNKNOWN if mutable > 8 and not frozen else 0
        bases = bases[:8]
    return Value(origins, node, bases=tuple(bases), frozen=frozen)


def _is_frozen(value: Value) -> bool:
    return value.frozen


def key_of(node: ast.expr) -> Key | None:
    """The key that a constant subscript stands for."""
    if isinstance(node, ast.Constant):
        return ("[", node.value)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) and isinstance(node.operand, ast.Constant):
        number = node.operand.value
        return ("[", -number) if isinstance(number, int | float) else None
    return None


def _unknown(flow: Flow, node: Any) -> Value:
    return Value(UNKNOWN, node)


def _constant(flow: Flow, node: ast.Constant) -> Value:
    return Value(LITERAL, node, frozen=True)


def _name(flow: Flow, node: ast.Name) -> Value:
    return flow.lookup(node.id, node)


def _joined(flow: Flow, node: ast.JoinedStr) -> Value:
    parts = [evaluate(flow, part.value) for part in node.values if isinstance(part, ast.FormattedValue)]
    return union(flow, node, parts, LITERAL, frozen=True)


def _sequence(flow: Flow, node: ast.List | ast.Tuple | ast.Set) -> Value:
    items = [evaluate(flow, item.value if isinstance(item, ast.Starred) else item) for item in node.elts]
    found = Value(LITERAL if not items else OWN, node, "container")
    for item in items:
        found.origins |= flow.origins(item)
    if isinstance(node, ast.Set):
        found.origins |= UNORDERED
    starred = any(isinstance(item, ast.Starred) for item in node.elts)
    if isinstance(node, ast.Set) or starred or len(items) > 60:
        return _opaque(found, items)
    found.parts = {("[", index): item for index, item in enumerate(items)}
    found.closed = True
    found.frozen = isinstance(node, ast.Tuple) and all(item.frozen for item in items)
    return found


def _opaque(found: Value, items: list[Value]) -> Value:
    """A container whose elements are not told apart."""
    found.bases = tuple(sorted(items, key=_is_frozen))[:8]
    if sum(not item.frozen for item in items) > 8:
        found.origins |= UNKNOWN
    return found


def _dict(flow: Flow, node: ast.Dict) -> Value:
    found = Value(LITERAL if not node.keys else OWN, node, "container")
    parts: dict[Key, Value] | None = {}
    items = []
    for key, item in zip(node.keys, node.values, strict=True):
        value = evaluate(flow, item)
        items.append(value)
        found.origins |= flow.origins(value)
        known = key_of(key) if key is not None else None
        if key is None and value.kind == "container" and value.closed and value.parts is not None and parts is not None:
            parts.update(value.parts)
        elif known is None:
            if key is not None:
                items.append(evaluate(flow, key))
                found.origins |= flow.origins(items[-1])
            parts = None
        elif parts is not None:
            parts[known] = value
    if parts is None or len(items) > 60:
        return _opaque(found, items)
    found.parts, found.closed = parts, True
    return found


def _attribute(flow: Flow, node: ast.Attribute) -> Value:
    return flow.read(evaluate(flow, node.value), (".", node.attr), node)


def _subscript(flow: Flow, node: ast.Subscript) -> Value:
    base = evaluate(flow, node.value)
    key = key_of(node.slice)
    if key is not None:
        return flow.read(base, key, node)
    index = evaluate(flow, node.slice)
    return union(flow, node, [base, index])


def _slice(flow: Flow, node: ast.Slice) -> Value:
    return union(flow, node, [evaluate(flow, part) for part in (node.lower, node.upper, node.step) if part is not None])


def _binary(flow: Flow, node: ast.BinOp) -> Value:
    # A long sum leans to the left: its spine is walked in a loop.
    spine: list[ast.BinOp] = []
    left: ast.expr = node
    while isinstance(left, ast.BinOp):
        spine.append(left)
        left = left.left
    value = evaluate(flow, left)
    for part in reversed(spine):
        right = evaluate(flow, part.right)
        flow.step()
        left_value = value
        first, second = flow.origins(value), flow.origins(right)
        measured = isinstance(part.op, ast.Sub) and first & (CLOCK | TIMER) and second & (CLOCK | TIMER)
        value = union(flow, part, [value, right], OWN if not (first | second) & ~LITERAL else 0)
        if measured:
            value.origins = value.origins & ~(CLOCK | TIMER) | ELAPSED
        if any(flow.origins(item) & PRODUCT and not is_reading(item) for item in (left_value, right)):
            flow.product_call([item for item in (left_value, right) if item.kind or not is_reading(item)])
    return value


def _unary(flow: Flow, node: ast.UnaryOp) -> Value:
    value = union(flow, node, [evaluate(flow, node.operand)])
    value.frozen = isinstance(node.op, ast.Not)
    return value


def _boolean(flow: Flow, node: ast.BoolOp) -> Value:
    return union(flow, node, [evaluate(flow, part) for part in node.values])


def _compare(flow: Flow, node: ast.Compare) -> Value:
    operands = [evaluate(flow, part) for part in (node.left, *node.comparators)]
    value = union(flow, node, operands, frozen=True)
    value.origins &= ~ORDER
    return value


def _choice(flow: Flow, node: ast.IfExp) -> Value:
    return union(flow, node, [evaluate(flow, part) for part in (node.test, node.body, node.orelse)])


def _await(flow: Flow, node: ast.Await) -> Value:
    return evaluate(flow, node.value)


def _starred(flow: Flow, node: ast.Starred) -> Value:
    return evaluate(flow, node.value)


def _named(flow: Flow, node: ast.NamedExpr) -> Value:
    value = evaluate(flow, node.value)
    flow.bind(node.target, value)
    return value


def _comprehension(flow: Flow, node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp) -> Value:
    frame = flow.frame
    bound = [name for generator in node.generators for name in target_names(generator.target)]
    saved = {name: frame.get(name) for name in bound}
    sources = []
    for generator in node.generators:
        source = evaluate(flow, generator.iter)
        sources.append(source)
        flow.bind(generator.target, flow.element(source, generator.iter))
        sources.extend(evaluate(flow, test) for test in generator.ifs)
    made = [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]
    items = [evaluate(flow, part) for part in made]
    for name, before in saved.items():
        if before is None:
            frame.pop(name, None)
        else:
            frame[name] = before
    value = union(flow, node, [*items, *sources], OWN)
    value.kind = "container"
    if isinstance(node, ast.SetComp):
        value.origins |= UNORDERED
    return value


def _lambda(flow: Flow, node: ast.Lambda) -> Value:
    return flow.function_value(node)


def _call(flow: Flow, node: ast.Call) -> Value:
    return flow.call(node)


def _yield(flow: Flow, node: ast.Yield | ast.YieldFrom) -> Value:
    value = evaluate(flow, node.value)
    if flow.yields:
        flow.returned, flow.suspended = value, True
        return value
    # What comes back, and what happens meanwhile, is the caller's business.
    flow.product_call([])
    return Value(UNKNOWN, node)


_EVALUATORS: dict[type[ast.AST], Callable[[Flow, Any], Value]] = {
    ast.Constant: _constant,
    ast.Name: _name,
    ast.JoinedStr: _joined,
    ast.List: _sequence,
    ast.Tuple: _sequence,
    ast.Set: _sequence,
    ast.Dict: _dict,
    ast.Attribute: _attribute,
    ast.Subscript: _subscript,
    ast.Slice: _slice,
    ast.BinOp: _binary,
    ast.UnaryOp: _unary,
    ast.BoolOp: _boolean,
    ast.Compare: _compare,
    ast.IfExp: _choice,
    ast.Await: _await,
    ast.Starred: _starred,
    ast.NamedExpr: _named,
    ast.ListComp: _comprehension,
    ast.SetComp: _comprehension,
    ast.GeneratorExp: _comprehension,
    ast.DictComp: _comprehension,
    ast.Lambda: _lambda,
    ast.Call: _call,
    ast.Yield: _yield,
    ast.YieldFrom: _yield,
}
