"""Ways: whether `assert True` stands where a test must come, because every other way fails."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.names import last_name
from flake8_testquality.model.risk import is_fail
from flake8_testquality.model.scopes import flat

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope

_LOOPS = (ast.For, ast.AsyncFor, ast.While)
_BROAD = frozenset({"AssertionError", "Exception", "BaseException"})


def marks_way(assertion: Assertion, part: ast.expr) -> bool:
    """Whether `assert True` stands where a test must come, because every other way fails."""
    if not isinstance(part, ast.Constant):
        return False
    module, scope = assertion.module, assertion.scope
    above: Any = module.block_parent(assertion.statement)
    before, after = _neighbours(module, assertion.statement)
    if isinstance(after, ast.Return | ast.Break) and _skips_fail(after, module, scope):
        return True
    if isinstance(above, ast.If):
        return _other_branch_fails(above, assertion.statement, module, scope)
    if isinstance(above, ast.match_case):
        cases: Any = module.block_parent(above)
        return any(item is not above and _fails(item.body, module, scope) for item in cases.cases[-1:])
    if isinstance(above, ast.Try) and assertion.statement in (*above.body[-1:], *above.orelse[-1:]):
        return _only_fails(above, module, scope)
    if isinstance(before, ast.Try):
        return _only_fails(before, module, scope)
    if not isinstance(above, ast.ExceptHandler):
        return False
    types = above.type.elts if isinstance(above.type, ast.Tuple) else [above.type]
    outer: Any = module.block_parent(above)
    if any(item is None or last_name(item) in _BROAD for item in types) or not isinstance(outer, ast.Try):
        return False
    return _fails(outer.body, module, scope) or _fails(outer.orelse, module, scope)


def _fails(block: list[Any], module: Module, scope: Scope) -> bool:
    """Whether a block ends by failing the test."""
    return any(is_fail(item, module, scope) for item in block[-1:])


def _other_branch_fails(choice: ast.If, statement: ast.stmt, module: Module, scope: Scope) -> bool:
    """Whether the branch that a choice takes otherwise fails: of a chain of elif the last one."""
    other = choice.orelse if statement in choice.body else choice.body
    while len(other) == 1 and isinstance(other[0], ast.If):
        other = other[0].orelse
    return _fails(other, module, scope)


def _skips_fail(leaving: ast.stmt, module: Module, scope: Scope) -> bool:
    """Whether a return, or a break, jumps over a statement that fails: below it, in its loop or in the else of that.

    What fails below a whole try is not caught by its handlers, however broad.
    """
    inner: Any = leaving
    for outer in module.enclosing(leaving):
        if _turns_until_fail(outer, module, scope):
            return True
        if isinstance(leaving, ast.Break) and isinstance(outer, _LOOPS):
            return _fails(outer.orelse, module, scope)
        block = _block_of(inner, outer)
        below = block[block.index(inner) + 1 :]
        if isinstance(leaving, ast.Return) and any(is_fail(item, module, scope) for item in below):
            return True
        inner = outer
    return False


def _turns_until_fail(outer: ast.AST, module: Module, scope: Scope) -> bool:
    """Whether a statement is an endless loop that something in it ends by failing the test."""
    if not isinstance(outer, ast.While) or not isinstance(outer.test, ast.Constant) or not outer.test.value:
        return False
    return any(is_fail(item, module, scope) for item in flat(outer.body))


def _only_fails(statement: ast.Try, module: Module, scope: Scope) -> bool:
    """Whether each handler of a try makes the test fail, so that what follows the body is the one way to pass."""
    handlers = statement.handlers
    return bool(handlers) and all(any(is_fail(item, module, scope) for item in one.body) for one in handlers)


def _neighbours(module: Module, statement: ast.stmt) -> tuple[ast.stmt | None, ast.stmt | None]:
    """The statements before and after one in its block."""
    block = _block_of(statement, module.block_parent(statement))
    at = block.index(statement)
    return (block[at - 1] if at else None), (block[at + 1] if at + 1 < len(block) else None)


def _block_of(statement: Any, above: Any) -> list[Any]:
    """The block of a compound statement or definition that holds a statement; one of its own if none does."""
    for field in ("body", "orelse", "finalbody", "handlers", "cases"):
        block = getattr(above, field, ())
        if statement in block:
            return list(block)
    return [statement]
