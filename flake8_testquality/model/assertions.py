"""Assertions: assert, self.assertX, raises and warns blocks, mock assertions, in one shape."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.assertion_names import BLOCKS as BLOCKS
from flake8_testquality.model.assertion_names import CASE_NAMES
from flake8_testquality.model.assertion_names import LOGS as LOGS
from flake8_testquality.model.assertion_names import MOCK as MOCK
from flake8_testquality.model.assertion_names import OPERATORS as OPERATORS
from flake8_testquality.model.assertion_names import RAISES as RAISES
from flake8_testquality.model.assertion_names import UNITTEST as UNITTEST
from flake8_testquality.model.assertion_names import WARNS as WARNS
from flake8_testquality.model.assertion_names import Kind as Kind
from flake8_testquality.model.names import canonical, last_name
from flake8_testquality.model.scopes import Scope

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


class Assertion:
    """One check.

    `node` is the statement it is, or the with statement of a block; `call` the call that checks, None for `assert`.
    `relation` is what is claimed of `actual` and `expected`: "==", "in", "is", ..., "true", "false", "isinstance",
    "matches", "almost", "raises", "warns", "logs", "called", "chain" (a < b < c), "and", "or", "other".
    `operands` holds every expression that is looked at. `block` is the body of a raises/warns/logs with statement.
    """

    __slots__ = (
        "_statement",
        "actual",
        "block",
        "bound",
        "call",
        "expected",
        "kind",
        "known",
        "name",
        "operands",
        "relation",
        "scope",
        "test",
    )

    def __init__(
        self,
        test: Test,
        scope: Scope,
        kind: Kind,
        name: str,
        relation: str,
        operands: list[ast.expr],
        *,
        statement: ast.AST | None = None,
        call: ast.Call | None = None,
        block: list[Any] | None = None,
        bound: ast.expr | None = None,
    ) -> None:
        self.test = test
        self.scope = scope
        self.kind = kind
        self.name = name
        self.relation = relation
        self.operands = operands
        self.actual = operands[0] if operands else None
        self.expected = operands[1] if len(operands) > 1 else None
        self._statement = statement
        self.call = call
        self.block = block
        self.bound = bound
        self.known: dict[str, bool] = {}

    @property
    def module(self) -> Module:
        """The module that the assertion stands in."""
        return self.test.module

    @property
    def node(self) -> Any:
        """Where the assertion sits: its expression in a statement, or the with statement."""
        return self._statement if self._statement is not None else self.call

    @property
    def statement(self) -> Any:
        """The statement that the assertion is or stands in."""
        return self._statement if self._statement is not None else self.module.statement_of(self.call or self.test.node)

    @property
    def test_expression(self) -> ast.expr | None:
        """The expression behind `assert`, or the first operand of a call."""
        return self._statement.test if isinstance(self._statement, ast.Assert) else self.actual

    @property
    def message(self) -> ast.expr | None:
        """What is said when it fails: behind the comma, the extra argument, or msg=; all that `fail` is given."""
        if isinstance(self._statement, ast.Assert):
            return self._statement.msg
        if self.kind == "fail" and self.call is not None:
            return next(iter([*self.call.args, *(item.value for item in self.call.keywords)]), None)
        if self.call is None or self.kind != "unittest":
            return None
        given = next((item.value for item in self.call.keywords if item.arg == "msg"), None)
        if given is not None:
            return given
        place = UNITTEST[self.name][1] + ("Almost" in self.name)
        return self.call.args[place] if len(self.call.args) > place else None

    @property
    def claims(self) -> tuple[Assertion, ...]:
        """The parts of `a and b`, each as an assertion of its own; for all others the assertion itself."""
        if self.relation != "and":
            return (self,)
        parts = (
            from_expression(self.test, self.scope, part, self._statement, self.call, self.kind, self.name)
            for part in self.operands
        )
        return tuple(claim for part in parts for claim in part.claims)

    @property
    def expected_exceptions(self) -> list[ast.expr]:
        """The exception or warning classes that a raises or warns names; empty if it names none."""
        call = self.call
        if self.kind not in ("raises", "warns") or call is None:
            return []
        first = call.args[0] if call.args else next(
            (item.value for item in call.keywords if item.arg in ("expected_exception", "expected_warning")), None
        )
        if first is None:
            return []
        return list(first.elts) if isinstance(first, ast.Tuple | ast.List) else [first]


def assertions_of(test: Test) -> list[Assertion]:
    """Every assertion in a test, nested functions included, in source order."""
    found: list[Assertion] = []
    for scope in test.scopes:
        found.extend(in_scope(test, scope))
    found.sort(key=_position)
    return found


def in_scope(test: Test, scope: Scope) -> Iterator[Assertion]:
    """The assertions directly in one scope."""
    for node in scope.statements.get(ast.Assert, ()):
        yield from_expression(test, scope, node.test, node, None, "assert", "assert")
    seen: set[ast.Call] = set()
    for kind in (ast.With, ast.AsyncWith):
        for node in scope.statements.get(kind, ()):
            for item in node.items:
                call = item.context_expr
                if isinstance(call, ast.Call):
                    found = _from_call(test, scope, call)
                    if found is not None:
                        seen.add(call)
                        found._statement, found.block, found.bound = node, node.body, item.optional_vars
                        yield found
    for call in test.module.fact(_checking_calls).get(scope, ()):
        if call not in seen:
            found = _from_call(test, scope, call)
            if found is not None:
                yield found


def _checking_calls(module: Module) -> dict[Scope, list[ast.Call]]:
    """scope -> its calls whose last word, as written or as imported, says that they may be an assertion."""
    found: dict[Scope, list[ast.Call]] = {}
    imported = {
        word for word, targets in module.names.imported.items() if any(canonical(item) in BLOCKS for item in targets)
    }
    for word, placed in module.calls.by_word.items():
        says_so = word[:6] in _STARTS or word in _WORDS or word[:4] == "fail"
        if says_so or word in imported:
            for scope, call in placed:
                if says_so or (call.func.__class__ is ast.Name and _block_kind(module, call, scope)):
                    found.setdefault(scope, []).append(call)
    return found


_STARTS = frozenset({"assert", "expect", "Assert", "Expect"})
_WORDS = frozenset({"raises", "warns", "deprecated_call", "RaisesGroup", "RaisesExc", "ShouldRaise"})


def _block_kind(module: Module, call: ast.Call, scope: Scope) -> Kind | None:
    return BLOCKS.get(module.resolve(call.func, scope) or "")


def from_expression(
    test: Test, scope: Scope, expression: ast.expr, statement: Any, call: ast.Call | None, kind: Kind, name: str
) -> Assertion:
    """The assertion that an expression is true: what it relates to what."""
    relation, operands = shape(expression, test.module, scope)
    return Assertion(test, scope, kind, name, relation, operands, statement=statement, call=call)


def shape(expression: ast.expr, module: Module, scope: Scope) -> tuple[str, list[ast.expr]]:
    """The relation that a truth claims, and its operands: `a == b` is ("==", [a, b]), `x` is ("true", [x])."""
    while _is_not(expression) and _is_not(expression.operand):  # type: ignore[attr-defined]
        expression = expression.operand.operand  # type: ignore[attr-defined]
    if isinstance(expression, ast.Compare):
        operands = [expression.left, *expression.comparators]
        if len(operands) > 2:
            return "chain", operands
        return OPERATORS[type(expression.ops[0])], operands
    if isinstance(expression, ast.UnaryOp) and isinstance(expression.op, ast.Not):
        relation, operands = shape(expression.operand, module, scope)
        if relation == "true":
            return "false", operands
        return _OPPOSITES.get(relation, "false"), operands if relation in _OPPOSITES else [expression.operand]
    if isinstance(expression, ast.BoolOp):
        return "and" if isinstance(expression.op, ast.And) else "or", expression.values
    if isinstance(expression, ast.Call) and len(expression.args) == 2:
        name = expression.func.id if isinstance(expression.func, ast.Name) else ""
        if name in ("isinstance", "issubclass"):
            return name, list(expression.args)
    return "true", [expression]


def _is_not(node: ast.expr) -> bool:
    return isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)


_OPPOSITES = {
    "==": "!=", "!=": "==", "in": "not in", "not in": "in", "is": "is not", "is not": "is", "false": "true",
    "isinstance": "not isinstance", "<": ">=", ">=": "<", ">": "<=", "<=": ">",
}  # fmt: skip


# What unittest's and twisted's call the truth, and the message.
_OF_TRUTH = frozenset({"expr", "condition", "msg"})


def _from_call(test: Test, scope: Scope, call: ast.Call) -> Assertion | None:
    func = call.func
    name = last_name(func)
    if name is None:
        return None
    if isinstance(func, ast.Attribute):
        if name in UNITTEST and not _is_another_method(call, *UNITTEST[name]):
            relation, count = UNITTEST[name]
            operands = operands_of(call, count)
            if relation in ("true", "false") and operands:
                inner, parts = shape(operands[0], test.module, scope)
                if relation == "true":
                    relation, operands = inner, parts
                elif inner in _OPPOSITES:
                    relation, operands = _OPPOSITES[inner], parts
                elif inner == "true":
                    operands = parts
            return Assertion(test, scope, "unittest", name, relation, operands, call=call)
        if name in MOCK:
            return Assertion(test, scope, "mock", name, "called", [func.value, *call.args], call=call)
        kind = "raises" if name in RAISES else "warns" if name in WARNS else "logs" if name in LOGS else None
        if kind is not None:
            return Assertion(test, scope, kind, name, kind, list(call.args), call=call)  # type: ignore[arg-type]
        if name in ("fail", "failureException") and _is_self(func.value):
            return Assertion(test, scope, "fail", name, "fail", list(call.args), call=call)
    dotted = test.module.resolve(func, scope)
    if dotted == "pytest.fail":
        return Assertion(test, scope, "fail", dotted, "fail", list(call.args), call=call)
    block = BLOCKS.get(dotted or "")
    if block is not None:
        return Assertion(test, scope, block, dotted or name, block, list(call.args), call=call)
    if name[:6].lower() in ("assert", "expect") and name not in ("expected", "expectedFailure"):
        return Assertion(test, scope, "helper", dotted or name, "other", list(call.args), call=call)
    return None


def _is_another_method(call: ast.Call, relation: str, count: int) -> bool:
    """Whether no TestCase takes these arguments: a truth in other keywords, or one thing where two are compared."""
    if any(isinstance(item, ast.Starred) for item in call.args) or any(item.arg is None for item in call.keywords):
        return False
    if relation in ("true", "false"):
        return not call.args and bool(call.keywords) and all(item.arg not in _OF_TRUTH for item in call.keywords)
    return len(operands_of(call, count)) < count == 2 and not _is_self(call.func.value)  # type: ignore[attr-defined]


def _is_self(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id in CASE_NAMES


def operands_of(call: ast.Call, count: int) -> list[ast.expr]:
    """The operands of a unittest assertion, positional or by keyword (first, second, expr, member, container ...)."""
    if len(call.args) >= count:
        return call.args[:count]
    named = [item.value for item in call.keywords if item.arg not in (None, "msg", "places", "delta")]
    return [*call.args, *named][:count]


def _position(assertion: Assertion) -> tuple[int, int]:
    node = assertion.node
    return node.lineno, node.col_offset


__all__ = ["Assertion", "assertions_of", "in_scope", "operands_of", "shape"]
