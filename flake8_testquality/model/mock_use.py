"""The use of mocks: what a test claims about their calls, and which patches it stands under."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.checks import checking_calls
from flake8_testquality.model.mock_objects import is_mock, mock_object, settings_of
from flake8_testquality.model.mocks import PLAIN_FACTORIES, Mock
from flake8_testquality.model.names import last_name
from flake8_testquality.model.patch_tools import MOCKERS
from flake8_testquality.model.patches import Patch
from flake8_testquality.model.scopes import Scope, descend
from flake8_testquality.model.words import whole_words
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.fixtures import Fixture
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

# Source: unittest.mock. What a mock keeps of its calls: a list of them, a number, the last one.
CALL_LISTS = frozenset({"mock_calls", "call_args_list", "method_calls", "await_args_list"})
CALL_COUNTS = frozenset({"called", "call_count", "await_count"})
_LAST_CALL = frozenset({"call_args", "await_args"})
_ARGUMENT_LISTS = frozenset({"call_args_list", "await_args_list"})
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
CALL_RECORDS = CALL_LISTS | CALL_COUNTS | _LAST_CALL


def patches_of_test(test: Test) -> list[Patch]:
    """The patches that a test stands under by itself: its decorators, those of its class, those in its body."""
    return test.fact(_patches_of_test)


def _patches_of_test(test: Test) -> list[Patch]:
    if not test.module.patches:
        return []
    by_place: dict[object, list[Patch]] = test.module.fact(_patches_by_place)
    decorators = list(test.node.decorator_list)
    if test.cls is not None and test.name.startswith("test"):
        decorators.extend(test.cls.node.decorator_list)
    places = [*decorators, *test.scopes]
    return [patch for place in places for patch in by_place.get(place, ())]


def _patches_by_place(module: Module) -> dict[object, list[Patch]]:
    """The patches that are decorators by their node, the others by the scope that they stand in."""
    found: dict[object, list[Patch]] = {}
    for patch in module.patches:
        is_decorator = patch.way in ("decorator", "class decorator")
        found.setdefault(patch.node if is_decorator else patch.scope, []).append(patch)
    return found


def is_call_object(module: Module, scope: Scope, node: ast.expr) -> bool:
    """Whether an expression is one `call(...)`, `call.method(...)` included, or a name bound once to one."""
    if isinstance(node, ast.Name):
        found = module.names.lookup(node.id, scope)
        if found is None or len(found[1]) != 1 or found[1][0].value is None:
            return False
        scope, node = found[0], found[1][0].value
    if not isinstance(node, ast.Call) or (isinstance(node.func, ast.Attribute) and node.func.attr == "call_list"):
        return False
    root: ast.expr = node
    while isinstance(root, ast.Call | ast.Attribute):
        inner = root.func if isinstance(root, ast.Call) else root.value
        if isinstance(root, ast.Attribute) and root.attr == "call":
            is_of_mocker = isinstance(inner, ast.Name) and inner.id in MOCKERS
            if is_of_mocker or module.resolve(root, scope) == "unittest.mock.call":
                return True
        root = inner
    return module.resolve(root, scope) == "unittest.mock.call"


def call_record(module: Module, scope: Scope, node: ast.expr | None) -> ast.Attribute | None:
    """The record of a mock's calls (`m.call_count`, `m.mock_calls`) that an expression reads, parts of it included."""
    while node is not None:
        if isinstance(node, ast.Attribute):
            if node.attr in CALL_RECORDS:
                return node if is_mock(module, scope, node.value) else None
            node = node.value
        elif isinstance(node, ast.Subscript):
            node = node.value
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("len", "list"):
            node = node.args[0] if len(node.args) == 1 else None
        else:
            return None
    return None


def claims_only_calls(assertion: Assertion) -> bool:
    """Whether an assertion says no more than that a mock was, or was not, called, how often and with what."""
    if assertion.kind == "mock":
        return True
    if assertion.kind not in ("assert", "unittest"):
        return False
    return all(
        any(call_record(assertion.module, assertion.scope, operand) is not None for operand in claim.operands)
        for claim in assertion.claims
    )


def uses_default(module: Module, scope: Scope, node: ast.AST) -> bool:
    """Whether DEFAULT or a return_value occurs in an expression or in a function's body, so that it is asked for."""
    parts = descend(node)
    inner = module.scope_by_node.get(node)
    if inner is not None:
        parts = (part for one in inner.within() for kind in (ast.Name, ast.Attribute) for part in one.own(kind))
    return any(
        (isinstance(part, ast.Name) and part.id == "DEFAULT")
        or (isinstance(part, ast.Attribute) and part.attr in ("DEFAULT", "return_value"))
        for part in parts
    )


def is_call_only(test: Test) -> bool:
    """Whether a test checks something, and only how mocks were called."""
    if not test.module.mocks and not test.module.patches and not test.fixture_names:
        return False
    found = [item for item in test.assertions if item.kind != "helper"]
    return bool(found) and all(claims_only_calls(item) for item in found) and not checking_calls(test)


def positional_reads(module: Module) -> Iterator[ast.Subscript]:
    """The subscripts in functions that take the arguments or the keywords of a recorded call by their position."""
    lines = [number for number, line in enumerate(module.source.lines, 1) if "l_args" in line or "t_args" in line]
    for scope in module.scopes if lines else ():
        node: Any = scope.node
        if scope.is_function and any(node.lineno <= line <= node.end_lineno for line in lines):
            for part in scope.own(ast.Subscript):
                if _index(part) in (-2, -1, 0, 1) and _is_recorded_call(part.value, scope, module):
                    yield part
            yield from _reads_of_each(scope, module)


def _reads_of_each(scope: Scope, module: Module) -> Iterator[ast.Subscript]:
    """What a comprehension over recorded calls takes of each by position: `[each[0] for each in call_args_list]`."""
    comprehension: Any
    for kind in _COMPREHENSIONS:
        for comprehension in scope.own(kind):
            names = {
                item.target.id
                for item in comprehension.generators
                if isinstance(item.target, ast.Name) and _is_argument_list(item.iter, scope, module)
            }
            for part in descend(comprehension) if names else ():
                is_taken = isinstance(part, ast.Subscript) and getattr(part.value, "id", None) in names
                if is_taken and _index(part) in (-2, -1, 0, 1):
                    yield part


def _index(node: ast.Subscript) -> int | None:
    index, sign = node.slice, 1
    if isinstance(index, ast.UnaryOp) and isinstance(index.op, ast.USub):
        index, sign = index.operand, -1
    return sign * index.value if isinstance(index, ast.Constant) and isinstance(index.value, int) else None


def _is_recorded_call(node: ast.expr, scope: Scope, module: Module) -> bool:
    """Whether an expression is one recorded call of a mock, by its name or by the one place that names it."""
    if isinstance(node, ast.Name):
        found = module.names.lookup(node.id, scope)
        place = found[1][0] if found and len(found[1]) == 1 else None
        if place is not None and isinstance(place.node, ast.For) and isinstance(place.node.target, ast.Name):
            return _is_argument_list(place.node.iter, scope, module)
        value = place.value if place is not None else None
        return value is not None and not isinstance(value, ast.Name) and _is_recorded_call(value, scope, module)
    if isinstance(node, ast.Attribute):
        return node.attr in _LAST_CALL
    if isinstance(node, ast.Subscript) and not isinstance(node.slice, ast.Slice):
        return _is_argument_list(node.value, scope, module)
    return False


def _is_argument_list(node: ast.expr, scope: Scope, module: Module) -> bool:
    """Whether an expression is the list of a mock's recorded calls, by its name or by the one place that names it."""
    if isinstance(node, ast.Name):
        found = module.names.lookup(node.id, scope)
        node = (found[1][0].value if found and len(found[1]) == 1 else None) or node
    return isinstance(node, ast.Attribute) and node.attr in _ARGUMENT_LISTS


def weak_call_claim(claim: Assertion) -> ast.Attribute | None:
    """`m.called` or `m.call_count`, where an assertion claims no more than that it is true or not zero."""
    left, right = claim.actual, claim.expected
    if left.__class__ is not ast.Attribute and right.__class__ is not ast.Attribute:
        return None
    if claim.kind not in ("assert", "unittest"):
        return None
    for record, other, relations in ((left, right, _SOME), (right, left, _SOME_MIRRORED)):
        if isinstance(record, ast.Attribute) and record.attr in CALL_COUNTS:
            wanted = other.value if isinstance(other, ast.Constant) else None
            key = "called" if record.attr == "called" else "count"
            if claim.relation == "true" or (other is not None and (key, claim.relation, wanted) in relations):
                return record if is_mock(claim.module, claim.scope, record.value) else None
    return None


def is_told_more(claim: Assertion, record: ast.Attribute) -> bool:
    """Whether the test also looks at the arguments or the number of the calls that a weak claim is about.

    At-least counts of a test that sleeps count as well: how many calls there are is a matter of time. So does an
    earlier claim that there was no call yet: then the moment is what is tested. And so does a claim about what came of
    the error that the mock was told to raise.
    """
    source = claim.module.source
    text, mock = claim.test.text, source.segment(record.value)
    size = len(mock)
    if any(_SAYING.match(text, at + size) for at in _mentions(text, mock)):
        return True
    before = source.lines_of(claim.test.node.lineno, claim.node.lineno - 2)
    for at in _mentions(before, mock):
        if before.startswith(".assert_not_called(", at + size):
            return True
        if before.startswith(".call", at + size) and before.endswith(("not ", "assertFalse("), 0, at):
            return True
    if record.attr != "called" and claim.relation != "true" and _SLEEPING.search(text) is not None:
        return True
    return "side_effect" in text and _is_told_to_raise(claim, record) and _checks_outcome(claim.test)


def _mentions(text: str, chain: str) -> Iterator[int]:
    """Where a name or chain stands in a text, as no part of another."""
    return (at for at in whole_words(text, chain) if text[at - 1 : at] != ".")


def _is_told_to_raise(claim: Assertion, record: ast.Attribute) -> bool:
    """Whether all that a mock is told to do is to raise an error."""
    found = mock_object(claim.module, claim.scope, record.value)
    effects = settings_of(found, "side_effect") if found is not None else []
    return bool(effects) and all(
        _ERROR.search(last_name(value.func if isinstance(value, ast.Call) else value) or "") is not None
        for _, _, value in effects
    )


def _checks_outcome(test: Test) -> bool:
    """Whether a test claims something that is not about the calls of a mock."""
    return any(
        item.kind == "raises" or (item.kind in ("assert", "unittest") and not claims_only_calls(item))
        for item in test.assertions
    )


# Of a mock: what tells more of its calls than that there were any.
_SAYING = regex(
    r"\.(?:(?:call|await)_args\b|(?:call|await)_args_list|(?:mock|method)_calls|assert_(?:any|has)_|"
    r"assert_\w*(?:once|with)\b|(?:call|await)_count (?:==|in|<|>=? [2-9]))"
)
_ERROR = regex(r"(?:[Ee]rror|Exception)$")
_SLEEPING = regex(r"\bsleep\(")
_SOME = frozenset({
    ("called", "is", True), ("called", "==", True), ("called", "is not", False), ("called", "!=", False),
    ("count", ">=", 1), ("count", ">", 0), ("count", "!=", 0),
})  # fmt: skip
_SOME_MIRRORED = frozenset({
    ("called", "is", True), ("called", "==", True), ("called", "is not", False), ("called", "!=", False),
    ("count", "<=", 1), ("count", "<", 0), ("count", "!=", 0),
})  # fmt: skip


def lone_calls(assertion: Assertion) -> list[ast.expr]:
    """The calls that an assertion gives where a list of calls belongs."""
    module, scope, call = assertion.module, assertion.scope, assertion.call
    if assertion.name in ("assert_has_calls", "assert_has_awaits") and call is not None:
        given = call.args or [item.value for item in call.keywords if item.arg == "calls"]
        return list(given) if given and all(is_call_object(module, scope, item) for item in given) else []
    if assertion.relation not in ("==", "!=", "same elements"):
        return []
    left, right = assertion.operands[:2] if len(assertion.operands) == 2 else (None, None)
    for record, other in ((left, right), (right, left)):
        if isinstance(record, ast.Attribute) and record.attr in CALL_LISTS and other is not None:
            return [other] if is_call_object(module, scope, other) else []
    return []


def returned_mock(fixture: Fixture) -> Mock | None:
    """The Mock that a fixture makes by one of the three plain factories and gives to its tests."""
    for value in fixture.values:
        found = mock_object(fixture.module, fixture.body_scope, value)
        source = found.source if found is not None and not found.path and found.home is fixture.module else None
        if isinstance(source, Mock) and source.factory in PLAIN_FACTORIES:
            return source
    return None
