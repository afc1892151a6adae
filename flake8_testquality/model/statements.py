"""Statements: following them in order, and what each of the simple ones does."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.bindings import imported
from flake8_testquality.model.blocks import BLOCK_STATEMENTS
from flake8_testquality.model.evaluation import evaluate, union
from flake8_testquality.model.origins import OUTSIDE, PRODUCT, SUBJECT, UNKNOWN, Value

if TYPE_CHECKING:
    from flake8_testquality.model.flow import Flow

MAX_NESTING = 30


def run(flow: Flow, body: list[Any], nesting: int = 0) -> None:
    """Follow a block's statements."""
    if nesting > MAX_NESTING:
        flow.overflow = True
        return
    for statement in body:
        if flow.suspended:
            return
        if flow.overflow or not flow.step():
            flow.overflow = True
            return
        follow = _STATEMENTS.get(statement.__class__)
        if follow is not None:
            follow(flow, statement)
        elif (enter := BLOCK_STATEMENTS.get(statement.__class__)) is not None:
            enter(flow, statement, nesting)


def _expression(flow: Flow, node: ast.Expr) -> None:
    evaluate(flow, node.value)


def _assert(flow: Flow, node: ast.Assert) -> None:
    assertion = flow.checks.get(node)
    if assertion is not None:
        flow.record(assertion)
    else:
        evaluate(flow, node.test)


def _assign(flow: Flow, node: ast.Assign) -> None:
    value = evaluate(flow, node.value)
    for target in node.targets:
        flow.bind(target, value)


def _annotated(flow: Flow, node: ast.AnnAssign) -> None:
    if node.value is not None:
        flow.bind(node.target, evaluate(flow, node.value))


def _augmented(flow: Flow, node: ast.AugAssign) -> None:
    before = evaluate(flow, node.target)
    added = evaluate(flow, node.value)
    value = union(flow, node, [before, added])
    if before.kind == "container":
        flow.forget(before, [added])
        value = before
    elif (value.origins | added.origins) & PRODUCT:
        flow.product_call([before, added])
    flow.bind(node.target, value)


def _delete(flow: Flow, node: ast.Delete) -> None:
    for target in node.targets:
        if isinstance(target, ast.Attribute | ast.Subscript):
            owner = evaluate(flow, target.value)
            if owner.origins & PRODUCT and owner.kind not in ("container", "self", "instance"):
                flow.product_call([owner])
            else:
                flow.forget(owner, [])


def _return(flow: Flow, node: ast.Return) -> None:
    value = evaluate(flow, node.value)
    flow.returned = value if flow.returned is None else union(flow, node, [flow.returned, value])


def _raise(flow: Flow, node: ast.Raise) -> None:
    if node.exc is not None:
        evaluate(flow, node.exc)
    if node.cause is not None:
        evaluate(flow, node.cause)


def _define(flow: Flow, node: Any) -> None:
    is_class = isinstance(node, ast.ClassDef)
    value = flow.class_value(node) if is_class else flow.function_value(node)
    decorators = [evaluate(flow, item) for item in node.decorator_list]
    if any(item.origins & PRODUCT for item in decorators) or (is_class and value.origins & PRODUCT):
        flow.product_call([value, *decorators])
        value = Value(value.origins | SUBJECT, node, "product", name=node.name, bases=(value,))
    elif decorators:
        captured = [flow.frames.get(where, {}).get(name) for where, name in flow.reach_of(value)[1]]
        is_open = any(item is not None and item.origins & OUTSIDE for item in captured)
        value = union(flow, node, [value, *decorators], UNKNOWN if is_open else 0) if not is_class else value
    if value.origins & PRODUCT:
        flow.touched += 1
    flow.frame[node.name] = value


def _import(flow: Flow, node: ast.Import | ast.ImportFrom) -> None:
    if flow.tried is not None:
        # In a block that may fail, whether something can be imported is the question.
        flow.touched += 1
    for name, dotted in imported(node, flow.module.package):
        if name != "*":
            value = flow.imported(dotted, node)
            flow.frame[name] = value
            if value.origins & PRODUCT:
                flow.touched += 1


def _global(flow: Flow, node: ast.Global | ast.Nonlocal) -> None:
    for name in node.names:
        flow.frame[name] = Value(UNKNOWN, node)
        flow.leaked[flow.scope, name] = flow.epoch


_STATEMENTS: dict[type[ast.AST], Callable[[Flow, Any], None]] = {
    ast.Expr: _expression,
    ast.Assert: _assert,
    ast.Assign: _assign,
    ast.AnnAssign: _annotated,
    ast.AugAssign: _augmented,
    ast.Delete: _delete,
    ast.Return: _return,
    ast.Raise: _raise,
    ast.FunctionDef: _define,
    ast.AsyncFunctionDef: _define,
    ast.ClassDef: _define,
    ast.Import: _import,
    ast.ImportFrom: _import,
    ast.Global: _global,
    ast.Nonlocal: _global,
}
