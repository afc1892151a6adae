"""Branches and loops in a test's own body."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from flake8_testquality.model.assertions import Assertion
from flake8_testquality.model.names import dotted_text, is_self, last_name, root_name, target_names
from flake8_testquality.model.scopes import descend, flat
from flake8_testquality.model.tests import Test

_PAUSES = frozenset({"sleep", "wait", "checkpoint"})
# What calls of these give is read from their arguments.
READERS = frozenset(
    "len list tuple set dict str int float bool bytes abs round sorted reversed sum min max any all next repr iter zip "
    "enumerate isinstance getattr hasattr json re datetime date base64 ast yaml copy deepcopy Decimal UUID".split()
)
_VIEWS = frozenset({"items", "keys", "values"})
_LISTERS = frozenset({"listdir", "scandir", "glob", "iglob", "rglob", "iterdir"})
_WRAPPERS = frozenset({"enumerate", "sorted", "reversed"})
LITERALS = (ast.List, ast.Tuple, ast.Set, ast.Dict, ast.Constant, ast.ListComp, ast.SetComp, ast.DictComp)


def conditionals(test: Test) -> Iterator[tuple[ast.AST, str]]:
    """Each if, match and conditional expression of a test's own body with its keyword; an elif chain counts once."""
    module = test.module
    for node in test.scope.statements.get(ast.If, ()):
        if not is_elif(test, node):
            yield node, "if"
    for node in test.scope.statements.get(ast.Match, ()):
        yield node, "match"
    if "else" not in module.source.segment(test.node):
        return
    for node in test.scope.own(ast.IfExp):
        if not any(isinstance(above, ast.Lambda) for above in module.ancestors(node)):
            yield node, "if ... else"


def is_elif(test: Test, node: ast.If) -> bool:
    """Whether an if is written as the elif of another one."""
    above = test.module.block_parent(node)
    if not isinstance(above, ast.If) or above.orelse != [node]:
        return False
    line, column = node.lineno, node.col_offset
    return test.module.source.lines[line - 1].encode()[column:].startswith(b"elif")


def loops(test: Test) -> Iterator[Any]:
    """Each for and while statement of a test's own body."""
    for kind in (ast.For, ast.AsyncFor, ast.While):
        yield from test.scope.statements.get(kind, ())


def has_subtest(loop: Any) -> bool:
    """Whether a loop opens a subTest (or pytest's `subtests.test`) for its items."""
    return any(_opens_subtest(statement) for statement in flat(loop.body))


def _opens_subtest(statement: Any) -> bool:
    return isinstance(statement, ast.With | ast.AsyncWith) and any(
        isinstance(item.context_expr, ast.Call)
        and (
            last_name(item.context_expr.func) in ("subTest", "subtest")
            or dotted_text(item.context_expr.func) == "subtests.test"
        )
        for item in statement.items
    )


def in_subtest(assertion: Assertion, loop: Any) -> bool:
    """Whether an assertion in a loop stands in a subTest that the loop opens."""
    for outer in (assertion.statement, *assertion.module.enclosing(assertion.statement)):
        if outer is loop:
            return False
        if _opens_subtest(outer):
            return True
    return False


def only_verifies(test: Test, loop: Any) -> bool:
    """Whether a loop does nothing but read and assert, on the items of something that is no literal.

    So does one over a literal that looks up each in a result and calls nothing more: `assert name in found`.
    """
    if isinstance(loop, ast.While):
        return False
    checking = {assertion.statement for assertion in test.assertions}
    known = set(target_names(loop.target))
    if _is_input(test, loop.iter):
        return all(
            statement in checking and not _calls_more(statement, known) and _reads_result(test, statement, known)
            for statement in loop.body
        )
    stands_ready = _pairs_inputs(test, loop.iter) or _stands_ready(test, loop.iter)
    if stands_ready and any(_calls_more(statement, known) for statement in flat(loop.body)):
        return False
    return all(
        statement in checking or _only_reads(statement, known) or _gathers(test, statement)
        for statement in flat(loop.body)
    )


def _reads_result(test: Test, statement: Any, known: set[str]) -> bool:
    """Whether an assertion looks at something that the test got from a call."""
    if not isinstance(statement, ast.Assert | ast.Expr):
        return False
    value = statement.test if isinstance(statement, ast.Assert) else statement.value
    names = {part.id for part in descend(value) if isinstance(part, ast.Name)} - known
    bindings = test.module.bindings(test.scope)
    return any(_is_got(place.value) for name in names for place in bindings.get(name, ()))


def _is_got(value: ast.expr | None) -> bool:
    value = value.value if isinstance(value, ast.Await) else value
    return isinstance(value, ast.Call) and last_name(value.func) not in READERS


def _stands_ready(test: Test, iterable: ast.expr) -> bool:
    """Whether a loop goes through what is there without the code's doing: files, a constant, an imported enum."""
    while isinstance(iterable, ast.Call) and iterable.args and last_name(iterable.func) in _WRAPPERS | {"list"}:
        iterable = iterable.args[0]
    if isinstance(iterable, ast.Call):
        return last_name(iterable.func) in _LISTERS
    if not isinstance(iterable, ast.Name | ast.Attribute):
        return False
    word = last_name(iterable) or ""
    if word.isupper():
        return True
    dotted = test.module.resolve(iterable, test.scope)
    return dotted is not None and word[:1].isupper()


def _pairs_inputs(test: Test, iterable: ast.expr) -> bool:
    """Whether a loop goes through answers and, beside them, what is written out in the test."""
    is_zip = isinstance(iterable, ast.Call) and last_name(iterable.func) == "zip"
    return is_zip and any(_is_input(test, item) for item in iterable.args)  # type: ignore[attr-defined]


def _calls_more(statement: Any, known: set[str]) -> bool:
    """Whether an assertion calls more than readers and methods of the items."""
    if isinstance(statement, ast.Assert):
        parts = [statement.test]
    else:
        parts = statement.value.args if isinstance(getattr(statement, "value", None), ast.Call) else []
    calls = [part for node in parts for part in descend(node) if isinstance(part, ast.Call)]
    return any(root_name(call.func) not in known and root_name(call.func) not in READERS for call in calls)


def _gathers(test: Test, statement: Any) -> bool:
    """Whether a statement puts an item into a list that the test began."""
    call = statement.value if isinstance(statement, ast.Expr) else None
    if not isinstance(call, ast.Call):
        return False
    func = call.func
    if not (isinstance(func, ast.Attribute) and func.attr == "append" and isinstance(func.value, ast.Name)):
        return False
    if any(isinstance(part, ast.Call) for item in call.args for part in descend(item)):
        return False
    places = test.module.bindings(test.scope).get(func.value.id, [])
    return any(isinstance(place.value, ast.List) for place in places)


def _only_reads(statement: Any, known: set[str]) -> bool:
    """Whether a statement chooses among the parts of an item, or names one of them, which is known from then on."""
    if isinstance(statement, ast.Assign):
        names = [name for target in statement.targets for name in target_names(target)]
        value = statement.value
    elif isinstance(statement, ast.For):
        names, value = target_names(statement.target), statement.iter
    else:
        return isinstance(statement, ast.If | ast.Pass | ast.Continue | ast.Break | ast.Return)
    calls = [part for part in descend(value) if isinstance(part, ast.Call)]
    known.update(names)
    return bool(names) and all(
        root_name(call.func) in known
        or root_name(call.func) in READERS
        or (isinstance(call.func, ast.Attribute) and _is_text(call.func.value))
        for call in calls
    )


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def polls(loop: Any) -> bool:
    """Whether a loop waits for something: it sleeps between two looks, until a time is up or so many times."""
    if not isinstance(loop, ast.While) and last_name(getattr(loop.iter, "func", loop.iter)) != "range":
        return False
    return any(
        isinstance(call, ast.Call) and last_name(call.func) in _PAUSES
        for statement in flat(loop.body)
        if isinstance(statement, ast.Expr)
        for call in (statement.value.value if isinstance(statement.value, ast.Await) else statement.value,)
    )


def only_sets_up(test: Test, loop: Any) -> bool:
    """Whether a loop counts through a range and asserts nothing."""
    if isinstance(loop, ast.While) or not isinstance(loop.iter, ast.Call):
        return False
    if last_name(loop.iter.func) not in ("range", "enumerate"):
        return False
    inside = set(flat(loop.body))
    return not any(assertion.statement in inside for assertion in test.assertions)


def _is_input(test: Test, iterable: ast.expr) -> bool:
    while isinstance(iterable, ast.Call):
        func, args, word = iterable.func, iterable.args, last_name(iterable.func)
        if word in _VIEWS and isinstance(func, ast.Attribute):
            iterable = func.value
        elif word in _WRAPPERS and args:
            iterable = args[0]
        elif word == "zip":
            return bool(args) and all(_is_input(test, item) for item in args)
        elif word == "split" and isinstance(func, ast.Attribute):
            return _is_text(func.value)
        else:
            return word in ("range", "product")
    if isinstance(iterable, ast.Attribute) and test.cls is not None and is_self(iterable.value):
        places = test.module.bindings(test.cls.scope).get(iterable.attr, [])
        return any(place.value is not None and _is_given(place.value) for place in places)
    if isinstance(iterable, ast.Name):
        module = test.module
        places = module.bindings(test.scope).get(iterable.id) or module.bindings(module.scope).get(iterable.id, [])
        return any(place.value is not None and _is_given(place.value) for place in places)
    return _is_given(iterable)


def _is_given(value: ast.expr) -> bool:
    """Whether a value is written out in the test, and is not a list of answers: `[client.get(), client.list()]`."""
    if isinstance(value, ast.List | ast.Tuple) and value.elts:
        return not all(_is_answer(item) for item in value.elts)
    return isinstance(value, LITERALS)


def _is_answer(item: ast.expr) -> bool:
    call = item.value if isinstance(item, ast.Await) else item
    return isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr[:1].islower()


def enclosing_loops(assertion: Assertion) -> list[Any]:
    """The loops around an assertion within its function."""
    return [
        node
        for node in assertion.module.enclosing(assertion.statement)
        if isinstance(node, ast.For | ast.AsyncFor | ast.While) and assertion.statement not in flat(node.orelse)
    ]


def names_item(assertion: Assertion, loop: Any) -> bool:
    """Whether an assertion's message mentions what the loop is at."""
    if assertion.message is None:
        return False
    if isinstance(loop, ast.While):
        return True
    items = set(target_names(loop.target))
    for statement in flat(loop.body):
        if isinstance(statement, ast.Assign) and any(
            isinstance(part, ast.Name) and part.id in items for part in descend(statement.value)
        ):
            items.update(name for target in statement.targets for name in target_names(target))
    return any(isinstance(part, ast.Name) and part.id in items for part in descend(assertion.message))
