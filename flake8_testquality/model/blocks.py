"""Blocks: following those of a test; branches are joined, loops are walked twice, patches end with their block."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from flake8_testquality.model import patching
from flake8_testquality.model.evaluation import evaluate
from flake8_testquality.model.mock_calls import entered
from flake8_testquality.model.names import target_names
from flake8_testquality.model.origins import OUTSIDE, OWN, PRODUCT, STDLIB, SUBJECT, UNKNOWN, Value
from flake8_testquality.model.scopes import flat

if TYPE_CHECKING:
    from flake8_testquality.model.flow import Flow


def _governs(flow: Flow, value: Value) -> int:
    return 1 if flow.origins(value) & PRODUCT else 0


def _if(flow: Flow, node: ast.If, nesting: int) -> None:
    decides = _governs(flow, evaluate(flow, node.test))
    flow.conditional += 1
    flow.governed += decides
    flow.run(node.body, nesting + 1)
    flow.run(node.orelse, nesting + 1)
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
    flow.run(node.orelse, nesting + 1)
    flow.governed -= decides
    flow.conditional -= 1


def _round(flow: Flow, node: Any, source: Value, nesting: int) -> None:
    if not isinstance(node, ast.While):
        flow.bind(node.target, flow.element(source, node.iter))
    flow.run(node.body, nesting + 1)


def _try(flow: Flow, node: Any, nesting: int) -> None:
    flow.conditional += 1
    touched = flow.touched
    outer = flow.tried
    flow.tried = touched if outer is None else outer
    flow.run(node.body, nesting + 1)
    for handler in node.handlers:
        if handler.type is not None:
            evaluate(flow, handler.type)
        if handler.name:
            # The exception is the product's only if something in the block could be.
            flow.frame[handler.name] = Value(SUBJECT if flow.touched > touched else OWN | STDLIB, handler)
        flow.run(handler.body, nesting + 1)
    flow.run(node.orelse, nesting + 1)
    flow.conditional -= 1
    flow.tried = outer
    leaves = (ast.Raise, ast.Return)
    arms = [item for arm in (*(handler.body for handler in node.handlers), node.orelse) for item in flat(arm)]
    if flow.touched > touched and any(isinstance(item, leaves) for item in arms):
        # Whether the test goes on from here is the product's doing.
        flow.governed += 1
    flow.run(node.finalbody, nesting + 1)


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
        flow.run(case.body, nesting + 1)
    flow.governed -= decides
    flow.conditional -= 1


def _with(flow: Flow, node: ast.With | ast.AsyncWith, nesting: int) -> None:
    touched = flow.touched
    blocks: list[tuple[Any, Value]] = []
    patches: list[str] = []
    outside: dict[str, tuple[int, Value]] | None = None
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
            if outside is None and value.name.endswith("patch.dict"):
                outside = dict(flow.environment)
            value = patching.activate(flow, value)
            patches.extend(set(flow.patched) - known)
        elif value.origins & PRODUCT:
            flow.product_call([value])
            leaves_product = True
        elif value.kind == "mock":
            value = entered(flow, call, value)
        if item.optional_vars is not None:
            flow.bind(item.optional_vars, value)
    outer = flow.tried
    if (blocks or leaves_product) and outer is None:
        # The block may be left early, and the product may swallow why.
        flow.tried = touched
    flow.run(node.body, nesting + 1)
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
    if outside is not None:
        flow.environment = outside
    if leaves_product:
        flow.product_call([])


BLOCK_STATEMENTS: dict[type[ast.AST], Callable[[Flow, Any, int], None]] = {
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
