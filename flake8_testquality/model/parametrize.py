"""Parametrize: the tables of cases of a file, in all forms of the call."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING, Any

import attrs

from flake8_testquality.model.calls import Call, argument, keyword
from flake8_testquality.model.collection import matches
from flake8_testquality.model.marks import Mark

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope
    from flake8_testquality.model.tests import Test

NAME = "pytest.mark.parametrize"
_MAX_DEPTH = 4


@attrs.frozen(eq=False, repr=False)
class Case:
    """One row of a table. `values` are those it gives to the names, None where they are not visible.

    `count` is how many values pytest would see, None where that cannot be told; `param` the pytest.param call.
    """

    node: ast.expr
    values: tuple[ast.expr, ...] | None
    count: int | None
    param: ast.Call | None

    @property
    def id(self) -> ast.expr | None:
        """The id given with the row."""
        return keyword(self.param, "id") if self.param is not None else None

    @property
    def is_bare(self) -> bool:
        """Whether it is one value without a length, where pytest wants a row of them."""
        node = self.node.operand if isinstance(self.node, ast.UnaryOp) else self.node
        return self.values is None and isinstance(node, ast.Constant) and not isinstance(node.value, str | bytes)

    @property
    def is_marked(self) -> bool:
        """Whether the row carries marks, or something hidden behind stars."""
        return self.param is not None and any(item.arg in ("marks", None) for item in self.param.keywords)


@attrs.frozen(eq=False, repr=False)
class Table:
    """One parametrize call: its argument names, and its rows as far as they are literal.

    `is_single` says that each row is one value. `rows_node` is the expression of the rows; `is_inline` whether the rows
    are written in the call itself; `is_whole` whether all of them are in sight.
    """

    call: ast.Call
    scope: Scope
    module: Module
    names: tuple[str, ...]
    is_single: bool
    rows_node: ast.expr | None
    cases: tuple[Case, ...]
    is_inline: bool
    is_whole: bool

    @property
    def ids(self) -> ast.expr | None:
        """The `ids` argument, None where it is absent or None."""
        given = argument(self.call, 3, "ids")
        return None if isinstance(given, ast.Constant) and given.value is None else given

    @property
    def indirect(self) -> frozenset[str]:
        """The names that go to a fixture instead of the test; all of them where that cannot be told."""
        given = argument(self.call, 2, "indirect")
        if given is None or (isinstance(given, ast.Constant) and not given.value):
            return frozenset()
        if isinstance(given, ast.List | ast.Tuple):
            return frozenset(item.value for item in given.elts if isinstance(item, ast.Constant))  # type: ignore[misc]
        return frozenset(self.names)

    @property
    def is_opaque(self) -> bool:
        """Whether arguments of the call hide behind stars."""
        return any(item.arg is None for item in self.call.keywords) or any(
            isinstance(item, ast.Starred) for item in self.call.args
        )

    def column(self, name: str) -> list[ast.expr]:
        """The visible values of one name."""
        place = self.names.index(name)
        return [case.values[place] for case in self.cases if case.values is not None and len(case.values) > place]


def tables(module: Module) -> dict[ast.Call, Table]:
    """Every parametrize call of a file whose names are literal, in source order; a fact."""
    found = (_table(call) for call in module.calls_to((NAME,)))
    return {table.call: table for table in found if table is not None}


def applied(module: Module) -> list[tuple[Table, Mark, list[Test]]]:
    """Each table with the mark that applies it and the tests that get it, by class and module too; a fact."""
    known = module.fact(tables)
    found: dict[Any, tuple[Table, Mark, list[Test]]] = {}
    if known:
        for test in module.tests:
            for mark in test.marks:
                table = known.get(mark.call) if mark.call is not None and mark.name == "parametrize" else None
                if table is not None:
                    found.setdefault(mark.node, (table, mark, []))[2].append(test)
    return list(found.values())


def _table(call: Call) -> Table | None:
    names_node = call.argument(0, "argnames")
    names = _names(literal(call.module, names_node, call.scope) if names_node is not None else None)
    if names is None:
        return None
    words, is_single = names
    rows = call.argument(1, "argvalues")
    found = literal(call.module, rows, call.scope) if rows is not None else None
    cases: list[Case] = []
    is_whole = found is not None
    for item in _rows(call.module, found, call.scope):
        if item is None:
            is_whole = False
        else:
            cases.append(_case(call.module, item, call.scope, is_single))
    is_inline = found is rows and isinstance(found, ast.List | ast.Tuple | ast.Set)
    return Table(call.node, call.scope, call.module, words, is_single, rows, tuple(cases), is_inline, is_whole)


def literal(module: Module, node: ast.expr, scope: Scope, depth: int = 0) -> ast.expr:
    """The expression that a name bound once stands for; any other expression itself."""
    if isinstance(node, ast.Name) and depth < _MAX_DEPTH:
        found = module.names.lookup(node.id, scope)
        if found is not None and len(found[1]) == 1 and found[1][0].kind == "assignment":
            value = found[1][0].value
            if value is not None:
                return literal(module, value, found[0], depth + 1)
    return node


def _names(node: ast.expr | None) -> tuple[tuple[str, ...], bool] | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        words = tuple(word.strip() for word in node.value.split(",") if word.strip())
        return words, len(words) == 1
    if isinstance(node, ast.List | ast.Tuple):
        given = [item.value for item in node.elts if isinstance(item, ast.Constant) and isinstance(item.value, str)]
        return (tuple(given), False) if len(given) == len(node.elts) else None
    return None


def _rows(module: Module, node: ast.expr | None, scope: Scope, depth: int = 0) -> Iterator[ast.expr | None]:
    """The rows of a list of rows; None for each part whose rows are not in sight."""
    if isinstance(node, ast.List | ast.Tuple | ast.Set):
        for item in node.elts:
            yield None if isinstance(item, ast.Starred) else item
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add) and depth < _MAX_DEPTH:
        for part in (node.left, node.right):
            yield from _rows(module, literal(module, part, scope), scope, depth + 1)
    else:
        yield None


def is_on_helper(table: Table) -> bool:
    """Whether the mark decorates a function that by its name is no test, so that pytest never looks at the rows."""
    owner: Any = table.module.parent(table.call)
    if not isinstance(owner, ast.FunctionDef | ast.AsyncFunctionDef) or table.call not in owner.decorator_list:
        return False
    return not matches(owner.name, table.module.project.config.python_functions)


def rows_before_gap(table: Table) -> int:
    """How many rows stand before the first part whose rows are not in sight: their numbers are those of the run."""
    found = literal(table.module, table.rows_node, table.scope) if table.rows_node is not None else None
    return sum(1 for _ in takewhile(lambda item: item is not None, _rows(table.module, found, table.scope)))


def _case(module: Module, node: ast.expr, scope: Scope, is_single: bool) -> Case:
    if isinstance(node, ast.Call):
        if module.resolve(node.func, scope) != "pytest.param":
            return Case(node, (node,), 1, None) if is_single else Case(node, None, None, None)
        if any(isinstance(item, ast.Starred) for item in node.args):
            return Case(node, None, None, node)
        return Case(node, tuple(node.args), len(node.args), node)
    if is_single:
        return Case(node, (node,), 1, None)
    if isinstance(node, ast.Tuple | ast.List):
        is_visible = not any(isinstance(item, ast.Starred) for item in node.elts)
        return Case(node, tuple(node.elts) if is_visible else None, len(node.elts) if is_visible else None, None)
    if isinstance(node, ast.Constant):
        count = len(node.value) if isinstance(node.value, str | bytes) else 1
        return Case(node, None, count, None)
    return Case(node, None, None, None)


def value_key(node: ast.expr, depth: int = 0) -> Any:
    """What two literals have in common exactly when they are the same value of the same type; None for no literal."""
    if isinstance(node, ast.Constant):
        return type(node.value).__name__, repr(node.value)
    if depth > 20:
        return None
    if isinstance(node, ast.UnaryOp) and isinstance(node.operand, ast.Constant):
        return type(node.op).__name__, value_key(node.operand)
    if isinstance(node, ast.List | ast.Tuple | ast.Set):
        return _keys(type(node).__name__, node.elts, depth)
    if isinstance(node, ast.Dict) and None not in node.keys:
        return _keys("Dict", [*node.keys, *node.values], depth)  # type: ignore[list-item]
    return None


def _keys(kind: str, parts: list[ast.expr], depth: int) -> Any:
    keys = tuple(value_key(part, depth + 1) for part in parts)
    return None if None in keys else (kind, keys)


def repeated(table: Table) -> Iterator[tuple[Case, Case]]:
    """(first, later) for each row that gives the same literal values as an earlier one, marked rows left out."""
    seen: dict[Any, Case] = {}
    for case in table.cases:
        if case.values is None or case.is_marked or not case.values:
            continue
        keys = tuple(value_key(value) for value in case.values)
        if None in keys:
            continue
        first = seen.setdefault(keys, case)
        if first is not case:
            yield first, case
