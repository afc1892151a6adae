"""Reachability: what in a test no path reaches, and what behind the statement that must raise cannot run."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.assertions import MOCK, RAISES, UNITTEST
from flake8_testquality.model.leaving import leaves_in_silence
from flake8_testquality.model.names import last_name, root_name, target_names
from flake8_testquality.model.nodes import is_exhaustive
from flake8_testquality.model.raises import expectations
from flake8_testquality.model.risk import is_fail
from flake8_testquality.model.scopes import Scope, blocks, descend, expression_children, flat
from flake8_testquality.model.unreached import ENDING_WORDS, ending_call, statement_lists

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.raises import Expectation
    from flake8_testquality.model.tests import Test

_JUMPING = frozenset({ast.Return, ast.Break, ast.Continue, ast.Raise, ast.While, ast.Match})
_JUMPS = {ast.Return: "return", ast.Break: "break", ast.Continue: "continue"}
# An assertion raises these itself.
_TOO_WIDE = frozenset(["AssertionError", "Exception", "BaseException", "failureException"])
# What reading an attribute (False) or an element (True) raises.
_RAISED_BY = (
    frozenset({"AttributeError"}),
    frozenset({"AttributeError", "KeyError", "IndexError", "LookupError"}),
)
# What reads without calling product code.
_READING = frozenset({
    "len", "str", "repr", "int", "bool", "float", "isinstance", "type", "sorted", "list", "tuple", "set", "dict",
    "any", "all", "sum", "min", "max", "hasattr",
})  # fmt: skip
_CLOSING = frozenset({
    "close", "aclose", "stop", "shutdown", "exit", "end", "delete", "remove", "clear", "disconnect", "terminate",
    "kill", "release", "detach", "cancel", "freeze", "lock", "start", "seek", "set", "setattr", "patch",
    "register", "next",
})  # fmt: skip
_MAX_NESTING = 20


def unreachable_assertions(test: Test) -> Iterator[tuple[Assertion, str]]:
    """(assertion, what comes before it and never lets it run) for each assertion that no path reaches."""
    dead: dict[Any, str] = {}
    ending_calls = test.module.calls.among(ENDING_WORDS)
    for scope in test.scopes:
        if scope.is_function and (scope in ending_calls or not _JUMPING.isdisjoint(scope.statements)):
            dead.update(_dead_statements(test, scope))
    for claim in test.fact(expectations):
        if claim.kind == "raises" and claim.block is not None and len(claim.block) > 1:
            for statement in _behind_the_raise(claim):
                dead.setdefault(statement, _first_call_text(claim))
    if dead:
        for item in test.assertions:
            if item.statement in dead and not _says_unreachable(item):
                # one statement may be two assertions: `assert is_paid(order)` and what the helper checks
                yield item, dead.pop(item.statement)


def _says_unreachable(item: Assertion) -> bool:
    """Whether an assertion is there to say that the place cannot be reached: it is a fail by any name."""
    return item.kind == "fail" or is_fail(item.statement, item.module, item.scope)


def _dead_statements(test: Test, scope: Scope) -> dict[Any, str]:
    module, found = test.module, dict[Any, str]()
    for statement, words in _endings(test, scope):
        current: Any = statement
        for _ in range(_MAX_NESTING):
            parent = module.block_parent(current)
            block = next((item for item in statement_lists(parent) if current in item), None)
            if parent is None or block is None:
                break
            for later in flat(block[block.index(current) + 1 :]):
                found.setdefault(later, words)
            if parent is scope.node or not _ends(test, parent, scope, 0):
                break
            current = parent
    return found


def _endings(test: Test, scope: Scope) -> Iterator[tuple[Any, str]]:
    for kind, words in _JUMPS.items():
        for node in scope.statements.get(kind, ()):
            yield node, words
    for node in scope.statements.get(ast.Raise, ()):
        yield node, "raise"
    for node in scope.statements.get(ast.Expr, ()):
        name = ending_call(test.module, test.cls, node, scope)
        if name:
            yield node, name
    for node in scope.statements.get(ast.While, ()):
        if is_endless(node):
            yield node, "an endless loop"
    for node in scope.statements.get(ast.Match, ()):
        if _ends(test, node, scope, 0):
            yield node, "a match that always leaves"


def is_endless(node: ast.While) -> bool:
    """Whether a loop goes on for ever, unless a return or an exception leaves it."""
    if not (isinstance(node.test, ast.Constant) and node.test.value):
        return False
    pending = list(node.body)
    while pending:
        statement = pending.pop()
        if isinstance(statement, ast.Break):
            return False
        if isinstance(statement, ast.While | ast.For | ast.AsyncFor):
            pending.extend(statement.orelse)
        else:
            pending.extend(item for block in blocks(statement) for item in block)
    return True


def _ends(test: Test, statement: Any, scope: Scope, depth: int) -> bool:
    """Whether no path leads out of the end of a statement."""
    if depth > _MAX_NESTING:
        return False
    if isinstance(statement, ast.Return | ast.Break | ast.Continue | ast.Raise):
        return True
    if isinstance(statement, ast.Expr):
        return bool(ending_call(test.module, test.cls, statement, scope))

    def ended(block: list[Any]) -> bool:
        return any(_ends(test, item, scope, depth + 1) for item in block)

    if isinstance(statement, ast.If):
        return ended(statement.body) and ended(statement.orelse)
    if isinstance(statement, ast.With | ast.AsyncWith):
        # what is entered may swallow an exception, but no return
        return any(isinstance(item, ast.Return | ast.Break | ast.Continue) for item in statement.body)
    if isinstance(statement, ast.Try):
        if ended(statement.finalbody):
            return True
        return (ended(statement.body) or ended(statement.orelse)) and all(
            ended(item.body) for item in statement.handlers
        )
    if isinstance(statement, ast.While):
        return is_endless(statement)
    if isinstance(statement, ast.Match):
        return is_exhaustive(statement) and all(ended(case.body) for case in statement.cases)
    return False


# ------------------------------------------------------------------ raises blocks


def _first_call_text(claim: Expectation) -> str:
    first = next((item for item in claim.block or () if _calls(item)), None)
    return (
        f"`{claim.assertion.module.text(first, 30)}`, which must raise"
        if first is not None
        else "the statement that must raise"
    )


def _behind_the_raise(claim: Expectation) -> Iterator[Any]:
    """The assertions in a raises block behind its first call, which raises or fails the test."""
    block = claim.block or []
    if not claim.names or (not all(claim.names) and not all(last_name(item) for item in claim.classes)):
        return
    expected = {last_name(item) or "" for item in claim.classes}
    if expected & _TOO_WIDE or claim.assertion.relation != "raises" or _leaving_may_raise(claim):
        return
    index = next((n for n, item in enumerate(block) if not _is_set_up(item)), len(block))
    if index >= len(block) - 1:
        return
    first = block[index]
    if list(blocks(first)) or isinstance(first, ast.Assert) or not _calls(first) or _is_claim(first):
        return
    bound = {name for item in block[:index] for name in _bound(item)}
    made = set(_bound(first))
    behind = block[index + 1 :]
    is_trusted = _is_the_one(first)
    # if anything behind it could raise what is expected, it may be that which must
    if all(_is_claim(item) and not _may_raise(item, claim, bound, made, expected, is_trusted) for item in behind):
        yield from behind


def _leaving_may_raise(claim: Expectation) -> bool:
    """Whether the same with statement enters something behind the raises whose leaving may be what raises."""
    entered = [part.context_expr for part in claim.assertion.statement.items]
    behind = entered[entered.index(claim.call) + 1 :] if claim.call in entered else []
    return not all(leaves_in_silence(node) for node in behind)


def _is_the_one(statement: Any) -> bool:
    """Whether a block's first call is surely meant to raise: its value is dropped, and it does not end something.

    What was closed may raise when it is used, and what is kept may be evaluated later.
    """
    value = statement.value if isinstance(statement, ast.Expr) else None
    value = value.value if isinstance(value, ast.Await) else value
    word = last_name(value.func) if isinstance(value, ast.Call) else None
    return word is not None and _CLOSING.isdisjoint(word.lower().split("_"))


def _is_set_up(statement: Any) -> bool:
    return (
        not list(blocks(statement))
        and not _calls(statement)
        and not isinstance(statement, ast.Raise | ast.Delete | ast.Assert)
    )


def _calls(statement: Any) -> bool:
    return any(
        isinstance(part, ast.Call | ast.Await) for child in expression_children(statement) for part in descend(child)
    )


def _bound(statement: Any) -> list[str]:
    return [name for target in getattr(statement, "targets", ()) for name in target_names(target)]


def _is_claim(statement: Any) -> bool:
    if isinstance(statement, ast.Assert):
        return True
    value = statement.value if isinstance(statement, ast.Expr) else None
    value = value.value if isinstance(value, ast.Await) else value
    return isinstance(value, ast.Call) and _is_checker(value)


def _is_checker(call: ast.Call) -> bool:
    name = last_name(call.func)
    return isinstance(call.func, ast.Attribute) and (name in UNITTEST or name in MOCK) and name not in RAISES


def _looked_at(value: ast.expr) -> Iterator[Any]:
    """The parts of what an assertion looks at; the method of the runner or the mock that checks is left out."""
    value = value.value if isinstance(value, ast.Await) else value
    if not (isinstance(value, ast.Call) and _is_checker(value)):
        yield from descend(value)
        return
    for item in (*value.args, *(word.value for word in value.keywords)):
        yield from descend(item)


def _may_raise(
    statement: Any, claim: Expectation, bound: set[str], made: set[str], expected: set[str], is_trusted: bool
) -> bool:
    """Whether evaluating an assertion could itself raise what is expected."""
    value: Any = statement.test if isinstance(statement, ast.Assert) else statement.value
    caught = (claim.bound or "").partition(".")[0]
    for part in _looked_at(value):
        if isinstance(part, ast.Call):
            if root_name(part.func) == caught and caught:
                continue
            if not is_trusted and not (isinstance(part.func, ast.Name) and part.func.id in _READING):
                return True
        elif isinstance(part, ast.Attribute | ast.Subscript):
            root = root_name(part)
            if root == caught and caught:
                continue
            by_reading = _RAISED_BY[isinstance(part, ast.Subscript) or not is_trusted]
            if root in bound or root in made or expected & by_reading:
                return True
        elif (isinstance(part, ast.Name) and part.id in bound) or (
            isinstance(part, ast.BinOp | ast.Await | ast.NamedExpr | ast.Yield | ast.YieldFrom | ast.Lambda)
            and not is_trusted
        ):
            return True
    return False
