"""Inlining: a small function of the test file is followed with its arguments, three calls deep."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.origins import LITERAL, OWN, Key, Value

if TYPE_CHECKING:
    from flake8_testquality.model.flow import Flow

MAX_STATEMENTS = 8
MAX_CALLS = 3
_SIMPLE = (ast.Assign, ast.AnnAssign, ast.AugAssign, ast.Expr, ast.Assert, ast.Pass, ast.Return)


def inlined(flow: Flow, call: ast.Call, callee: Value, arguments: list[tuple[str | None, Value]]) -> Value | None:
    """The result of a call of a local function by following its body; None where it is not that simple."""
    node: Any = callee.node
    home = callee.home or flow.module
    if node in flow.active or flow.calls_deep >= MAX_CALLS:
        return None
    is_lambda = isinstance(node, ast.Lambda)
    if not is_lambda and not _is_simple(node):
        return None
    frame = _bound(flow, call, callee, node, arguments)
    if frame is None:
        return None
    flow.active.add(node)
    flow.calls_deep += 1
    result = _follow_lambda(flow, node, frame) if is_lambda else _follow(flow, home, node, frame)
    flow.calls_deep -= 1
    flow.active.discard(node)
    return result


def _is_simple(node: Any) -> bool:
    body = node.body
    if node.decorator_list or len(body) > MAX_STATEMENTS or not all(isinstance(item, _SIMPLE) for item in body):
        return False
    if any(isinstance(item, ast.Return) for item in body[:-1]):
        return False
    return not any(isinstance(item, ast.Expr) and isinstance(item.value, ast.Yield | ast.YieldFrom) for item in body)


def _bound(
    flow: Flow, call: ast.Call, callee: Value, node: Any, arguments: list[tuple[str | None, Value]]
) -> dict[str, Value] | None:
    args = node.args
    if any(isinstance(item, ast.Starred) for item in call.args):
        return None
    names = [arg.arg for arg in (*args.posonlyargs, *args.args)]
    known = {*names, *(arg.arg for arg in args.kwonlyargs)}
    values = [value for word, value in arguments if word is None]
    if callee.kind == "method" and not _is_static(node):
        values.insert(0, callee.bases[0] if callee.bases else flow.instance)
    more: dict[Key, Value] = {("[", index): value for index, value in enumerate(values[len(names) :])}
    if more and not args.vararg:
        return None
    frame = dict(zip(names, values, strict=False))
    others: dict[Key, Value] = {}
    for word, value in arguments:
        if word == "" or (word is not None and word not in known and not args.kwarg):
            return None
        if word in known:
            frame[word] = value
        elif word is not None:
            others["[", word] = value
    for arg, parts in ((args.vararg, more), (args.kwarg, others)):
        if arg is not None:
            frame[arg.arg] = _gathered(flow, arg, parts)
    defaults = [*zip(names[len(names) - len(args.defaults) :], args.defaults, strict=True)]
    defaults += [
        (arg.arg, item) for arg, item in zip(args.kwonlyargs, args.kw_defaults, strict=True) if item is not None
    ]
    for name, default in defaults:
        if name not in frame:
            frame[name] = flow.inside(callee.home or flow.module, (callee.home or flow.module).scope, {}, default)
    return frame if known <= frame.keys() else None


def _gathered(flow: Flow, arg: ast.arg, parts: dict[Key, Value]) -> Value:
    """What `*args` or `**words` of a function holds in one call of it."""
    found = Value(OWN if parts else LITERAL, arg, "container")
    for value in parts.values():
        found.origins |= flow.origins(value)
    found.parts, found.closed = parts, True
    return found


def _is_static(node: Any) -> bool:
    return any(isinstance(item, ast.Name) and item.id == "staticmethod" for item in getattr(node, "decorator_list", ()))


def _follow_lambda(flow: Flow, node: ast.Lambda, frame: dict[str, Value]) -> Value:
    saved = {name: flow.frame.get(name) for name in frame}
    flow.frame.update(frame)
    value = flow.value_of(node.body)
    for name, before in saved.items():
        if before is None:
            flow.frame.pop(name, None)
        else:
            flow.frame[name] = before
    return value


def _follow(flow: Flow, home: Any, node: Any, frame: dict[str, Value]) -> Value:
    scope = home.scope_by_node[node]
    saved = flow.module, flow.scope, flow.frame, flow.returned
    conditional, governed = flow.conditional, flow.governed
    flow.module, flow.scope, flow.frame, flow.returned = home, scope, frame, None
    before = flow.frames.get(scope)
    flow.frames[scope] = frame
    if any(isinstance(item, ast.Assert) for item in node.body):
        flow.helper_checks += 1
    flow.run(node.body)
    value = flow.returned or Value(LITERAL, node, frozen=True)
    flow.module, flow.scope, flow.frame, flow.returned = saved
    flow.conditional, flow.governed = conditional, governed
    if before is None:
        flow.frames.pop(scope, None)
    else:
        flow.frames[scope] = before
    return value
