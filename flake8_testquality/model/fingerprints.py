"""The structure of a test's body as a value: equal for copies, with or without regard to literals."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.counterparts import counterparts
from flake8_testquality.model.fixtures import lookup
from flake8_testquality.model.names import last_name
from flake8_testquality.model.tests import Test
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

_QUIET = frozenset({"lineno", "col_offset", "end_lineno", "end_col_offset", "ctx", "type_comment", "kind"})


# type of node -> the fields that say what it means, the last one first
_TELLING = {
    cls: tuple(name for name in reversed(cls._fields) if name not in _QUIET)
    for cls in vars(ast).values()
    if isinstance(cls, type) and issubclass(cls, ast.AST)
}


def fingerprint(nodes: list[Any], *, literals: bool) -> tuple[Any, ...]:
    """A flat description of some nodes; positions are left out, and without `literals` whatever is written out too.

    With literals numbers keep their type, so that 1, 1.0 and True differ.
    """
    found: list[Any] = []
    stack: list[Any] = nodes[::-1]
    while stack:
        node = stack.pop()
        if isinstance(node, list):
            found.append(len(node))
            stack.extend(reversed(node))
        elif not literals and isinstance(node, _LITERALS) and _is_written_out(node):
            found.append(ast.Constant)
        elif isinstance(node, ast.Constant):
            found.append((type(node.value), node.value))
        elif isinstance(node, ast.AST):
            found.append(type(node))
            stack.extend([getattr(node, name) for name in _TELLING[type(node)]])
        else:
            found.append(node)
    return tuple(found)


_LITERALS = (ast.Constant, ast.UnaryOp, ast.List, ast.Tuple, ast.Set, ast.Dict)


def _is_written_out(node: Any) -> bool:
    """Whether a node is a literal: a constant, a negative number, or a display of such."""
    stack = [node]
    while stack:
        part = stack.pop()
        if isinstance(part, ast.UnaryOp):
            stack.append(part.operand)
        elif isinstance(part, ast.List | ast.Tuple | ast.Set):
            stack.extend(part.elts)
        elif isinstance(part, ast.Dict):
            stack.extend([*part.keys, *part.values])
        elif not isinstance(part, ast.Constant):
            return False
    return True


# `test_reset1`, `test_reset2`: the same thing twice, on purpose.
_NUMBER = "0123456789_"
_FRESH = regex("reset|isolat|roll_?back|clean|clear|repeat|again|leak|fresh|teardown|restor|flush", re.I)


# How code asks which test it runs in.
_OWN_NAME = regex(
    r"_testMethodName|\bself\.id\(\)|request\.(?:node\.(?:name|nodeid|originalname)|function\.__name__)|\.f_code\b"
    r"|inspect\.stack\(|PYTEST_CURRENT_TEST"
)

# Which keep a test from running whatever comes, beside pytest's mark.
_SKIPS = frozenset({"unittest.skip", "unittest2.skip", "twisted.trial.unittest.skip", "testtools.skip"})
_VALUED = frozenset({ast.Expr, ast.Assign, ast.Return})


def _letters(test: Test, first: int, last: int | None) -> str:
    """The letters on some lines of a test's file, in whatever layout: what copies of them surely share.

    Quotes of either kind are the same; brackets may stand around anything. A string with ` #` in it is cut short too,
    in all copies alike.
    """
    lines = test.module.source.lines[first - 1 : last]
    code = [line.partition(" #")[0] if "#" in line else line for line in lines]
    written = "".join("".join(code).split()).replace(",)", ")")
    return written.replace("'", '"').replace("(", "").replace(")", "")


def _end(test: Test) -> str:
    """The letters of a test's last statement, which seldom are those of another test's."""
    return _letters(test, test.body[-1].lineno, test.body[-1].end_lineno) if test.body else ""


def _whole(test: Test) -> str:
    """The letters of a test's body."""
    return _letters(test, test.body[0].lineno, test.body[-1].end_lineno) if test.body else ""


def _precisely(test: Test, *, literals: bool) -> tuple[Any, ...]:
    """The decorators, arguments and body of a test."""
    return fingerprint([test.node.decorator_list, test.node.args, *test.body], literals=literals)


def _rough(test: Test) -> tuple[Any, ...]:
    """What tells most tests apart and costs next to nothing."""
    node, body = test.node, test.body
    return test.scope.parent, len(body), body[-1].__class__ if body else None, len(node.args.args)


def _shape(test: Test) -> tuple[Any, ...]:
    node, body = test.node, test.body
    return (
        test.scope.parent, node.__class__, len(node.decorator_list), len(node.args.args),
        *map(_outline, body),
    )  # fmt: skip


def _outline(statement: Any) -> Any:
    """What is the same in all copies of a statement and seen at once: its type, and what it asserts or calls."""
    cls = statement.__class__
    value = statement.test if cls is ast.Assert else statement.value if cls in _VALUED else None
    if value.__class__ is ast.Call:
        return cls, last_name(value.func), len(value.args), len(value.keywords)
    return cls


def _parted(tests: list[Test], key: Callable[[Test], object]) -> list[list[Test]]:
    """Those of some tests that share a key with another one, by that key."""
    found: dict[object, list[Test]] = {}
    for test in tests:
        found.setdefault(key(test), []).append(test)
    return [alike for alike in found.values() if len(alike) > 1]


def groups(module: Module, *, literals: bool) -> Iterator[list[Test]]:
    """The groups of two or more tests of one scope with the same decorators, arguments and body.

    Without `literals`, bodies and decorators may differ in the values of constants.
    """
    keys: list[Callable[[Test], object]] = [_rough, _shape, *((_end, _whole) if literals else ())]
    alike = [module.tests]
    for key in (*keys, lambda test: _precisely(test, literals=literals)):
        alike = [part for group in alike for part in _parted(group, key)]
    for group in alike:
        own = [test for test in group if not any(counterparts(test))]
        if len(own) > 1:
            yield own


def clones(module: Module) -> list[tuple[Test, Test]]:
    """(first, copy) for each test that is the same as an earlier one of its scope but for its name and docstring."""
    found = [
        (group[0], copy)
        for group in groups(module, literals=True)
        for copy in group[1:]
        if does_something(copy) and copy.name != group[0].name
        and not _runs_again(group[0], copy) and not _never_runs(copy) and not asks_for_its_name(copy)
    ]
    return sorted(found, key=lambda pair: pair[1].node.lineno)


def _runs_again(first: Test, copy: Test) -> bool:
    """Whether numbered tests do the same twice to see that the first leaves nothing behind."""
    if copy.name.rstrip(_NUMBER) != first.name.rstrip(_NUMBER):
        return False
    return _FRESH.search(copy.qualified_name) is not None


def _never_runs(copy: Test) -> bool:
    """Whether a mark or decorator skips a test whatever comes, and so the one that it is a copy of: both prove nothing
    until somebody brings them back.
    """
    if copy.marked("skip") is not None or not _SKIPS.isdisjoint(copy.decorator_names):
        return True
    return copy.cls is not None and any(
        home.resolve(item.func if isinstance(item, ast.Call) else item) in _SKIPS
        for home, node in copy.cls.lineage.classes
        for item in node.decorator_list
    )


def asks_for_its_name(copy: Test) -> bool:
    """Whether a test, or a fixture that it takes, goes by the test's name: its copies each do something else."""
    fixtures = (lookup(copy.module, name, copy.cls) for name in copy.fixture_names)
    texts = (item.module.source.segment(item.node) for item in fixtures if item is not None)
    return any(_OWN_NAME.search(text) for text in (copy.text, *texts))


def does_something(test: Test) -> bool:
    """Whether a test does more than pass, skip or call the same test of its base."""
    last = test.body[-1] if test.body else None
    if all(isinstance(item, ast.Pass) or _is_literal(item) for item in test.body):
        return False
    if isinstance(last, ast.Raise):
        return False
    return not any(last_name(call.func) in ("skip", "skipTest", "xfail", "super") for call in test.calls)


def _is_literal(statement: ast.AST) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
