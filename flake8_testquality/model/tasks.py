"""Tasks: who looks after a task that a test spawns, and event loops inside event loops."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.classes import lineage
from flake8_testquality.model.fixtures import lookup
from flake8_testquality.model.instances import maker
from flake8_testquality.model.names import last_name
from flake8_testquality.model.reach import reach_around
from flake8_testquality.model.scopes import descend, expression_children
from flake8_testquality.model.surroundings import in_lambda, in_raises_block

if TYPE_CHECKING:
    from flake8_testquality.model.calls import Call
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope
    from flake8_testquality.model.tests import Test

SPAWNERS = frozenset({"asyncio.create_task", "asyncio.ensure_future"})
# Asking a task these things neither waits for it nor ends it.
_INERT = frozenset({"done", "cancelled", "get_name", "set_name", "get_coro", "get_stack", "print_stack", "get_context"})
_DISPLAYS = (ast.List, ast.Tuple, ast.Set, ast.ListComp, ast.SetComp, ast.GeneratorExp, ast.IfExp, ast.NamedExpr)


def is_dropped(call: Call) -> bool:
    """Whether the task that a call spawns is never looked at again in its function."""
    module = call.module
    statement: Any = module.statement_of(call.node)
    if in_raises_block(module, call.node, call.scope):
        return False
    if isinstance(statement, ast.Expr):
        value = statement.value.elt if isinstance(statement.value, ast.ListComp | ast.SetComp) else statement.value
        dropped = value is call.node
    elif isinstance(statement, ast.Assign | ast.AnnAssign):
        targets: list[Any] = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
        dropped = (
            all(isinstance(target, ast.Name) for target in targets)
            and _holds(statement.value, call.node)
            and not any(_is_looked_after(call.scope, target.id) for target in targets)
        )
    else:
        return False
    return dropped and not _is_plain_future(call) and not _all_are_looked_after(call)


def _is_plain_future(call: Call) -> bool:
    """Whether ensure_future is handed the answer of a method in sight that is no coroutine: no task is made of it."""
    given = call.node.args[0] if call.node.args else None
    if not isinstance(given, ast.Call) or not isinstance(given.func, ast.Attribute):
        return False
    made = maker(call.module, given.func.value, call.scope)
    found = call.module.find(made) if made else None
    if found is None or not isinstance(found[1], ast.ClassDef):
        return False
    method = lineage(found[0], found[1]).method(given.func.attr)
    return method is not None and isinstance(method[1], ast.FunctionDef)


def _holds(value: ast.expr | None, call: ast.Call) -> bool:
    """Whether a value is the call, or a display or comprehension of it."""
    pending = [value]
    while pending:
        node = pending.pop()
        if node is call:
            return True
        if isinstance(node, _DISPLAYS):
            pending.extend(expression_children(node))
    return False


def _is_looked_after(scope: Scope, name: str) -> bool:
    bound_outside = any(
        name in node.names for kind in (ast.Global, ast.Nonlocal) for node in scope.statements.get(kind, ())
    )
    inert = {
        node.value
        for node in scope.nodes(ast.Attribute)
        if node.attr in _INERT and isinstance(node.value, ast.Name) and not _is_shown_done(scope, node, name)
    }
    return bound_outside or any(
        node.id == name and isinstance(node.ctx, ast.Load) and node not in inert for node in scope.nodes(ast.Name)
    )


def _is_shown_done(scope: Scope, node: ast.Attribute, name: str) -> bool:
    """Whether `task.done()` is claimed or waited for, not denied: the task cannot outlive its test then."""
    if node.attr != "done" or not isinstance(node.value, ast.Name) or node.value.id != name:
        return False
    denials = [item.operand for item in scope.nodes(ast.UnaryOp) if isinstance(item.op, ast.Not)]
    waited = [item.test.operand for item in scope.nodes(ast.While) if isinstance(item.test, ast.UnaryOp)]
    denials = [item for item in denials if item not in waited]
    denials.extend(arg for call in scope.nodes(ast.Call) if last_name(call.func) == "assertFalse" for arg in call.args)
    denials.extend(item.left for item in scope.nodes(ast.Compare) if _is_false(item.comparators[0]))
    return not any(part is node for denied in denials for part in descend(denied))


def _is_false(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is False


def _all_are_looked_after(call: Call) -> bool:
    reach = reach_around(call.module, call.scope)
    if "asyncio.all_tasks" in reach.names or "asyncio.tasks.all_tasks" in reach.names:
        return True
    return any(target.endswith(("create_task", "ensure_future", ".asyncio")) for target in reach.replaced)


def nested_loops(module: Module) -> Iterator[tuple[ast.Call, str]]:
    """(call, where) for each start of an event loop in a test that has one already."""
    found = [(call.node, call.scope) for call in module.calls_to(("asyncio.run", "asyncio.runners.run"))]
    if module.says("run_until_complete"):
        found.extend((node, scope) for scope in module.scopes for node in scope.calls if _runs_until_complete(node))
    for node, scope in found:
        test = module.test_of(scope.node)
        where = _running(test, node) if test is not None else ""
        if test is None or not where or in_lambda(module, node) or in_raises_block(module, node, scope):
            continue
        reach = reach_around(module, scope)
        is_another = "nest_asyncio.apply" in reach.names or any(_is_loop(target) for target in reach.replaced)
        if not is_another and _is_real(module, node, scope):
            yield node, where


def _runs_until_complete(node: ast.Call) -> bool:
    return isinstance(node.func, ast.Attribute) and node.func.attr == "run_until_complete"


def _running(test: Test, node: ast.Call) -> str:
    if test.is_async:
        return "an async test"
    receiver = node.func.value if isinstance(node.func, ast.Attribute) else None
    if isinstance(receiver, ast.Name) and receiver.id in test.arguments:
        return ""
    asked = [lookup(test.module, name, test.cls) for name in test.fixture_names]
    name = next((item.name for item in asked if item is not None and item.is_async), "")
    return f"a test with the async fixture {name[:30]}" if name else ""


def _is_loop(target: str) -> bool:
    return target in ("asyncio", "asyncio.run") or target.endswith((".asyncio", ".asyncio.run", ".run_until_complete"))


def _is_real(module: Module, node: ast.Call, scope: Scope) -> bool:
    if not _runs_until_complete(node) or not isinstance(node.func, ast.Attribute):
        return True
    made = maker(module, node.func.value, scope) or ""
    if made:
        return made.startswith(("asyncio.", "uvloop."))
    return module.text(node.func.value).rpartition(".")[2] in ("loop", "event_loop", "_loop")
