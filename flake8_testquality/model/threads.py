"""Threads: which functions run as one, and which of their assertions nobody hears of."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.assertions import Assertion, in_scope
from flake8_testquality.model.calls import keyword
from flake8_testquality.model.names import last_name, root_name, target_names
from flake8_testquality.model.reach import reach_of
from flake8_testquality.model.scopes import Scope, descend, flat

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

# canonical name -> (position of the function, its keyword). Source: the documentation of threading and _thread.
STARTERS = {
    "threading.Thread": (1, "target"),
    "threading.Timer": (1, "function"),
    "_thread.start_new_thread": (0, "function"),
}
_WARNING = "PytestUnhandledThreadExceptionWarning"
_MAX_DEPTH = 2
_ERRORS = frozenset(f"builtins.{name}" for name, value in vars(builtins).items() if isinstance(value, type)
                    and issubclass(value, BaseException))  # fmt: skip
_CHECKS = frozenset({"assert", "unittest", "mock", "fail", "raises", "warns", "logs"})
_QUIET = frozenset(["print", "debug", "info", "warning", "error", "exception", "close", "sleep"])

# Calls that come back whatever the code under test does. Source: the documentation of the standard library.
_BRIEF = frozenset(
    [
        "time.sleep", "time.time", "time.monotonic", "os.kill", "os.getpid", "os.killpg", "signal.raise_signal",
        "signal.pthread_kill", "signal.alarm", "_thread.interrupt_main", "threading.get_ident", "builtins.print",
    ]
)  # fmt: skip


def ends_by_itself(module: Module, made: ast.Call, scope: Scope) -> bool:
    """Whether the call that makes a thread hands it a function in sight that calls nothing but pauses and signals.

    So does a thread of a class in sight by its run method.
    """
    target = keyword(made, "target")
    if target is None:
        cls: Any = module.definition(made.func, scope)
        body = cls.body if isinstance(cls, ast.ClassDef) else ()
        return any(
            isinstance(item, ast.FunctionDef) and item.name == "run" and _is_brief(module, item) for item in body
        )
    if isinstance(target, ast.Lambda):
        parts = list(descend(target.body))
        calls = [part for part in parts if isinstance(part, ast.Call)]
        is_straight = not any(hasattr(part, "generators") for part in parts)
        return is_straight and all(module.resolve(call.func, scope) in _BRIEF for call in calls)
    function: Any = module.definition(target, scope)
    if not isinstance(function, ast.FunctionDef):
        return module.resolve(target, scope) in _BRIEF
    return _is_brief(module, function)


def _is_brief(module: Module, function: ast.FunctionDef, depth: int = 0) -> bool:
    """Whether a function surely comes back: no endless loop, no lock, no call of what may wait."""
    inner = module.scope_by_node[function]
    if inner.statements.get(ast.While) or inner.statements.get(ast.With):
        return False
    if not inner.calls:
        return not inner.statements.get(ast.For)
    for call in inner.calls:
        name = module.resolve(call.func, inner) or ""
        if name in _BRIEF or name in _ERRORS:
            continue
        called: Any = module.definition(call.func, inner) if depth < _MAX_DEPTH else None
        if not isinstance(called, ast.FunctionDef) or called is function or not _is_brief(module, called, depth + 1):
            return False
    return True


def has_ended(module: Module, thread: ast.expr, scope: Scope, line: int) -> bool:
    """Whether the test has claimed, above a line, that a thread which it had started is no longer alive."""
    text, started, claims = module.text(thread, 200), 0, []
    for call in scope.calls:
        func = call.func
        if isinstance(func, ast.Attribute) and call.lineno < line and module.text(func.value, 200) == text:
            if func.attr == "start":
                started = max(started, call.lineno)
            elif func.attr == "is_alive":
                claims.append(call)
    return bool(started) and any(call.lineno > started and _is_denied(module, call) for call in claims)


def _is_denied(module: Module, call: ast.Call) -> bool:
    """Whether an assertion claims the opposite of a call: `assert not thread.is_alive()`."""
    statement = module.statement_of(call)
    if isinstance(statement, ast.Assert):
        denied = statement.test
        return isinstance(denied, ast.UnaryOp) and isinstance(denied.op, ast.Not) and denied.operand is call
    claim = statement.value if isinstance(statement, ast.Expr) else None
    return isinstance(claim, ast.Call) and last_name(claim.func) == "assertFalse" and claim.args[:1] == [call]


def starts_threads(module: Module) -> bool:
    """Whether a file has a call that runs a function in a thread; a fact."""
    return bool(module.calls_to(STARTERS))


def assertions_in_threads(test: Test) -> Iterator[Assertion]:
    """The assertions of functions that a test runs as a thread, where a failure ends only the thread."""
    calls = [call for call in test.module.calls_to(STARTERS) if call.test is test]
    if not calls or _is_told(test):
        return
    seen = set()
    for call in calls:
        if _is_watched(test, call.node):
            continue
        position, word = STARTERS[call.name]
        target = keyword(call.node, word) or (call.node.args[position] if len(call.node.args) > position else None)
        if isinstance(target, ast.Lambda):
            yield from _made_by(test, target)
            continue
        if isinstance(target, ast.Call) and _is_partial(test, target, call.scope):
            target = target.args[0]
        scope = _function(test, target, call.scope)
        # what is a test as well has its assertions heard when the runner calls it
        if scope is not None and scope not in seen and test.module.test_of(scope.node) is None:
            seen.add(scope)
            for item in in_scope(test, scope):
                if item.kind in _CHECKS and not _is_kept(test, item, scope):
                    yield item


def _made_by(test: Test, target: ast.Lambda) -> Iterator[Assertion]:
    """The assertion that a lambda makes as its whole."""
    for item in test.assertions:
        if item.call is target.body and item.kind in ("unittest", "mock", "fail"):
            yield item


def _is_partial(test: Test, node: ast.Call, scope: Scope) -> bool:
    return bool(node.args) and test.module.resolve(node.func, scope) == "functools.partial"


def _function(test: Test, target: ast.expr | None, scope: Scope) -> Scope | None:
    """The function of the file that a thread runs."""
    module = test.module
    if isinstance(target, ast.Name):
        node = module.definition(target, scope)
        return module.scope_by_node[node] if isinstance(node, ast.FunctionDef) and not node.decorator_list else None
    if (
        isinstance(target, ast.Attribute)
        and isinstance(target.value, ast.Name)
        and target.value.id == "self"
        and test.cls
    ):
        found = test.cls.lineage.method(target.attr)
        return module.scope_by_node.get(found[1]) if found is not None and found[0] is module else None
    return None


def _is_told(test: Test) -> bool:
    """Whether the runner or a hook in reach turns an error in a thread into a failure."""
    filters = [*test.module.project.config.filterwarnings, *_marked_filters(test)]
    for item in filters:
        action, _, rest = item.partition(":")
        if action.strip() == "error" and (_WARNING in rest or not rest.strip(":").strip()):
            return True
    return any(name.endswith("excepthook") for name in reach_of(test).replaced)


def _marked_filters(test: Test) -> Iterator[str]:
    for mark in test.marks:
        if mark.name == "filterwarnings":
            yield from (
                item.value for item in mark.args if isinstance(item, ast.Constant) and isinstance(item.value, str)
            )


def _is_watched(test: Test, made: ast.Call) -> bool:
    """Whether the thread is made or started in a block whose manager keeps what the test raises, or holds to be none.

    `with catch_threads() as caught: ...; assert caught.error is None`.
    """
    for block in test.scope.statements.get(ast.With, ()):
        kept = {name for item in block.items if item.optional_vars for name in target_names(item.optional_vars)}
        if not kept or not _runs_in(test, block, made):
            continue
        if any(root_name(item.exc) in kept for item in test.scope.statements.get(ast.Raise, ()) if item.exc):
            return True
        if any(_holds_nothing(item) and root_name(item.operands[0]) in kept for item in test.assertions):
            return True
    return False


def _runs_in(test: Test, block: ast.With, made: ast.Call) -> bool:
    """Whether a block makes the thread, or starts one."""
    calls = (item for item in test.scope.calls if item is made or last_name(item.func) == "start")
    return any(block.lineno <= item.lineno <= (block.end_lineno or 0) for item in calls)


def _holds_nothing(assertion: Assertion) -> bool:
    """Whether an assertion says of a part of something that there is none of it."""
    operands = assertion.operands
    if not operands or not isinstance(operands[0], ast.Attribute | ast.Subscript):
        return False
    if assertion.relation in ("false", "is none"):
        return True
    nothing = operands[1] if len(operands) == 2 else None
    return assertion.relation in ("is", "==") and (
        (isinstance(nothing, ast.Constant) and nothing.value is None)
        or (isinstance(nothing, ast.List | ast.Tuple) and not nothing.elts)
    )


def _is_kept(test: Test, item: Assertion, scope: Scope) -> bool:
    """Whether somebody hears of the failure: a handler that keeps it, or a sign of success that the test waits for."""
    for above in test.module.enclosing(item.statement):
        if isinstance(above, ast.Try | ast.TryStar):
            return True
        if isinstance(above, ast.With | ast.AsyncWith):
            return True
    function: Any = scope.node
    end = item.statement.end_lineno or 0
    later = [node for node in flat(function.body) if node.lineno > end]
    for above in test.module.enclosing(item.statement):
        if isinstance(above, ast.While):
            return True
        if isinstance(above, ast.For):
            # what stands before it in the loop comes after it as well
            later += [node for node in flat(above.body) if node is not item.statement]
    outer = {
        name
        for kind in (ast.Nonlocal, ast.Global)
        for item in scope.statements.get(kind, ())
        for name in item.names
    }
    return any(_leaves_a_sign(node, outer) for node in later)


def _leaves_a_sign(statement: Any, outer: set[str]) -> bool:
    """Whether a statement behind the assertion may do something that others can see, by its outer names too."""
    if isinstance(statement, ast.Pass | ast.Assert | ast.Return):
        return isinstance(statement, ast.Return) and isinstance(statement.value, ast.Call)
    if isinstance(statement, ast.Assign):
        names = [target.id for target in statement.targets if isinstance(target, ast.Name)]
        return len(names) < len(statement.targets) or not outer.isdisjoint(names)
    value = statement.value if isinstance(statement, ast.Expr) else None
    if isinstance(value, ast.Constant):
        return False
    if isinstance(value, ast.Call):
        word = last_name(value.func) or ""
        return not (word in _QUIET or (word.startswith("assert") and root_name(value.func) in ("self", "cls")))
    return True
