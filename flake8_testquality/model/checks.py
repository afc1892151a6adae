"""Checks: does a test, a helper, a base, a fixture or a decorator check anything? Helpers are followed."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model import checkers, offered
from flake8_testquality.model.assertions import BLOCKS, LOGS, MOCK, RAISES, UNITTEST, WARNS
from flake8_testquality.model.callees import Owner, Unit, callees, owner_around, references, targets
from flake8_testquality.model.counterparts import counterparts
from flake8_testquality.model.fixtures import closure
from flake8_testquality.model.metaclasses import may_remake
from flake8_testquality.model.names import called_name, is_self, last_name
from flake8_testquality.model.offered import is_assert_statement, is_for_tests, is_no_product, is_of_case, knows_runner
from flake8_testquality.model.out_of_sight import leads_out_of_sight
from flake8_testquality.model.reach import SET_UPS, TEAR_DOWNS
from flake8_testquality.model.scopes import Scope, descend, expression_children, flat
from flake8_testquality.model.tests import Test, mark_of

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

# How many calls lead from a test to the check that counts for it.
DEPTH = 3
# What a helper calls the case that it is given.
_CASES = frozenset({"test", "testcase", "test_case", "case", "tester"})
# The methods of TestCase through which the runner takes each test: what overrides one may fail it.
_CLEAN_UPS = frozenset({"addCleanup", "addAsyncCleanup", "addClassCleanup"})
_RUNS = frozenset({"run", "__call__", "_callTestMethod"})
_REPORTS = frozenset({"addFailure", "addError"})
_BRANCHES = (ast.If, ast.For, ast.While, ast.AsyncFor, ast.ExceptHandler, ast.match_case)


def checks(test: Test) -> bool:
    """Whether a test checks anything: by itself, in a helper, a fixture, a decorator, or after it has run."""
    return test.fact(_checks)


def _checks(test: Test) -> bool:
    if any(item.kind != "helper" for item in test.assertions):
        return True
    return _unit_checks(_unit(test), DEPTH, _globs(test.module)) or checks_around(test)


def checks_inside(test: Test) -> bool:
    """Whether the test's own body checks anything, helpers followed; fixtures and decorators left aside."""
    return any(item.kind != "helper" for item in test.assertions) or _unit_checks(
        _unit(test), DEPTH, _globs(test.module)
    )


def checking_calls(test: Test) -> list[ast.Call]:
    """The calls of a test's body, nested functions included, that check without being one of its plain assertions.

    Helpers are followed; so is a checker's name (`check_total`, `eq_`, `raise_for_status`).
    """
    return test.fact(_checking_calls)


def _checking_calls(test: Test) -> list[ast.Call]:
    known = {item.call for item in test.assertions if item.kind != "helper"}
    found: list[ast.Call] = []
    for scope in test.scopes:
        found.extend(call for call in scope.calls if call not in known and call_checks(test.module, call, scope))
    return found


def call_checks(module: Module, call: ast.Call, scope: Scope) -> bool:
    """Whether a call checks something: by its name, or in the function that it leads to."""
    owner = owner_around(module, scope)
    globs = _globs(module)
    if _call_says(module, call, scope, globs):
        return True
    found = [call.func, *call.args, *(item.value for item in call.keywords)]
    return any(
        _unit_checks(unit, DEPTH - 1, globs)
        for node in found
        for part in (references(node) if node is not call.func else (node,))
        for unit in targets(module, part, scope, owner, called=node is call.func)
    )


def block_checks(module: Module, block: list[Any], scope: Scope) -> bool:
    """Whether any statement of a block checks something, nested blocks included."""
    for statement in flat(block):
        if isinstance(statement, ast.Assert) or (isinstance(statement, ast.Raise) and statement.exc is not None):
            return True
        for child in expression_children(statement):
            for part in descend(child):
                if isinstance(part, ast.Call) and (_is_plain(module, part, scope) or call_checks(module, part, scope)):
                    return True
    return False


def checks_around(test: Test) -> bool:
    """Whether something around a test checks: a fixture (its teardown too), a tear-down method, a decorator, a mark."""
    return test.fact(_checks_around)


def _checks_around(test: Test) -> bool:
    module, globs = test.module, _globs(test.module)
    if any(checkers.is_checking_fixture(name) for name in test.fixture_names):
        return True
    if any(checkers.is_checking_mark(mark.name) for mark in test.marks) or _enters_case(test):
        return True
    if any(
        _decorator_checks(module, node, test.scope.parent or module.scope, globs) for node in test.node.decorator_list
    ):
        return True
    if test.cls is not None and any(
        _decorator_checks(module, node, test.cls.scope.parent or module.scope, globs)
        for node in test.cls.node.decorator_list
    ):
        return True
    units: list[Unit] = [(item.module, item.body_scope, None) for item in closure(test)]
    units.extend(_hooks(test, TEAR_DOWNS))
    units.extend(counterparts(test))
    if any(_unit_checks(unit, DEPTH, globs) for unit in units) or _leaves_checks(test):
        return True
    if test.cls is not None and may_remake(test.cls.lineage):
        return True
    return test.cls is not None and test.cls.is_case and any(_run_checks(unit, globs) for unit in _hooks(test, _RUNS))


def _run_checks(unit: Unit, globs: tuple[str, ...]) -> bool:
    """Whether a case's own way to run a test fails or reports it; that it hands on to TestCase's own says nothing."""
    if _checks_in_sight(unit, globs) or any(last_name(call.func) in _REPORTS for call in unit[1].calls):
        return True
    helpers = (other for other in callees(unit) if getattr(other[1].node, "name", None) not in _RUNS)
    return any(_unit_checks(other, DEPTH - 1, globs) for other in helpers)


def _enters_case(test: Test) -> bool:
    """Whether a test enters what its cases hand it: `with expectation:`, where a case is `pytest.raises(KeyError)`."""
    kinds = ast.With, ast.AsyncWith
    blocks = [node for scope in test.scopes for kind in kinds for node in scope.statements.get(kind, ())]
    entered = [item.context_expr for node in blocks for item in node.items]
    return any(isinstance(item, ast.Name) and item.id in test.parametrized for item in entered)


def _leaves_checks(test: Test) -> bool:
    """Whether the set-up hands to addCleanup what checks: it runs behind the test."""
    return any(
        last_name(call.func) in _CLEAN_UPS and call_checks(home, call, scope)
        for home, scope, _ in _hooks(test, SET_UPS)
        for call in scope.calls
    )


def _hooks(test: Test, names: frozenset[str]) -> Iterator[Unit]:
    owner = _owner_of(test)
    places = [(test.module, test.module.scope)]
    if test.cls is not None:
        places.extend((home, home.scope_by_node[node]) for home, node in test.cls.lineage.classes)
    for home, scope in places:
        for child in scope.children:
            if child.is_function and child.node.name in names:  # type: ignore[union-attr]
                yield home, child, owner


def _decorator_checks(module: Module, node: ast.expr, scope: Scope, globs: tuple[str, ...]) -> bool:
    """Whether a decorator checks, or may: one that is out of sight and unknown may assert."""
    target = node.func if isinstance(node, ast.Call) else node
    if checkers.is_configured(module, target, scope, globs):
        return True
    if mark_of(module, node, "function", scope) is not None:
        return False
    dotted = module.resolve(target, scope)
    if dotted is not None and checkers.is_inert(dotted):
        return False
    units = list(targets(module, target, scope, None, called=True))
    if units:
        return any(_unit_checks(unit, DEPTH, globs) for unit in units)
    word = last_name(target) or ""
    return not word.lower().startswith(
        ("skip", "require", "needs", "only_", "mock", "patch", "flaky", "parametri", "with_")
    )


def _unit(test: Test) -> Unit:
    return test.module, test.scope, _owner_of(test)


def _owner_of(test: Test) -> Owner:
    return (test.module, test.cls.node) if test.cls is not None else None


def _globs(module: Module) -> tuple[str, ...]:
    return module.option(checkers.ASSERT_HELPERS)  # type: ignore[no-any-return]


def _memo(module: Module) -> dict[Any, bool]:
    return {}


def _unit_checks(unit: Unit, calls: int, globs: tuple[str, ...]) -> bool:
    """Whether a function checks within so many calls; each answer is kept with the module that holds the function."""
    module, scope, owner = unit
    known = module.fact(_memo)
    key = scope.node, owner and owner[1], calls, globs
    found = known.get(key)
    if found is None:
        found = known[key] = _checks_itself(unit, globs) or (
            calls > 0 and any(_unit_checks(other, calls - 1, globs) for other in callees(unit))
        )
    return found


def _checks_itself(unit: Unit, globs: tuple[str, ...]) -> bool:
    if _checks_in_sight(unit, globs):
        return True
    return unit[0].role != "source" and any(leads_out_of_sight(unit, inner) for inner in unit[1].within())


def _checks_in_sight(unit: Unit, globs: tuple[str, ...]) -> bool:
    module, scope, _ = unit
    if any(inner.statements.get(ast.Assert) for inner in scope.within()):
        return True
    if module.role == "source" and not is_for_tests(module) and not is_of_case(scope, unit[2]):
        return knows_runner(module) and any(
            _is_plain(module, call, inner) for inner in scope.within() for call in inner.calls
        )
    if any(
        _is_failure(module, node, inner is scope)
        for inner in scope.within()
        for node in inner.statements.get(ast.Raise, ())
    ):
        return True
    return any(
        _is_plain(module, call, inner) or _call_says(module, call, inner, globs)
        for inner in scope.within() for call in inner.calls
    )  # fmt: skip


def _is_failure(module: Module, node: ast.Raise, own: bool) -> bool:
    """Whether a raise stands for a failed check: AssertionError, or any error behind a condition."""
    if node.exc is None:
        return False
    if called_name(node.exc) in ("AssertionError", "failureException"):
        return True
    return own and any(isinstance(above, _BRANCHES) for above in module.enclosing(node))


def _is_plain(module: Module, call: ast.Call, scope: Scope) -> bool:
    """Whether a call is one of the assertions that everybody knows."""
    name = last_name(call.func)
    if isinstance(call.func, ast.Attribute) and (name in UNITTEST or name in MOCK or name in RAISES | WARNS | LOGS):
        return True
    if name == "fail" and isinstance(call.func, ast.Attribute):
        owner = call.func.value
        return is_self(owner) or getattr(owner, "id", "") in _CASES or _is_resolved(module, call, scope)
    return _is_resolved(module, call, scope)


def _is_resolved(module: Module, call: ast.Call, scope: Scope) -> bool:
    dotted = module.resolve(call.func, scope)
    return dotted is not None and (dotted in BLOCKS or dotted in ("pytest.fail", "pytest.xfail"))


def _call_says(module: Module, call: ast.Call, scope: Scope, globs: tuple[str, ...]) -> bool:
    """Whether a call's name says that it checks; the name of a product's function says nothing."""
    if checkers.is_configured(module, call.func, scope, globs) or checkers.is_known_checker(module, call, scope):
        return True
    if not checkers.chain_says_check(call.func) and not checkers.alias_says(module, call.func, scope):
        return _hands_over_checker(module, call, scope)
    if _hands_over_checker(module, call, scope):
        return True
    dotted = module.resolve(call.func, scope)
    method = offered.product_method(module, call.func, scope) if dotted is None else None
    if method is not None and not _unit_checks(method, DEPTH - 1, globs):
        return False
    return is_no_product(module, dotted) or is_assert_statement(module, dotted)


def _hands_over_checker(module: Module, call: ast.Call, scope: Scope) -> bool:
    """Whether a call is given an imported function, or a method of the case, whose name says that it checks."""
    for node in (*call.args, *(item.value for item in call.keywords)):
        value = _value_of(module, node, scope) if node.__class__ in (ast.Name, ast.Attribute) else None
        if value is None or not checkers.says_check(last_name(value)):
            continue
        if isinstance(value, ast.Attribute) and is_self(value.value):
            return True
        dotted = module.resolve(value, scope)
        if dotted is not None and is_no_product(module, dotted):
            return True
    return False


def _value_of(module: Module, node: ast.expr, scope: Scope) -> ast.expr:
    """A name or chain; of a local name that is bound once to such, what it stands for."""
    places = module.bindings(scope).get(node.id, ()) if isinstance(node, ast.Name) else ()
    value = places[0].value if len(places) == 1 else None
    return value if isinstance(value, ast.Name | ast.Attribute) else node
