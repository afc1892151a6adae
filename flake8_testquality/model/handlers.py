"""Handlers: which ones catch a failed assertion, and whether anybody hears of it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.assertions import RAISES
from flake8_testquality.model.names import is_self, last_name, root_name, target_names
from flake8_testquality.model.risk import is_fail
from flake8_testquality.model.scopes import Scope, blocks, flat

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

_CATCH_ASSERTIONS = frozenset({"AssertionError", "Exception", "BaseException"})
_CATCHING = frozenset({ast.Try, ast.TryStar, ast.With, ast.AsyncWith})
_TRIES = frozenset({ast.Try, ast.TryStar})
_SUPPRESSING = frozenset({"suppress"})
_BY_CASES = frozenset({"unittest", "raises", "warns", "logs"})
_LOOPS = (ast.For, ast.AsyncFor, ast.While)
# Calls that tell nobody but the reader of a log. `self.skipTest` and pytest.skip turn the failure into a skip.
_QUIET = frozenset({
    "print", "pprint", "debug", "info", "warning", "warn", "error", "exception", "critical", "log", "sleep",
    "print_exc", "format_exc", "write", "flush", "skip", "skipTest",
})  # fmt: skip
_SKIPS = frozenset({"skip", "skipTest"})
# Answers that a caller cannot tell from the end of a function.
_FALSE = frozenset({"None", "False", "0", "''", '""', "[]", "()", "{}"})
# Characters in which two answers differ, if they do.
_LONG = 400
_LOGGERS = frozenset({
    "log", "logger", "logging", "LOG", "LOGGER", "_log", "_logger", "warnings", "traceback", "sys", "stdout",
    "stderr", "time", "asyncio", "self", "pytest",
})  # fmt: skip


def swallowed_assertions(test: Test) -> Iterator[tuple[Assertion, str]]:
    """(assertion, what catches it) for each assertion of a test whose failure nobody hears of."""
    suppressing = test.module.calls.among(_SUPPRESSING)
    if not suppressing and all(_TRIES.isdisjoint(scope.statements) for scope in test.scopes):
        return
    for item in test.assertions:
        statements = item.scope.statements
        if not _CATCHING.isdisjoint(statements):
            catcher = _catcher(test, item)
            if catcher:
                yield item, catcher


def _catcher(test: Test, item: Assertion) -> str:
    """The words of the handler or context manager that swallows an assertion, or nothing."""
    module = test.module
    names = _raised_by(item)
    current: Any = item.statement
    for above in module.enclosing(current):
        if isinstance(above, ast.Try | ast.TryStar) and current in above.body:
            handler = next((node for node in above.handlers if _catches(module, node.type, item.scope, names)), None)
            if handler is not None:
                # an assertion of the suite's own may itself be what is under test
                is_tested = not _is_broad(handler) and (item.kind == "helper" or _is_of_another(item))
                return _said(handler) if not is_tested and _is_silent(test, above, handler, item.scope) else ""
        elif isinstance(above, ast.With | ast.AsyncWith):
            for context in above.items:
                call = context.context_expr
                if call is item.call or not isinstance(call, ast.Call):
                    continue
                if module.resolve(call.func, item.scope) == "contextlib.suppress":
                    if any(_catches(module, node, item.scope, names) for node in call.args):
                        return "contextlib.suppress"
                elif last_name(call.func) in RAISES or last_name(call.func) == "raises":
                    return ""
        current = above
    return ""


def _is_of_another(item: Assertion) -> bool:
    """Whether the case that checks is not the test itself but an object that it holds."""
    func = item.call.func if item.call is not None and item.kind in _BY_CASES else None
    return isinstance(func, ast.Attribute) and not is_self(func.value)


def _raised_by(item: Assertion) -> frozenset[str]:
    """The exceptions under which a failure of an assertion is caught. pytest's own failures are no Exception."""
    by_pytest = item.kind in ("raises", "warns", "logs") and not item.name.startswith("assert")
    if by_pytest or item.name.startswith("pytest."):
        return frozenset({"BaseException"})
    if item.kind == "helper" and not item.name.rpartition(".")[2].lower().lstrip("_").startswith("assert"):
        return frozenset()
    return _CATCH_ASSERTIONS


def _catches(module: Module, node: ast.expr | None, scope: Scope, names: frozenset[str]) -> bool:
    if node is None:
        return bool(names)
    for item in node.elts if isinstance(node, ast.Tuple) else [node]:
        dotted = module.resolve(item, scope) or ""
        if dotted.removeprefix("builtins.") in names:
            return True
        if isinstance(item, ast.Attribute) and item.attr == "failureException" and "AssertionError" in names:
            return True
    return False


def _caught(handler: ast.ExceptHandler) -> str | None:
    """The name under which a handler catches assertions, as far as it has one."""
    names = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return next((name for item in names if (name := last_name(item)) in _CATCH_ASSERTIONS), None)


def _is_broad(handler: ast.ExceptHandler) -> bool:
    return handler.type is None or _caught(handler) in ("Exception", "BaseException")


def _said(handler: ast.ExceptHandler) -> str:
    caught = _caught(handler)
    return f"`except {caught}`" if caught else "`except:`" if handler.type is None else "its handler"


def _is_silent(test: Test, node: Any, handler: ast.ExceptHandler, scope: Scope) -> bool:
    """Whether a handler neither re-raises nor fails nor keeps the error for later, and nothing counts on it."""
    if not all(_is_quiet(test, statement, scope, handler) for statement in flat(handler.body)):
        return False
    if _speaks(node.orelse) or _speaks(node.finalbody):
        return False
    last = node.body[-1]
    if isinstance(last, ast.Raise) or (isinstance(last, ast.Expr) and _is_pytest_fail(test.module, last.value, scope)):
        return False
    if scope is not test.scope and _is_answered(test, node, handler, scope):
        return False
    if node.body == [last] and is_fail(last, test.module, scope) and _speaks(_behind(test.module, node)):
        # nothing is checked here: the failure is made for what comes behind it
        return False
    if _is_condition(test, node, handler):
        return False
    return not _is_retried(test, node, handler)


def _is_condition(test: Test, node: Any, handler: ast.ExceptHandler) -> bool:
    """Whether a try of nothing but asserts, whose failure is caught by name, skips a test that checks behind it."""
    if _is_broad(handler) or not all(isinstance(item, ast.Assert) for item in node.body):
        return False
    last = handler.body[-1]
    call = last.value if isinstance(last, ast.Expr) else None
    is_skip = isinstance(call, ast.Call) and last_name(call.func) in _SKIPS
    return is_skip and _speaks(_behind(test.module, node))


def _is_answered(test: Test, node: Any, handler: ast.ExceptHandler, scope: Scope) -> bool:
    """Whether a function of a test tells by what it returns that an assertion failed, and anybody asks it."""
    made: Any = scope.node
    ways = (node.body + node.orelse, handler.body, _behind(test.module, node))
    kept, failed, last = ({_answer(test.module, item) for item in flat(block)} - {""} for block in ways)
    if not (kept or failed) or not scope.is_function:
        return False
    otherwise = last or {"None"}
    if not {*(kept or otherwise), *(failed or otherwise)} - _FALSE or (kept or otherwise) == (failed or otherwise):
        return False
    if made.decorator_list or scope.parent is None or isinstance(scope.parent.node, ast.ClassDef):
        return True
    dropped = {id(call.func) for statement in test.scope.statements.get(ast.Expr, ()) for call in _called(statement)}
    return any(
        part.id == made.name and id(part) not in dropped for owner in test.scopes for part in owner.nodes(ast.Name)
    )


def _answer(module: Module, statement: Any) -> str:
    """What a return statement gives, as text; nothing for other statements."""
    if not isinstance(statement, ast.Return):
        return ""
    return module.text(statement.value, _LONG) if statement.value is not None else "None"


def _called(statement: ast.Expr) -> list[ast.Call]:
    """The call that a statement is, awaited or not."""
    value = statement.value.value if isinstance(statement.value, ast.Await) else statement.value
    return [value] if isinstance(value, ast.Call) else []


def _behind(module: Module, node: Any) -> list[Any]:
    """The statements that follow a statement in its block."""
    block = next((item for item in _lists(module.block_parent(node)) if node in item), [node])
    return block[block.index(node) + 1 :]


def _is_pytest_fail(module: Module, value: ast.expr, scope: Scope) -> bool:
    return isinstance(value, ast.Call) and module.resolve(value.func, scope) == "pytest.fail"


def _speaks(block: list[Any]) -> bool:
    """Whether a block checks or fails."""
    for statement in flat(block):
        if isinstance(statement, ast.Assert | ast.Raise):
            return True
        value = statement.value if isinstance(statement, ast.Expr) else None
        if isinstance(value, ast.Call) and (last_name(value.func) or "").startswith(("assert", "fail", "raises")):
            return True
    return False


def _is_quiet(test: Test, statement: Any, scope: Scope, handler: ast.ExceptHandler) -> bool:
    if isinstance(statement, ast.Pass | ast.Continue | ast.Break | ast.If | ast.Import | ast.ImportFrom):
        return True
    if isinstance(statement, ast.Return):
        return statement.value is None or isinstance(statement.value, ast.Constant)
    if isinstance(statement, ast.Assert):
        return isinstance(statement.test, ast.Constant) and bool(statement.test.value)
    if isinstance(statement, ast.Assign | ast.AugAssign | ast.AnnAssign):
        targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
        names = [name for target in targets for name in target_names(target)]
        is_plain = all(isinstance(target, ast.Name) for target in targets)
        return is_plain and not any(_is_read(test, scope, name, handler) for name in names)
    value = statement.value if isinstance(statement, ast.Expr) else None
    value = value.value if isinstance(value, ast.Await) else value
    if isinstance(value, ast.Constant):
        return True
    if isinstance(value, ast.Call) and last_name(value.func) == "assertTrue":
        return bool(value.args) and isinstance(value.args[0], ast.Constant) and bool(value.args[0].value)
    if isinstance(value, ast.Call) and last_name(value.func) in _QUIET:
        root = (test.module.resolve(value.func, scope) or root_name(value.func) or "").partition(".")[0]
        return isinstance(value.func, ast.Name) or root in _LOGGERS
    return False


def _is_read(test: Test, scope: Scope, name: str, handler: ast.ExceptHandler) -> bool:
    """Whether anything outside the handler looks at a name."""
    inside = {id(part) for statement in flat(handler.body) for part in ast.walk(statement)}
    if any(name in node.names for kind in (ast.Global, ast.Nonlocal) for node in scope.statements.get(kind, ())):
        return True
    return any(
        node.id == name and isinstance(node.ctx, ast.Load) and id(node) not in inside
        for node in test.scope.nodes(ast.Name)
    )


def _is_retried(test: Test, node: Any, handler: ast.ExceptHandler) -> bool:
    """Whether a loop tries again until the assertion holds, and somebody notices if it never does."""
    ways = {type(item) for item in flat([*node.body, *node.orelse])}
    if ast.Return not in ways and ast.Break not in ways:
        return False
    for above in test.module.enclosing(node):
        if isinstance(above, _LOOPS):
            if isinstance(above, ast.While) or above.orelse or _speaks(_behind(test.module, above)):
                return True
            if ast.Return not in ways:
                return False
    return False


def _lists(parent: Any) -> list[list[Any]]:
    return list(blocks(parent)) or [getattr(parent, "body", [])]
