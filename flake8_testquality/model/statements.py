"""Statements: following a block in order; branches are joined, loops are walked twice, patches end with their block."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from flake8_testquality.model import patching
from flake8_testquality.model.evaluation import evaluate, union
from flake8_testquality.model.names import imported, target_names
from flake8_testquality.model.origins import OUTSIDE, OWN, PRODUCT, STDLIB, SUBJECT, UNKNOWN, Value
from flake8_testquality.model.scopes import flat

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
        else:
            _BLOCKS_OF.get(statement.__class__, _nothing)(flow, statement, nesting)


def _nothing(flow: Flow, node: Any, nesting: int) -> None:
    return


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


# ------------------------------------------------------------------ blocks


def _governs(flow: Flow, value: Value) -> int:
    return 1 if flow.origins(value) & PRODUCT else 0


def _if(flow: Flow, node: ast.If, nesting: int) -> None:
    decides = _governs(flow, evaluate(flow, node.test))
    flow.conditional += 1
    flow.governed += decides
    run(flow, node.body, nesting + 1)
    run(flow, node.orelse, nesting + 1)
    flow.governed -= decides
    flow.conditional -= 1


def _loop(flow: Flow, node: Any, nesting: int) -> None:
    source = evaluate(flow, node.test if isinstance(node, ast.While) else node.iter)
    decides = _governs(flow, source)
    if decides:
        flow.product_call([])
    touched = flow.touched
    before: set[str] = set()
    for statement in flat(node.body):
        for target in getattr(statement, "targets", None) or [getattr(statement, "target", None)]:
            names = target_names(target) if target is not None else []
            before.update(name for name in names if name in flow.frame)
    flow.conditional += 1
    flow.governed += decides
    flow.loops += 1
    _round(flow, node, source, nesting)
    if any(flow.origins(flow.frame[name]) & PRODUCT for name in before if name in flow.frame):
        for name in before:
            known = flow.frame[name]
            flow.frame[name] = Value(known.origins | UNKNOWN, known.node, bases=(known,))
    # Once more with what the first round has led to; an inner loop has had its rounds by the outer one's.
    if flow.loops == 1:
        _round(flow, node, source, nesting)
    if flow.touched > touched and any(isinstance(statement, ast.Break) for statement in flat(node.body)):
        # How far the loop went is the product's doing.
        reached = before | set(target_names(node.target) if not isinstance(node, ast.While) else ())
        for name in reached:
            if name in flow.frame:
                flow.frame[name] = Value(flow.frame[name].origins | SUBJECT, node, bases=(flow.frame[name],))
    flow.loops -= 1
    run(flow, node.orelse, nesting + 1)
    flow.governed -= decides
    flow.conditional -= 1


def _round(flow: Flow, node: Any, source: Value, nesting: int) -> None:
    if not isinstance(node, ast.While):
        flow.bind(node.target, flow.element(source, node.iter))
    run(flow, node.body, nesting + 1)


def _try(flow: Flow, node: Any, nesting: int) -> None:
    flow.conditional += 1
    touched = flow.touched
    outer = flow.tried
    flow.tried = touched if outer is None else outer
    run(flow, node.body, nesting + 1)
    for handler in node.handlers:
        if handler.type is not None:
            evaluate(flow, handler.type)
        if handler.name:
            # The exception is the product's only if something in the block could be.
            flow.frame[handler.name] = Value(SUBJECT if flow.touched > touched else OWN | STDLIB, handler)
        run(flow, handler.body, nesting + 1)
    run(flow, node.orelse, nesting + 1)
    flow.conditional -= 1
    flow.tried = outer
    leaves = (ast.Raise, ast.Return)
    arms = [item for arm in (*(handler.body for handler in node.handlers), node.orelse) for item in flat(arm)]
    if flow.touched > touched and any(isinstance(item, leaves) for item in arms):
        # Whether the test goes on from here is the product's doing.
        flow.governed += 1
    run(flow, node.finalbody, nesting + 1)


def _match(flow: Flow, node: ast.Match, nesting: int) -> None:
    value = evaluate(flow, node.subject)
    decides = _governs(flow, value)
    flow.conditional += 1
    flow.governed += decides
    for case in node.cases:
        for part in ast.walk(case.pattern):
            name = getattr(part, "name", None) or getattr(part, "rest", None)
            if name:
                flow.frame[name] = Value(value.origins, case.pattern, bases=(value,))
        run(flow, case.body, nesting + 1)
    flow.governed -= decides
    flow.conditional -= 1


def _with(flow: Flow, node: ast.With | ast.AsyncWith, nesting: int) -> None:
    touched = flow.touched
    blocks: list[tuple[Any, Value]] = []
    patches: list[str] = []
    leaves_product = False
    check = flow.checks.get(node)
    for item in node.items:
        call = item.context_expr
        is_check = check is not None and check.call is call
        value = evaluate(flow, call)
        if is_check:
            touched = flow.touched
            value = Value(OWN | STDLIB, call, bases=())
            blocks.append((check, value))
        elif value.kind == "patcher":
            known = set(flow.patched)
            value = patching.activate(flow, value)
            patches.extend(set(flow.patched) - known)
        elif value.origins & PRODUCT:
            flow.product_call([value])
            leaves_product = True
        if item.optional_vars is not None:
            flow.bind(item.optional_vars, value)
    outer = flow.tried
    if (blocks or leaves_product) and outer is None:
        # The block may be left early, and the product may swallow why.
        flow.tried = touched
    run(flow, node.body, nesting + 1)
    if flow.suspended:
        return
    flow.tried = outer
    for assertion, value in blocks:
        reached = SUBJECT if flow.touched > touched else 0
        if assertion.kind == "logs":
            value.origins |= OUTSIDE
        value.origins |= reached
        flow.record(assertion, reached)
    for target in patches:
        patching.remove(flow, target)
    if leaves_product:
        flow.product_call([])


_BLOCKS_OF: dict[type[ast.AST], Callable[[Flow, Any, int], None]] = {
    ast.If: _if,
    ast.For: _loop,
    ast.AsyncFor: _loop,
    ast.While: _loop,
    ast.Try: _try,
    ast.TryStar: _try,
    ast.Match: _match,
    ast.With: _with,
    ast.AsyncWith: _with,
}
