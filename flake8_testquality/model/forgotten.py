"""Forgotten checks: comparisons whose value nobody takes, assertions that are named and not called."""

from __future__ import annotations

import ast
import re
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.assertions import LOGS, MOCK, RAISES, UNITTEST, WARNS
from flake8_testquality.model.checkers import is_checking_mark
from flake8_testquality.model.intentions import is_smoke_test
from flake8_testquality.model.leaving import leaves_in_silence
from flake8_testquality.model.names import called_name, is_self
from flake8_testquality.model.operand_effects import compares_by_asserting, is_read_for_effect, runs_own_code
from flake8_testquality.model.rewriting import holds_comment
from flake8_testquality.model.same_words import same_words
from flake8_testquality.model.scopes import FUNCTIONS, Scope, descend
from flake8_testquality.regex import regex
from flake8_testquality.rule import Edit

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

_METHODS = frozenset(UNITTEST) | RAISES | WARNS | LOGS
# name -> how many arguments it takes before the callable.
_BLOCKS = {
    "pytest.raises": 1, "pytest.warns": 1, "pytest.deprecated_call": 0,
    "assertRaises": 1, "assertRaisesRegex": 2, "assertRaisesRegexp": 2, "assertWarns": 1, "assertWarnsRegex": 2,
    "assertLogs": 2, "assertNoLogs": 2,
}  # fmt: skip
_RUNNING = frozenset(
    "raises warns assertRaises assertRaisesRegex assertWarns submit Thread Process Timer to_thread run_in_executor "
    "run_sync apply_async".split()
)
_ARMING = frozenset(name.rpartition(".")[2] for name in _BLOCKS)
# what a comment says of a comparison that is there for what it does
_EFFECT = regex(
    r"\b(?:trigger|load|forc|evaluat|populat|fill|warm|cach|initiali[sz]|access|side.?effect|rais)\w*", re.IGNORECASE
)
# what the comment above says of comparisons that only must be possible
_NO_MATTER = regex(r"\b(?:do(?:es)?n't|do(?:es)? not|never) (?:care|matter|mind)\b", re.IGNORECASE)
_NEAR = 6
# The types of expression that may be a comparison, or hold one and its message.
_COMPARING = frozenset({ast.Compare, ast.Attribute, ast.UnaryOp, ast.BoolOp, ast.Tuple})
_TRUTHS = frozenset({"true", "false"})
_NAMING = frozenset({ast.Name, ast.Attribute})
_ASSERTION = regex(r"assert(?:_|[A-Z])")


def forgotten_checks(test: Test) -> bool:
    """Whether a test holds a comparison or assertion that was written and never made."""
    return bool(discarded_comparisons(test) or uncalled_assertions(test))


def discarded_comparisons(test: Test) -> list[ast.Expr]:
    """The statements of a test that are a comparison, or `mock.called`, and nothing else."""
    return test.fact(_discarded_comparisons)


def _discarded_comparisons(test: Test) -> list[ast.Expr]:
    found = [
        statement
        for scope in test.scopes if scope.is_function
        for statement in scope.statements.get(ast.Expr, ())
        if statement.value.__class__ in _COMPARING and is_truth(compared(statement))
        and not _is_for_effect(test.module, statement) and not is_read_for_effect(test, statement)
        and not (scope is not test.scope and _is_only_run(test, scope))
        and not compares_by_asserting(test.module, statement, scope)
    ]  # fmt: skip
    # a benchmark compares for the time that it takes, and recwarn takes the warnings of all that a test does
    if not found or is_measured(test) or "recwarn" in test.fixture_names:
        return []
    return [] if is_smoke_test(test) or runs_own_code(test) else found


def _is_only_run(test: Test, scope: Scope) -> bool:
    """Whether a function of a test is run by a thread, or where a failure is awaited: what it does is the point."""
    name = scope.node.name  # type: ignore[union-attr]
    for call in test.calls:
        given = (*call.args, *(word.value for word in call.keywords))
        if called_name(call) in _RUNNING and any(isinstance(item, ast.Name) and item.id == name for item in given):
            return True
        is_call = isinstance(call.func, ast.Name) and call.func.id == name
        if is_call and _is_awaited(test.module, test.module.statement_of(call)):
            return True
    return False


def compared(statement: ast.Expr) -> ast.expr:
    """What a statement computes, without the message behind it: `total == 3` of `total == 3, "wrong total"`."""
    value = statement.value
    if isinstance(value, ast.Tuple) and len(value.elts) == 2:
        message = value.elts[1]
        if isinstance(message, ast.JoinedStr) or (isinstance(message, ast.Constant) and isinstance(message.value, str)):
            return value.elts[0]
    return value


def is_truth(node: ast.expr) -> bool:
    """Whether an expression only compares (or asks `.called`) and does nothing else."""
    cls = node.__class__
    if cls is ast.Compare:
        return True
    if cls is ast.Attribute:
        return node.attr == "called"  # type: ignore[attr-defined, no-any-return]
    if cls is ast.UnaryOp:
        return isinstance(node.op, ast.Not) and is_truth(node.operand)  # type: ignore[attr-defined]
    return cls is ast.BoolOp and all(is_truth(part) for part in node.values)  # type: ignore[attr-defined]


def is_measured(test: Test) -> bool:
    """Whether a test is a benchmark, by its marks or fixtures."""
    return any(is_checking_mark(mark.name) for mark in test.marks) or any(
        "bench" in name for name in test.fixture_names
    )


def _is_mirrored(module: Module, statement: Any) -> bool:
    """Whether the statement beside it compares the same the other way round: what both must not do is the question."""
    node = statement.value
    if not isinstance(node, ast.Compare):
        return False
    lines = {statement.lineno - 1, statement.lineno, statement.end_lineno + 1}
    beside = (getattr(item, "value", None) for line in lines for item in module.statements_on(line))
    return any(
        isinstance(other, ast.Compare)
        and same_words(node.left, other.comparators[0])
        and same_words(other.left, node.comparators[0])
        for other in beside
    )


def _is_for_effect(module: Module, statement: Any) -> bool:
    """Whether something waits for the comparison to raise or warn, or a comment says that its effect is wanted."""
    lines = module.source.lines
    if _EFFECT.search(lines[statement.end_lineno - 1].partition("#")[2]) or _is_mirrored(module, statement):
        return True
    before = islice(takewhile(str.strip, reversed(lines[: statement.lineno - 1])), _NEAR)
    if _NO_MATTER.search(next((line for line in before if line.lstrip().startswith("#")), "")):
        return True
    return _is_awaited(module, statement)


def _is_awaited(module: Module, statement: ast.AST) -> bool:
    """Whether a handler or a context manager around a statement waits for what it raises or warns."""
    for above in module.enclosing(statement):
        if isinstance(above, ast.Try | ast.TryStar) and above.handlers:
            return True
        if isinstance(above, ast.With | ast.AsyncWith) and any(
            not leaves_in_silence(item.context_expr) and not _is_read_in(statement, item.optional_vars)
            for item in above.items
        ):
            return True
    return False


def _is_read_in(statement: ast.AST, bound: ast.expr | None) -> bool:
    """Whether a statement reads what a context manager gives: a resource, then, and nothing that waits for it."""
    return isinstance(bound, ast.Name) and any(
        isinstance(part, ast.Name) and part.id == bound.id for part in descend(statement)
    )


def uncalled_assertions(test: Test) -> list[tuple[ast.stmt, ast.expr]]:
    """(statement, what is named) for each assertion of a test that is named and not called, or armed and never used."""
    return test.fact(_uncalled_assertions)


def _uncalled_assertions(test: Test) -> list[tuple[ast.stmt, ast.expr]]:
    found: list[tuple[ast.stmt, ast.expr]] = []
    arming = test.module.calls.among(_ARMING)
    for scope in test.scopes:
        for statement in scope.statements.get(ast.Expr, ()):
            value = statement.value.value if statement.value.__class__ is ast.Await else statement.value
            cls = value.__class__
            if (cls in _NAMING and _is_named_only(test, value, scope)) or (
                cls is ast.Call and scope in arming and _is_idle(test, value, scope)
            ):
                if _is_for_effect(test.module, statement):
                    continue
                found.append((statement, value))
        for statement in scope.statements.get(ast.Assert, ()):
            for part in _conjuncts(statement.test) if statement.test.__class__ in (ast.Attribute, ast.BoolOp) else ():
                if isinstance(part, ast.Attribute) and part.attr in MOCK:
                    found.append((statement, part))
    for item in test.assertions:
        if item.relation in _TRUTHS and item.kind == "unittest" and isinstance(item.actual, ast.Attribute):
            found.extend([(item.statement, item.actual)] if item.actual.attr in MOCK else [])
    return found


def _conjuncts(node: ast.expr) -> list[ast.expr]:
    return node.values if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And) else [node]


def _is_named_only(test: Test, node: Any, scope: Scope) -> bool:
    """Whether a name or chain is that of an assertion: a mock's, the test case's, an imported one, one of the file."""
    word = node.id if isinstance(node, ast.Name) else node.attr
    if isinstance(node, ast.Attribute) and word in MOCK:
        return True
    if word != "fail" and word not in _METHODS and _ASSERTION.match(word) is None:
        return False
    if isinstance(node, ast.Attribute) and is_self(node.value):
        found = test.cls.lineage.method(word) if test.cls is not None else None
        # a property asserts by being read
        return found is None or not found[1].decorator_list
    dotted = test.module.resolve(node, scope)
    if word == "fail":
        return dotted == "pytest.fail"
    if dotted is not None:
        place = test.module.find(dotted)
        return place is None or isinstance(place[1], FUNCTIONS)
    return isinstance(test.module.definition(node, scope), FUNCTIONS)


def _is_idle(test: Test, node: ast.expr, scope: Scope) -> bool:
    """Whether an expression arms a raises or warns and gives it nothing to run."""
    if not isinstance(node, ast.Call) or any(isinstance(item, ast.Starred) for item in node.args):
        return False
    func = node.func
    is_method = isinstance(func, ast.Attribute) and is_self(func.value)
    name = func.attr if is_method else test.module.resolve(func, scope)  # type: ignore[attr-defined]
    count = _BLOCKS.get(name or "")
    if count is None or len(node.args) > count:
        return False
    if is_method and test.cls is not None and test.cls.lineage.method(name or "") is not None:
        return False
    return not any(word.arg in ("callable", "func", "callable_obj", None) for word in node.keywords)


def call_edits(module: Module, statement: ast.stmt, node: ast.expr) -> tuple[Edit, ...]:
    """The edit that calls a mock's assertion that was only named, where it needs no arguments."""
    if not isinstance(node, ast.Attribute) or node.attr not in _ARGUMENTLESS:
        return ()
    end = module.source.range(node)[1]
    if isinstance(statement, ast.Expr) and not isinstance(statement.value, ast.Await | ast.Call):
        return (Edit(end, end, "()"),)
    if isinstance(statement, ast.Assert) and statement.test is node and statement.msg is None:
        first, last = module.source.range(statement)
        return () if holds_comment(module, first, last) else (Edit(first, last, f"{module.source.segment(node)}()"),)
    return ()


_ARGUMENTLESS = frozenset({
    "assert_called", "assert_called_once", "assert_not_called", "assert_awaited", "assert_awaited_once",
    "assert_not_awaited",
})  # fmt: skip
