"""Expectations: each claim of a test that something raises or warns, in every form and framework, in one shape."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import attrs

from flake8_testquality.model.names import last_name, target_names
from flake8_testquality.model.relations import related
from flake8_testquality.model.scopes import blocks, expressions_in

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

Form: TypeAlias = Literal["with", "call", "entered", "loose"]
_MATCHING = frozenset(
    ("assertRaisesRegex", "assertRaisesRegexp", "assertRaisesMessage", "assertWarnsRegex", "assertWarnsMessage")
)
_INFO = frozenset(("pytest.raises", "pytest.RaisesExc", "pytest.RaisesGroup"))
_STR = frozenset({"str"})
_ENTERING = frozenset(("enter_context", "enter_async_context", "enterContext"))
_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


@attrs.define(eq=False)
class Expectation:
    """A claim that something raises or warns.

    `form` is "with", "call" (the callable is an argument), "entered" (by enter_context) or "loose" (made here, used
    elsewhere). `classes` are the expressions that name what is expected, `names` their canonical names (builtins
    without a prefix; empty where unknown). `match` is the pattern, by keyword or position. `bound` is the name that
    holds what was caught. `block` is the body of the with statement.
    """

    assertion: Assertion
    call: ast.Call
    kind: str
    form: Form
    classes: tuple[ast.expr, ...]
    names: tuple[str, ...]
    match: ast.expr | None
    check: ast.expr | None
    target: ast.expr | None
    bound: str | None
    block: list[Any] | None

    @property
    def is_group(self) -> bool:
        """Whether it expects a group of exceptions, each of which it describes."""
        return self.assertion.name.endswith("RaisesGroup")

    @property
    def is_bare_warns(self) -> bool:
        """Whether it is `pytest.warns()` without arguments, which any warning satisfies."""
        return self.assertion.name == "pytest.warns" and not self.call.args and not self.call.keywords

    @property
    def is_inspected(self) -> bool:
        """Whether anything looks at what was caught: the bound name is read later, or the call's value is used."""
        return is_inspected(self)


def expectations(test: Test) -> list[Expectation]:
    """Every expectation of a test, nested functions included, in source order; a fact."""
    return [_expectation(item) for item in test.assertions if item.kind in ("raises", "warns") and item.call]


def all_expectations(module: Module) -> list[Expectation]:
    """Every expectation in the tests of a file; a fact."""
    found: dict[Test, None] = dict.fromkeys(item.test for item in related(module, "raises", "warns"))
    return [item for test in found for item in test.fact(expectations)]


def expectation(assertion: Assertion) -> Expectation | None:
    """The expectation that an assertion is; None for all that are no raises or warns."""
    if assertion.kind not in ("raises", "warns"):
        return None
    return assertion.test.fact(_by_assertion).get(assertion)


def _by_assertion(test: Test) -> dict[Assertion, Expectation]:
    return {item.assertion: item for item in test.fact(expectations)}


def info_names(test: Test) -> frozenset[str]:
    """The names that hold pytest's ExceptionInfo wherever the test binds them; a fact."""
    if not any(item.kind == "raises" and (item.bound or item.block is None) for item in test.assertions):
        return frozenset()
    claims = [item for item in test.fact(expectations) if item.kind == "raises" and item.bound]
    # of `raises(...).value` the name holds the exception
    ours = {
        item.assertion.statement
        for item in claims
        if item.assertion.name in _INFO
        and (item.form == "with" or (item.form == "call" and item.assertion.statement.value is item.call))
    }
    found = {item.bound for item in claims if item.bound and item.assertion.statement in ours}
    for scope in test.scopes:
        places = test.module.bindings(scope)
        found -= {name for name in found if any(place.node not in ours for place in places.get(name, ()))}
    return frozenset(found)


def info_texts(test: Test) -> Iterator[tuple[ast.expr, ast.Name]]:
    """(what makes a text, name) for each str() or f-string that shows an ExceptionInfo; not where the line says so."""
    module, known = test.module, test.fact(info_names)
    if not known:
        return
    formats, strings = any(f"{{{name}" in test.text for name in known), module.calls.among(_STR)
    for scope in test.scopes:
        found: list[tuple[ast.expr, ast.expr]] = [
            (call, call.args[0])
            for call in strings.get(scope, ())
            if len(call.args) == 1 and module.resolve(call.func, scope) == "builtins.str"
        ]
        for part in scope.own(ast.FormattedValue) if formats else ():
            if part.conversion in (-1, ord("s")):
                found.append((part, part.value))
        for outer, name in found:
            if not isinstance(name, ast.Name) or name.id not in known:
                continue
            if "ExceptionInfo" not in module.source.lines[name.lineno - 1]:
                yield outer, name


def names_class(test: Test, bound: str, statement: ast.AST) -> bool:
    """Whether a statement quotes the name of a class whose exception a name has caught."""
    claims = (claim for claim in test.fact(expectations) if claim.bound == bound)
    classes = {last_name(item) or "" for claim in claims for item in claim.classes}
    quoted = [part.value for part in ast.walk(statement) if isinstance(part, ast.Constant)]
    return any(name and isinstance(text, str) and name in text for name in classes for text in quoted)


def _expectation(assertion: Assertion) -> Expectation:
    call: Any = assertion.call
    method = assertion.name if isinstance(call.func, ast.Attribute) else ""
    classes = call.args[1:] if method == "assertFailure" else assertion.expected_exceptions
    rest = call.args[1:]
    words = {item.arg: item.value for item in call.keywords}
    match = words.get("match") or words.get("expected_regex") or words.get("expected_message")
    if isinstance(match, ast.Constant) and match.value is None:
        match = None
    if method in _MATCHING and match is None and rest:
        match, rest = rest[0], rest[1:]
    elif match is None and rest and _is_text(rest[0]):
        match, rest = rest[0], []
    target = words.get("callable") or words.get("func") or (rest[0] if rest and method != "assertFailure" else None)
    if isinstance(target, ast.Constant) or assertion.name == "testfixtures.ShouldRaise":
        target = None
    form, bound = _form(assertion, call, target)
    return Expectation(
        assertion,
        call,
        assertion.kind,
        form,
        tuple(classes),
        tuple((assertion.module.resolve(item, assertion.scope) or "").removeprefix("builtins.") for item in classes),
        match,
        words.get("check"),
        target,
        bound,
        assertion.block,
    )


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str | bytes))


def _form(assertion: Assertion, call: ast.Call, target: ast.expr | None) -> tuple[Form, str | None]:
    if assertion.block is not None:
        return "with", _plain(assertion.bound)
    statement = assertion.statement
    bound = _plain(statement.targets[0]) if isinstance(statement, ast.Assign) and len(statement.targets) == 1 else None
    if target is not None or assertion.name == "assertFailure":
        return "call", bound
    value = getattr(statement, "value", None)
    value = value.value if isinstance(value, ast.Await) else value
    if isinstance(value, ast.Call) and call in value.args and last_name(value.func) in _ENTERING:
        return "entered", bound
    return "loose", bound


def _plain(target: ast.expr | None) -> str | None:
    """`name` or `self.name` as text, None for anything else."""
    if isinstance(target, ast.Name):
        return target.id
    if isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name):
        return f"{target.value.id}.{target.attr}"
    return None


def is_inspected(claim: Expectation) -> bool:
    """Whether anything looks at what an expectation caught."""
    statement = claim.assertion.statement
    if claim.form == "loose":
        return True
    if claim.bound is None:
        if claim.form == "with":
            return claim.assertion.bound is not None
        plain = statement.value if isinstance(statement, ast.Expr) else None
        plain = plain.value if isinstance(plain, ast.Await) else plain
        if claim.form == "entered":
            return plain is None
        return plain is not claim.call
    return _read_after(claim, statement, claim.bound)


def reads_in_block(claim: Expectation) -> bool:
    """Whether the body of the with statement names what it binds, behind the call that should raise or before it."""
    return any(
        isinstance(part, ast.Name) and part.id == claim.bound and isinstance(part.ctx, ast.Load)
        for part in expressions_in(claim.block or [])
    )


def _read_after(claim: Expectation, statement: Any, name: str) -> bool:
    """Whether a name is read behind a statement, before the same path binds it again; a loop leads back to its top."""
    test, module = claim.assertion.test, claim.assertion.module
    if "." in name:
        root, _, attr = name.partition(".")
        return any(
            node.attr == attr and isinstance(node.ctx, ast.Load) and getattr(node.value, "id", "") == root
            for scope in module.scopes
            for node in scope.own(ast.Attribute)
        )
    end = (statement.end_lineno, statement.end_col_offset)
    start = (statement.lineno, statement.col_offset)
    looped = any(isinstance(item, ast.For | ast.While | ast.AsyncFor) for item in module.enclosing(statement))
    limit = _bound_again(module, statement, name)
    for node in test.scope.nodes(ast.Name):
        if node.id != name or not isinstance(node.ctx, ast.Load):
            continue
        where = (node.lineno, node.col_offset)
        if end <= where and (limit is None or where < limit):
            return True
        if looped and limit is None and where < start:
            return True
    return False


def _bound_again(module: Module, statement: Any, name: str) -> tuple[int, int] | None:
    """Where the statements that follow on the same path first bind a name anew."""
    current = statement
    while current is not None and not isinstance(current, ast.Module):
        parent = module.block_parent(current)
        if parent is None:
            return None
        block = next((item for item in _lists(parent) if current in item), [])
        for later in block[block.index(current) + 1 :] if block else ():
            if name in _binds(later):
                # what an assignment reads, it reads before it binds
                return later.end_lineno, later.end_col_offset or 0
            if isinstance(later, ast.With | ast.AsyncWith):
                for item in later.items:
                    if item.optional_vars is not None and name in target_names(item.optional_vars):
                        return item.optional_vars.lineno, item.optional_vars.col_offset
        if isinstance(parent, _DEFINITIONS):
            return None
        current = parent
    return None


def _lists(parent: Any) -> list[list[Any]]:
    return [parent.body] if isinstance(parent, (ast.Module, *_DEFINITIONS)) else list(blocks(parent))


def _binds(statement: Any) -> list[str]:
    if isinstance(statement, ast.Assign):
        return [name for target in statement.targets for name in target_names(target)]
    return target_names(statement.target) if isinstance(statement, ast.AnnAssign) and statement.value else []
