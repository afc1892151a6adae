"""Filled rows: parameters of a test or of its fixture that are all written down, and of which none is empty."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model import fixtures
from flake8_testquality.model.names import dotted_text, last_name
from flake8_testquality.model.parametrize import applied, literal

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope
    from flake8_testquality.model.tests import Test

_MAX_STEPS = 6
# What gives one item for each that it is given, whatever a test's file calls it.
_KEEPING = frozenset({"list", "tuple", "set", "sorted", "reversed", "frozenset"})


def is_filled(test: Test, name: str) -> bool:
    """Whether a name of a test stands for a parameter, or for what a fixture picks by its own, that is never empty."""
    values = list(_values(test, ast.Name(name), test.module, test.scope, 0))
    return bool(values) and all(value is not None and _holds(value) for value in values)


def _values(test: Test, node: ast.expr, module: Module, scope: Scope, depth: int) -> Iterator[ast.expr | None]:
    """The expressions that another can stand for, which are empty if it is; None for each that is out of sight."""
    if depth > _MAX_STEPS:
        yield None
    elif isinstance(node, ast.Name):
        yield from _of_name(test, node.id, module, scope, depth + 1)
    elif dotted_text(node) == "request.param":
        yield from _params(module, scope)
    elif isinstance(node, ast.ListComp | ast.SetComp | ast.GeneratorExp):
        is_whole = len(node.generators) == 1 and not node.generators[0].ifs
        yield from _values(test, node.generators[0].iter, module, scope, depth + 1) if is_whole else (None,)
    elif isinstance(node, ast.Call) and last_name(node.func) in _KEEPING and len(node.args) == 1:
        yield from _values(test, node.args[0], module, scope, depth + 1)
    else:
        yield node


def _of_name(test: Test, name: str, module: Module, scope: Scope, depth: int) -> Iterator[ast.expr | None]:
    places = module.bindings(scope).get(name, ())
    if len(places) != 1:
        yield None
    elif places[0].kind == "parameter":
        yield from _given(test, name, module, scope, depth)
    elif places[0].value is not None:
        yield from _values(test, places[0].value, module, scope, depth)
    else:
        node: Any = places[0].node
        place = _place(node, name)
        if place is None:
            yield None
            return
        for value in _values(test, node.value, module, scope, depth):
            is_row = isinstance(value, ast.Tuple | ast.List) and place < len(value.elts)
            yield value.elts[place] if is_row else None  # type: ignore[union-attr]


def _place(node: Any, name: str) -> int | None:
    """Where a name stands among those that an assignment unpacks into."""
    target = node.targets[0] if isinstance(node, ast.Assign) and len(node.targets) == 1 else None
    if not isinstance(target, ast.Tuple | ast.List) or not all(isinstance(item, ast.Name) for item in target.elts):
        return None
    return [item.id for item in target.elts if isinstance(item, ast.Name)].index(name)


def _given(test: Test, name: str, module: Module, scope: Scope, depth: int) -> Iterator[ast.expr | None]:
    """What the test is given under the name of one of its arguments: the cells of its rows, or what a fixture gives."""
    if scope is not test.scope:
        yield None
        return
    if name in test.parametrized:
        for table, _, tests in module.fact(applied):
            if test in tests and name in table.names:
                cells = table.column(name) if table.is_whole and name not in table.indirect else []
                yield from cells if len(cells) == len(table.cases) else (None,)
        return
    found = fixtures.lookup(module, name, test.cls)
    if found is None or len(found.values) != 1:
        yield None
        return
    value, home, inner = found.values[0], found.module, found.body_scope
    if not isinstance(value, ast.Tuple):
        yield from _values(test, value, home, inner, depth)
        return
    # the parts of a tuple are looked up where the fixture names them, one row for each of its parameters
    columns = [list(_values(test, part, home, inner, depth)) for part in value.elts]
    longest = max((len(column) for column in columns), default=0)
    for row in range(longest):
        parts = [column[min(row, len(column) - 1)] if column else None for column in columns]
        yield ast.Tuple([part or ast.List([]) for part in parts])


def _params(module: Module, scope: Scope) -> Iterator[ast.expr | None]:
    """The parameters of the fixture that a scope is the body of."""
    found = next((item for item in fixtures.fixtures_of(module) if item.body_scope is scope), None)
    given = found.keyword("params") if found is not None else None
    rows = literal(module, given, module.scope) if given is not None else None
    if not isinstance(rows, ast.List | ast.Tuple) or any(isinstance(item, ast.Starred) for item in rows.elts):
        yield None
        return
    for row in rows.elts:
        is_param = isinstance(row, ast.Call) and last_name(row.func) == "param" and len(row.args) == 1
        yield row.args[0] if is_param else row  # type: ignore[attr-defined]


def _holds(value: ast.expr) -> bool:
    """Whether an expression is a list, a tuple, a set, a dictionary or a text that is not empty."""
    if isinstance(value, ast.List | ast.Tuple | ast.Set):
        return any(not isinstance(item, ast.Starred) for item in value.elts)
    if isinstance(value, ast.Dict):
        return any(key is not None for key in value.keys)
    return isinstance(value, ast.Constant) and isinstance(value.value, str | bytes) and bool(value.value)
