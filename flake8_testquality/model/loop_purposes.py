"""Loop purposes: whether a loop in a test tries inputs, or only verifies an answer, sets up, cleans up or waits."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from typing import Any

from flake8_testquality.model.branches import repeats
from flake8_testquality.model.checks import block_checks, call_checks
from flake8_testquality.model.loop_expectations import goes_over_expectations, holds_answers
from flake8_testquality.model.loop_readings import acts, is_own_container, is_pure, is_reading, lookups
from flake8_testquality.model.loop_sources import is_answer, is_got, is_input, pairs_inputs, stands_ready
from flake8_testquality.model.names import called_name, dotted_text, last_name, root_name, target_names
from flake8_testquality.model.scopes import descend, flat
from flake8_testquality.model.tests import Test
from flake8_testquality.model.words import words

_PAUSES = frozenset({"sleep", "wait", "checkpoint"})
_CLOCKS = frozenset({"time", "monotonic", "perf_counter", "now"})
_CHANGES = frozenset("append add extend insert update setdefault remove discard pop popitem clear sort reverse".split())
ENDS = frozenset(
    "delete remove close stop terminate destroy drop clear unlink rmdir cancel rollback detach deregister disable join "
    "shutdown kill reset release cleanup teardown purge uninstall".split()
)
_BRANCHES = (ast.If, ast.Try, ast.ExceptHandler, ast.Match, ast.match_case)
_STEPS = (ast.Pass, ast.Continue, ast.Break, ast.Return, ast.Raise, ast.Delete, ast.Import, ast.ImportFrom)


def only_verifies(test: Test, loop: Any) -> bool:
    """Whether a loop over no literal does nothing but read and assert, trim its items or strike them off.

    So does one over a literal that looks up each in a result and calls nothing more: `assert name in found`.
    """
    checking = {assertion.statement for assertion in test.assertions}
    if isinstance(loop, ast.While):
        return _walks(test, loop, checking)
    if goes_over_expectations(test, loop):
        return True
    known = set(target_names(loop.target))
    inside = list(flat([*loop.body, *loop.orelse]))
    is_given = is_input(test, loop.iter, loop.lineno)
    is_ready = is_given or pairs_inputs(test, loop.iter, loop.lineno) or stands_ready(test, loop.iter)
    if is_ready and any(statement in checking and _calls_more(test, statement, known) for statement in inside):
        return False
    if (
        is_given
        and not holds_answers(test, loop.iter)
        and not any(
            _reads_result(test, statement, known) if statement in checking else _goes_on(test, statement, known)
            for statement in inside
        )
    ):
        return False
    is_seen = not is_ready and is_answer(test, loop.iter)
    known.update(lookups(loop.iter) if is_seen else ())
    return all(
        statement in checking or _only_reads(test, statement, known) or (is_seen and _is_check(test, statement))
        for statement in inside
    )


def _goes_on(test: Test, statement: Any, known: set[str]) -> bool:
    """Whether a statement goes over something else than what the test has written out, and not over an item."""
    if not isinstance(statement, ast.For) or root_name(statement.iter) in known:
        return False
    return isinstance(statement.iter, ast.Attribute) and not is_input(test, statement.iter, statement.lineno)


def _walks(test: Test, loop: ast.While, checking: set[Any]) -> bool:
    """Whether a loop goes from part to part of an answer, and only reads them: `node = node.parent`."""
    inside = list(flat([*loop.body, *loop.orelse]))
    known = {
        step.targets[0].id
        for step in inside
        if isinstance(step, ast.Assign)
        and isinstance(step.targets[0], ast.Name)
        and isinstance(step.value, ast.Attribute)
        and root_name(step.value) == step.targets[0].id
    }
    return bool(known) and not any(
        _calls_more(test, statement, known) if statement in checking else not _only_reads(test, statement, known)
        for statement in inside
    )


def _reads_result(test: Test, statement: Any, known: set[str]) -> bool:
    """Whether an assertion looks at something that the test got from a call, or that its object keeps."""
    if not isinstance(statement, ast.Assert | ast.Expr):
        return False
    value = statement.test if isinstance(statement, ast.Assert) else statement.value
    parts = [part for part in descend(value) if isinstance(part, ast.Name)]
    return any(is_got(test, part.id) for part in parts if part.id not in known) or _reads_kept(value, known)


def _reads_kept(value: ast.expr, known: set[str]) -> bool:
    """Whether an expression asks what is in an attribute of something: `item in self.found`."""
    held = [part.comparators[0] for part in descend(value) if _asks_member(part)]
    return any(isinstance(part, ast.Attribute | ast.Subscript) and root_name(part) not in known for part in held)


def _asks_member(part: ast.AST) -> bool:
    return isinstance(part, ast.Compare) and isinstance(part.ops[0], ast.In | ast.NotIn)


def _calls_more(test: Test, statement: Any, known: set[str]) -> bool:
    """Whether an assertion calls more than readers and methods of the items."""
    if isinstance(statement, ast.Assert):
        parts = [statement.test]
    elif isinstance(statement, ast.With | ast.AsyncWith):
        return True
    else:
        parts = statement.value.args if isinstance(getattr(statement, "value", None), ast.Call) else []
    return acts(test, parts, known)


def _only_reads(test: Test, statement: Any, known: set[str]) -> bool:
    """Whether a statement reads, trims or strikes off items; the parts that it names are known from then on."""
    if isinstance(statement, ast.Assign | ast.AnnAssign | ast.AugAssign):
        targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
        value = statement.value
        for target in targets:
            is_part = isinstance(target, ast.Subscript | ast.Attribute)
            if is_part and root_name(target) not in known and not is_own_container(test, target):
                return False
    elif isinstance(statement, ast.For):
        targets, value = [statement.target], statement.iter
    elif isinstance(statement, ast.With) and all(called_name(item.context_expr) == "open" for item in statement.items):
        targets, value = [item.optional_vars for item in statement.items if item.optional_vars is not None], None
    elif isinstance(statement, ast.Expr):
        return _strikes_off(test, statement.value, known)
    else:
        return isinstance(statement, (*_BRANCHES, *_STEPS))
    if value is not None and acts(test, [value], known):
        return False
    known.update(name for target in targets for name in target_names(target))
    return True


def _strikes_off(test: Test, value: ast.expr, known: set[str]) -> bool:
    """Whether an expression changes an item or a container of the test, or prints; a bare constant says nothing."""
    if not isinstance(value, ast.Call):
        return isinstance(value, ast.Constant)
    if acts(test, [*value.args, *(word.value for word in value.keywords)], known):
        return False
    if is_pure(test, value) or last_name(value.func) == "print":
        return True
    if not isinstance(value.func, ast.Attribute):
        return False
    if value.func.attr == "fail" and dotted_text(value.func) in ("pytest.fail", "self.fail"):
        return True
    is_ours = root_name(value.func) in known or is_own_container(test, value.func.value)
    return value.func.attr in _CHANGES and is_ours


def waits(test: Test, loop: Any) -> bool:
    """Whether a loop waits for something, until a time is up or so many times, or draws what the code has ready."""
    if isinstance(loop, ast.While):
        asked = [part for part in descend(loop.test) if isinstance(part, ast.Call)]
        if any(last_name(call.func) in _CLOCKS for call in asked) or _draws(test, loop, asked) or _asks_on(test, loop):
            return True
    elif last_name(getattr(loop.iter, "func", loop.iter)) != "range":
        return False
    return any(
        isinstance(call, ast.Call) and last_name(call.func) in _PAUSES
        for statement in flat(loop.body)
        if isinstance(statement, ast.Expr)
        for call in (statement.value.value if isinstance(statement.value, ast.Await) else statement.value,)
    )


def _draws(test: Test, loop: ast.While, asked: list[ast.Call]) -> bool:
    """Whether a loop asks an object for more each time, and calls nothing else: `while queue.pending():`."""
    asked = [call for call in asked if not is_reading(test, call, set())]
    roots = {root for call in asked if (root := root_name(call.func)) is not None}
    drawn = {name for statement in flat(loop.body) for name in _bound(test, statement)}
    named = {part.target.id for part in descend(loop.test) if isinstance(part, ast.NamedExpr)}
    known = roots | drawn | named
    return bool(asked) and not any(acts(test, _expressions(statement), known) for statement in flat(loop.body))


def _asks_on(test: Test, loop: ast.While) -> bool:
    """Whether a loop goes on until an answer says otherwise: the next page, a state. Counting goes over inputs."""
    got: set[str] = set()
    for statement in flat(loop.body):
        if isinstance(statement, ast.Assign):
            parts = list(descend(statement.value))
            if any(isinstance(part, ast.Call) or (isinstance(part, ast.Name) and part.id in got) for part in parts):
                got.update(name for target in statement.targets for name in target_names(target))
    asked = {part.id for end in _ends(loop) for part in descend(end) if isinstance(part, ast.Name)} & got
    places = [place.value for name in asked for place in test.module.bindings(test.scope).get(name, ())]
    return bool(asked) and not any(
        isinstance(value, ast.Constant) and isinstance(value.value, int | float) and not isinstance(value.value, bool)
        for value in places
    )


def _ends(loop: ast.While) -> list[ast.expr]:
    """What decides on the end of a loop: its condition, or those of the breaks in `while True`."""
    if not isinstance(loop.test, ast.Constant):
        return [loop.test]
    asking = [statement for statement in loop.body if isinstance(statement, ast.If)]
    return [item.test for item in asking if any(isinstance(step, ast.Break) for step in item.body)]


def only_prepares(test: Test, loop: Any) -> bool:
    """Whether a loop asserts nothing and counts through a range, or its calls are not those that are checked.

    They are not where another act follows before the next assertion, or where they put an end to things.
    """
    module, checking = test.module, {assertion.statement for assertion in test.assertions}
    inside = list(flat([*loop.body, *loop.orelse]))
    if any(statement in checking for statement in inside):
        return False
    counts = isinstance(loop, ast.For) and isinstance(loop.iter, ast.Call) and last_name(loop.iter.func) == "range"
    if any(statement in checking for statement in module.enclosing(loop)):
        return counts and repeats(loop)
    if counts or block_checks(module, [*loop.body, *loop.orelse], test.scope):
        return counts
    above = [outer for outer in module.enclosing(loop) if isinstance(outer, ast.For) and is_answer(test, outer.iter)]
    known = {name for outer in above for name in target_names(outer.target)}
    acting = [statement for statement in inside if acts(test, _expressions(statement), known)]
    threading = {"start", "join"} if ".join()" in test.text else {"join"}
    if all(is_end(statement, threading) for statement in acting):
        return True
    verdict = _is_followed_by_act(test, loop)
    return all(is_end(statement, ENDS) for statement in acting) if verdict is None else verdict


def is_end(statement: Any, ends: Iterable[str]) -> bool:
    """Whether a statement is the call of something that puts an end to what is there: `client.delete_item(...)`."""
    call = statement.value if isinstance(statement, ast.Expr) else None
    call = call.value if isinstance(call, ast.Await) else call
    said = words(last_name(call.func) or "") if isinstance(call, ast.Call) else []
    return bool(said) and said[0] in ends


def _is_followed_by_act(test: Test, loop: Any) -> bool | None:
    """Whether another act stands between a loop and the next assertion, or in that; None where none follows.

    A helper that checks acts as well, as long as nothing that the loop kept is handed to it.
    """
    checking = {assertion.statement for assertion in test.assertions}
    plain = {assertion.statement for assertion in test.assertions if assertion.kind != "helper"}
    kept = {name for statement in flat(loop.body) for name in _bound(test, statement)}
    since: set[str] = set()
    acted = False
    for statement in flat(test.body):
        if getattr(statement, "lineno", 0) <= loop.end_lineno:
            continue
        parts = list(_expressions(statement))
        names = {part.id for node in parts for part in descend(node) if isinstance(part, ast.Name)}
        if statement not in plain and (statement in checking or _is_check(test, statement)):
            return acted or kept.isdisjoint(names)
        if statement in plain:
            if isinstance(statement, ast.With | ast.AsyncWith) or _calls_more(test, statement, kept):
                return True
            return acted and (kept.isdisjoint(names) or not since.isdisjoint(names))
        if acts(test, parts, kept) and not is_end(statement, ENDS | _PAUSES):
            acted = True
            since.update(_bound(test, statement))
        elif not kept.isdisjoint(names):
            kept.update(_bound(test, statement))
        elif not since.isdisjoint(names):
            since.update(_bound(test, statement))
    return None


def _is_check(test: Test, statement: Any) -> bool:
    call = statement.value if isinstance(statement, ast.Expr) else None
    call = call.value if isinstance(call, ast.Await) else call
    return isinstance(call, ast.Call) and call_checks(test.module, call, test.scope)


def _bound(test: Test, statement: Any) -> Iterator[str]:
    """The names that a statement gives a value, or whose containers it fills."""
    if isinstance(statement, ast.Expr):
        func = statement.value.func if isinstance(statement.value, ast.Call) else None
        if isinstance(func, ast.Attribute) and func.attr in _CHANGES and is_own_container(test, func.value):
            yield root_name(func) or ""
        return
    targets = getattr(statement, "targets", None) or [getattr(statement, "target", None)]
    if isinstance(statement, ast.With | ast.AsyncWith):
        targets = [item.optional_vars for item in statement.items]
    for target in targets:
        if isinstance(target, ast.Subscript | ast.Attribute):
            yield from {root_name(target) or ""} - {"self"}
        elif target is not None:
            yield from target_names(target)


def _expressions(statement: Any) -> Iterator[ast.expr]:
    """The expressions of a statement itself, those of the blocks in it left out."""
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return
    for child in ast.iter_child_nodes(statement):
        if isinstance(child, ast.expr):
            yield child
        elif isinstance(child, ast.withitem):
            yield child.context_expr
