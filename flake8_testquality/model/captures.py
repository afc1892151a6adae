"""Captures: output and logs that a test takes and gives a name, and whether anybody looks at them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.names import last_name, root_name, target_names
from flake8_testquality.model.scopes import Scope

if TYPE_CHECKING:
    from flake8_testquality.model.tests import Test

_FIXTURES = frozenset(["capsys", "capfd", "capsysbinary", "capfdbinary", "capteesys"])
_LOG_READS = frozenset(["records", "text", "messages", "record_tuples", "get_records", "handler"])
_WITHS = frozenset(["assertLogs", "assertWarns", "assertWarnsRegex", "warns", "deprecated_call"])
CAPTURING = ("readouterr", "caplog", "recwarn", *_WITHS)
_TEXT_METHODS = frozenset(["strip", "rstrip", "lstrip", "splitlines", "split", "lower", "copy"])
_KEEPING = frozenset(["list", "tuple", "sorted", "set", "len", "str"])
_MAX_STEPS = 6
# Levels that let less through: set to silence.
_LOUD = frozenset(["CRITICAL", "FATAL", "ERROR"])


def unchecked_captures(test: Test) -> Iterator[tuple[ast.stmt, str]]:
    """(statement, what it captures) for each capture that is given a name which nothing reads."""
    for scope in test.scopes:
        if scope.is_function:
            yield from _assigned(test, scope)
            yield from _entered(test, scope)


def _assigned(test: Test, scope: Scope) -> Iterator[tuple[ast.stmt, str]]:
    for node in (*scope.statements.get(ast.Assign, ()), *scope.statements.get(ast.AnnAssign, ())):
        words = _captured(test, node.value) if node.value is not None else ""
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        names = [name for target in targets for name in target_names(target)]
        if not words or not names or len(names) != sum(_count(target) for target in targets):
            continue
        if all(name.startswith("_") for name in names) or any(_is_read(test, name, node) for name in names):
            continue
        yield node, words


def _captured(test: Test, value: ast.expr) -> str:
    """What an expression takes from a capturing fixture, in words; empty for anything else."""
    outer, value = "", _source(value)
    while isinstance(value, ast.Attribute) and value.attr in ("out", "err"):
        outer, value = f".{value.attr}", value.value
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute) and value.func.attr == "readouterr":
        root = root_name(value.func)
        return f"{root}.readouterr(){outer}" if root in _FIXTURES else ""
    root = root_name(value)
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute) and value.func.attr == "get_records":
        value = value.func
    if root == "caplog" and isinstance(value, ast.Attribute) and value.attr in _LOG_READS - {"handler"}:
        return f"caplog.{value.attr}"
    if root == "recwarn" and isinstance(value, ast.Attribute) and value.attr == "list":
        return "recwarn.list"
    return ""


def _source(value: ast.expr) -> ast.expr:
    """What a value is taken from: `caplog.records` of a list made of it, `readouterr().out` of its stripped text."""
    for _ in range(_MAX_STEPS):
        if isinstance(value, ast.ListComp | ast.SetComp | ast.GeneratorExp):
            value = value.generators[0].iter
        elif isinstance(value, ast.Subscript):
            value = value.value
        elif isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute) and value.func.attr in _TEXT_METHODS:
            value = value.func.value
        elif isinstance(value, ast.Call) and last_name(value.func) in _KEEPING and len(value.args) == 1:
            value = value.args[0]
        else:
            break
    return value


def _count(target: ast.expr) -> int:
    return sum(_count(item) for item in target.elts) if isinstance(target, ast.Tuple | ast.List) else 1


def _entered(test: Test, scope: Scope) -> Iterator[tuple[ast.stmt, str]]:
    for kind in (ast.With, ast.AsyncWith):
        for node in scope.statements.get(kind, ()):
            for item in node.items:
                call = item.context_expr
                if not isinstance(call, ast.Call):
                    continue
                word = last_name(call.func) or ""
                if isinstance(item.optional_vars, ast.Name) and word in _WITHS:
                    name = item.optional_vars.id
                    if not name.startswith("_") and not _is_read(test, name, node):
                        yield node, f"{word}() as {name}"
                elif word == "at_level" and root_name(call.func) == "caplog" and _is_log_unread(test, call):
                    yield node, "caplog.at_level()"


def _is_read(test: Test, name: str, statement: Any) -> bool:
    """Whether the name is read anywhere behind its statement's first line, or anywhere if it belongs to others."""
    shared = (ast.Global, ast.Nonlocal)
    if any(
        name in node.names
        for scope in test.scopes
        for kind in shared
        for node in scope.statements.get(kind, ())
    ):
        return True
    looped = any(isinstance(above, ast.For | ast.While | ast.AsyncFor) for above in test.module.enclosing(statement))
    start = (statement.lineno, statement.col_offset)
    return any(
        node.id == name and isinstance(node.ctx, ast.Load) and (looped or (node.lineno, node.col_offset) > start)
        for node in test.scope.nodes(ast.Name)
    ) or any(isinstance(node.ctx, ast.Del) and node.id == name for node in test.scope.nodes(ast.Name))


def _is_log_unread(test: Test, call: ast.Call) -> bool:
    """Whether logs are captured at a level that lets them through, and nobody reads or hands on the fixture."""
    level = call.args[0] if call.args else None
    if level is None or (last_name(level) or str(getattr(level, "value", ""))).upper() in _LOUD:
        return False
    owners = {node.value for node in test.scope.nodes(ast.Attribute) if isinstance(node.value, ast.Name)}
    for node in test.scope.nodes(ast.Attribute):
        if isinstance(node.value, ast.Name) and node.value.id == "caplog" and node.attr in _LOG_READS:
            return False
    return not any(
        node.id == "caplog" and isinstance(node.ctx, ast.Load) and node not in owners
        for node in test.scope.nodes(ast.Name)
    )
