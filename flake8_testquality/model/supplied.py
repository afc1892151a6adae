"""Supplied: what a test starts with. Its arguments, fixtures in sight, its class's set-up, the patches around it."""

from __future__ import annotations

import ast
from functools import partial
from typing import TYPE_CHECKING, Any

from flake8_testquality.model import fixtures, patching
from flake8_testquality.model.injections import injection_of
from flake8_testquality.model.names import parameters
from flake8_testquality.model.origins import FIXTURE, LITERAL, OUTSIDE, STDLIB, SUBJECT, UNKNOWN, Value
from flake8_testquality.model.own_code import reach
from flake8_testquality.model.patches import Patch, bound_patch, patches_by_node
from flake8_testquality.model.scopes import flat
from flake8_testquality.model.tests import Mark, TestClass, parametrized_names

if TYPE_CHECKING:
    from flake8_testquality.model.flow import Flow
    from flake8_testquality.model.module import Module

SET_UPS = ("setUpClass", "setUpTestData", "setup_class", "setUp", "asyncSetUp", "setup_method")
MAX_SET_UP = 120
# Fixtures of pytest that hold nothing of the product: captured output and logs, folders.
OUTSIDE_FIXTURES = frozenset(
    "caplog capsys capfd capsysbinary capfdbinary capteesys tmp_path tmpdir tmp_path_factory "
    "tmpdir_factory recwarn".split()
)
# Decorators that leave the body of a test alone.
_QUIET = (
    "pytest.mark.",
    "unittest.skip",
    "unittest.expectedFailure",
    "unittest.mock.",
    "builtins.",
    "typing.",
    "asyncio.",
)


def begin(flow: Flow) -> None:
    """Lay out what the test starts with."""
    test = flow.test
    patched = set(test.patched_arguments)
    for item in fixtures.closure(test):
        flow.in_use_elsewhere.update(item.requests)
        if item.is_autouse and reach(item.module, item.node).origins & SUBJECT:
            flow.epoch = 1
    if test.cls is not None and test.cls.node in test.module.fact(_patching_classes):
        flow.set_up()
    _decorators(flow)
    for arg in test.parameters:
        if arg.arg in patched:
            continue
        flow.waiting[arg.arg] = arg
    own = parameters(test.node)
    if test.cls is not None and not test.is_static and own:
        flow.frame[own[0].arg] = flow.instance


def _patching_classes(module: Module) -> set[ast.AST]:
    """The classes of a file whose set-up puts patches in place that last through the test."""
    return {
        patch.scope.parent.node
        for patch in module.patches
        if patch.scope.is_function and patch.scope.parent is not None and patch.scope.parent.is_class
        and getattr(patch.scope.node, "name", "") in SET_UPS
    }  # fmt: skip


def set_up(flow: Flow) -> None:
    """What the set-up of the test's class puts on its instance."""
    flow.is_set_up = True
    cls = flow.test.cls
    if cls is None:
        return
    for item in fixtures.autouse(flow.test.module, cls):
        if (
            item.body_scope.parent is not None
            and item.body_scope.parent.is_class
            and item.name not in flow.fixture_values
        ):
            flow.given(item.module, item.node, _requested(flow, item, 0))
    _set_ups(flow, cls)


def _decorators(flow: Flow) -> None:
    test = flow.test
    mocks: dict[Patch, Value] = {}
    for owner in (test.node, test.cls.node) if test.cls is not None else (test.node,):
        home = test.module
        scope = home.scope_by_node[owner].parent or home.scope
        for item in reversed(owner.decorator_list):
            patch = home.fact(patches_by_node).get(item) or bound_patch(home, item, scope)
            if patch is not None:
                patcher = Value(STDLIB, patch.node, "patcher", name=f"unittest.mock.{patch.kind}", home=home)
                mocks[patch] = flow.at(home, home.scope, {}, partial(patching.activate, flow, patcher))
                continue
            name = home.resolve(item.func if isinstance(item, ast.Call) else item, scope) or ""
            if not name.startswith(_QUIET) or name == "builtins.property":
                # Somebody else's code runs around the test.
                flow.epoch = max(flow.epoch, 1)
                flow.wrapped = True
    injected = injection_of(test.module, test.node)
    for index, name in enumerate(test.patched_arguments):
        given = injected.named.get(name) or (injected.positional[index] if index < len(injected.positional) else None)
        flow.frame[name] = mocks.get(given, Value(UNKNOWN, test.node)) if given and injected.certain else Value(UNKNOWN)


def argument(flow: Flow, arg: ast.arg) -> Value:
    """The value of an argument of the test."""
    test = flow.test
    name = arg.arg
    if name in test.parametrized:
        return Value(UNKNOWN, arg) if flow.wrapped else _parametrized(flow, name, arg)
    args = test.node.args
    defaults = dict(
        zip([item.arg for item in args.args][len(args.args) - len(args.defaults) :], args.defaults, strict=True)
    )
    if name in defaults:
        if flow.wrapped:
            return Value(UNKNOWN, arg)
        return flow.inside(test.module, test.module.scope, {}, defaults[name])
    if name in (args.vararg and args.vararg.arg, args.kwarg and args.kwarg.arg):
        return Value(UNKNOWN, arg)
    return fixture_value(flow, name, arg)


def _parametrized(flow: Flow, name: str, arg: ast.arg) -> Value:
    test = flow.test
    for mark in test.marks:
        if mark.name != "parametrize" or name not in parametrized_names(mark):
            continue
        indirect = mark.keyword("indirect")
        if indirect is not None and not (isinstance(indirect, ast.Constant) and indirect.value is False):
            return Value(FIXTURE, arg)
        rows = mark.args[1] if len(mark.args) > 1 else mark.keyword("argvalues")
        return _column(flow, mark, rows, parametrized_names(mark).index(name), arg)
    return Value(UNKNOWN, arg)


def _column(flow: Flow, mark: Mark, rows: ast.expr | None, index: int, arg: ast.arg) -> Value:
    """The union of what the rows give to one argument."""
    if not isinstance(rows, ast.List | ast.Tuple):
        if rows is None:
            return Value(UNKNOWN, arg)
        value = flow.inside(flow.test.module, flow.test.module.scope, {}, rows)
        return Value(flow.origins(value), arg)
    if not rows.elts:
        # no value is ever handed over: what it would be is not in sight
        return Value(UNKNOWN, arg)
    single = len(parametrized_names(mark)) == 1
    origins = LITERAL
    for row in rows.elts[:60]:
        cell: ast.expr = row
        if not single and isinstance(row, ast.List | ast.Tuple) and len(row.elts) > index:
            cell = row.elts[index]
        value = flow.inside(flow.test.module, flow.test.module.scope, {}, cell)
        origins |= flow.origins(value)
    return Value(origins, arg, frozen=origins == LITERAL)


def fixture_value(flow: Flow, name: str, node: ast.AST, depth: int = 0) -> Value:
    """What a fixture gives: read through when it is in sight and small, else presumed to carry the subject."""
    known = flow.fixture_values.get(name)
    if known is None:
        known = flow.fixture_values[name] = _fixture_value(flow, name, node, depth)
        if name in flow.in_use_elsewhere and not known.frozen:
            # Whoever else asks for it had it before the test began.
            known.shared = 0
            known.origins |= FIXTURE if known.kind == "container" else 0
    return known


def _fixture_value(flow: Flow, name: str, node: ast.AST, depth: int) -> Value:
    test = flow.test
    found = fixtures.lookup(test.module, name, test.cls)
    if found is None:
        if name in OUTSIDE_FIXTURES:
            return Value(STDLIB | OUTSIDE, node, name=name)
        if name == "subtests":
            return Value(STDLIB, node, name=name)
        if name == "monkeypatch":
            return Value(STDLIB, node, "monkeypatch", name=name)
        if name in ("mocker", "class_mocker", "module_mocker", "session_mocker"):
            return Value(STDLIB, node, "mocker", name=name)
        return Value(FIXTURE | SUBJECT, node, name=name)
    function: Any = found.node
    home = found.module
    frame = _requested(flow, found, depth)
    plain = depth < 3 and found.keyword("params") is None and len(found.yields) <= 1
    if plain and len(list(flat(function.body))) <= 20:
        return flow.given(home, function, frame)
    for value in frame.values():
        flow.share(value)
    flow.epoch += 1
    return Value(FIXTURE | (reach(home, function).origins or UNKNOWN), node, name=name)


def _requested(flow: Flow, fixture: fixtures.Fixture, depth: int) -> dict[str, Value]:
    function: Any = fixture.node
    frame = {}
    for name in fixture.requests:
        is_itself = name == fixture.name or depth > 5
        frame[name] = Value(FIXTURE, function) if is_itself else fixture_value(flow, name, function, depth + 1)
        if frame[name].kind == "container":
            # Fixtures that share a container may be what is tested.
            frame[name].origins |= FIXTURE
    if fixture.body_scope.parent is not None and fixture.body_scope.parent.is_class and parameters(function):
        frame[parameters(function)[0].arg] = flow.instance
    return frame


def _set_ups(flow: Flow, owner: TestClass) -> None:
    known: dict[ast.AST, list[tuple[Module, Any]]] = owner.module.fact(_set_ups_by_class)
    if owner.node not in known:
        known[owner.node] = _set_ups_of(owner)
    for home, function in known[owner.node]:
        if len(list(flat(function.body))) > MAX_SET_UP:
            flow.instance.origins |= UNKNOWN
            flow.overflow = True
            return
        arguments = parameters(function)
        frame = {arg.arg: Value(UNKNOWN, function) for arg in arguments[1:]}
        if arguments:
            frame[arguments[0].arg] = flow.instance
        flow.given(home, function, frame)


def _set_ups_by_class(module: Module) -> dict[ast.AST, list[tuple[Module, Any]]]:
    return {}


def _set_ups_of(owner: TestClass) -> list[tuple[Module, Any]]:
    """The set-up functions of a class and its bases in the order in which they run."""
    functions = [
        (home, function)
        for home, cls in reversed(owner.lineage.classes)
        for function in home.scope_by_node[cls].statements_of_functions()
    ]
    return [item for name in SET_UPS for item in functions if item[1].name == name]
