"""Conditions: which branches and loops of a test hang on what the code under test does, so that they may not run."""

from __future__ import annotations

import ast
import sys
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.checks import block_checks, checking_calls, checks_around
from flake8_testquality.model.control import is_controlled
from flake8_testquality.model.early_elements import is_shown_before
from flake8_testquality.model.loop_inputs import asks_inputs, goes_over_inputs
from flake8_testquality.model.names import last_name
from flake8_testquality.model.nodes import is_exhaustive
from flake8_testquality.model.risk import is_fail
from flake8_testquality.model.scopes import FUNCTIONS
from flake8_testquality.model.stand_in_parts import goes_over_parts
from flake8_testquality.model.stored_rows import goes_over_stored_rows
from flake8_testquality.model.sure_raises import surely_raises
from flake8_testquality.model.written import is_filled

if TYPE_CHECKING:
    from flake8_testquality.model.tests import Test

_BRANCHING = frozenset({ast.If, ast.For, ast.AsyncFor, ast.While, ast.Try, ast.TryStar, ast.Match})
_SKIPS = frozenset(["skip", "skipTest", "xfail", "importorskip", "exit"])


def is_conditional(test: Test) -> bool:
    """Whether a test checks something, and every check hangs on a condition that the test does not control."""
    if _BRANCHING.isdisjoint(test.scope.statements):
        return False
    plain = [item for item in test.assertions if item.kind != "helper"]
    # a fail behind a condition is a check of that condition
    if any(
        item.kind == "fail" or (item.scope is test.scope and is_fail(item.statement, test.module, item.scope))
        for item in plain
    ):
        return False
    if any(item.scope is not test.scope or test.module.block_parent(item.statement) is test.node for item in plain):
        return False
    if any(node.exc is not None for node in test.scope.statements.get(ast.Raise, ())):
        return False
    if not plain or not all(hangs(test, item.statement) for item in plain):
        return False
    more = checking_calls(test)
    own = set(map(id, test.scope.calls))
    if any(id(call) not in own or not hangs(test, test.module.statement_of(call)) for call in more):
        return False
    if _is_skipped(test) or any(_claims_condition(test, item.statement) for item in plain):
        return False
    return not checks_around(test)


def _is_skipped(test: Test) -> bool:
    """Whether a test's body skips it, whatever happens."""
    return any(_skips(item) and last_name(item.value.func) in ("skip", "skipTest") for item in test.body)


def _claims_condition(test: Test, statement: Any) -> bool:
    """Whether an assertion under an if speaks of nothing but the platform, so that it is the if that it checks."""
    if not isinstance(statement, ast.Assert) or not isinstance(test.module.block_parent(statement), ast.If):
        return False
    names = {part.id for part in ast.walk(statement.test) if isinstance(part, ast.Name)}
    local = test.module.bindings(test.scope).keys() | test.scope.expression_names
    return bool(names) and names.isdisjoint(local) and is_controlled(test, statement.test)


def hangs(test: Test, statement: Any) -> bool:
    """Whether a statement runs only under a condition that the test does not control."""
    current = statement
    for above in test.module.enclosing(statement):
        if above is test.node or isinstance(above, ast.ClassDef) or above.__class__ in FUNCTIONS:
            return False
        if _is_condition(test, above, current):
            return True
        current = above
    return False


def _is_condition(test: Test, above: Any, current: Any) -> bool:
    module, scope = test.module, test.scope
    if isinstance(above, ast.If):
        if is_controlled(test, above.test) or _asks_surroundings(test, above):
            return False
        if _is_about_last_time(test, above) or asks_inputs(test, above) or _settles_value(test, above, current):
            return False
        return not (_settles(test, above.body) and _settles(test, above.orelse))
    if isinstance(above, ast.For | ast.AsyncFor):
        if current in above.orelse or _settles(test, above.orelse):
            return False
        return isinstance(above, ast.AsyncFor) or not _surely_runs(test, above)
    if isinstance(above, ast.While):
        if current not in above.body or is_controlled(test, above.test) or _starts(test, above):
            return False
        return not _settles(test, above.orelse)
    if isinstance(above, ast.ExceptHandler):
        outer: Any = module.block_parent(above)
        return not (
            block_checks(module, outer.body, scope)
            or _settles(test, outer.body)
            or _settles(test, outer.orelse)
            or (len(outer.handlers) == 1 and surely_raises(test.module, outer.body, scope))
            or all(_is_set_up(test, statement) for statement in outer.body)
            or (_is_import_guard(above) and any(isinstance(item, ast.Import | ast.ImportFrom) for item in outer.body))
        )
    if isinstance(above, ast.Try | ast.TryStar):
        return current in above.orelse and any(
            _is_broad(handler) and not _settles(test, handler.body) for handler in above.handlers
        )
    if isinstance(above, ast.match_case):
        match: Any = module.block_parent(above)
        return not is_controlled(test, match.subject) and not (
            is_exhaustive(match) and all(_settles(test, case.body) for case in match.cases)
        )
    return False


def _surely_runs(test: Test, loop: ast.For) -> bool:
    """Whether a loop runs for all that can be seen: what it goes over is no result of the code, or is not empty."""
    return (
        is_filled(test, loop.iter)
        or is_shown_before(test, loop)
        or goes_over_stored_rows(test, loop.iter)
        or goes_over_parts(test, loop.iter)
        or goes_over_inputs(test, loop)
    )


def _starts(test: Test, loop: ast.While) -> bool:
    """Whether the first round of a loop is decided by what the test sets before it."""
    for part in ast.walk(loop.test):
        if isinstance(part, ast.Call | ast.Attribute | ast.Await):
            return False
        if isinstance(part, ast.Name) and part.id not in test.arguments:
            places = test.module.bindings(test.scope).get(part.id, ())
            before = [place.value for place in places if getattr(place.node, "lineno", 0) < loop.lineno]
            if not before or before[-1] is None or not is_controlled(test, before[-1]):
                return False
    return True


def _settles_value(test: Test, branch: ast.If, current: Any) -> bool:
    """Whether the way around an if's block leaves just the value that the block would else compare.

    `if code != 200: assert code == 404` fails for all but the two, as `assert code in (200, 404)` does.
    """
    asked, block = branch.test, branch.body if current in branch.body else branch.orelse
    if not isinstance(asked, ast.Compare) or len(asked.ops) != 1:
        return False
    if not isinstance(asked.ops[0], (ast.NotEq, ast.NotIn) if block is branch.body else (ast.Eq, ast.In)):
        return False
    other = asked.comparators[0]
    if not is_controlled(test, other) or any(isinstance(p, ast.Constant) and p.value is None for p in ast.walk(other)):
        return False
    words = ast.dump(asked.left)
    return any(
        item.relation in ("==", "in")
        and item.statement in block
        and any(ast.dump(part) == words for part in item.operands)
        for item in test.assertions
    )


def _asks_surroundings(test: Test, branch: ast.If) -> bool:
    """Whether an if asks what kind of thing is in use at large, which its block has no other use for."""
    asked = branch.test.values if isinstance(branch.test, ast.BoolOp) else [branch.test]
    for part in asked:
        if is_controlled(test, part):
            continue
        if not isinstance(part, ast.Call) or last_name(part.func) != "isinstance" or not part.args:
            return False
        thing = part.args[0]
        places = test.module.bindings(test.scope).get(thing.id, []) if isinstance(thing, ast.Name) else []
        given = places[0].value if len(places) == 1 else thing
        if not isinstance(given, ast.Call) or given.args or given.keywords or not test.module.resolve(given.func):
            return False
        name = getattr(thing, "id", None)
        if any(isinstance(node, ast.Name) and node.id == name for item in branch.body for node in ast.walk(item)):
            return False
    return True


def _is_about_last_time(test: Test, branch: ast.If) -> bool:
    """Whether an if in a loop asks for what the last round kept: `if last is not None: ...; last = found`."""
    asked = branch.test
    if isinstance(asked, ast.Compare) and isinstance(asked.ops[0], ast.IsNot):
        asked = asked.left
    loop: Any = test.module.block_parent(branch)
    if not isinstance(asked, ast.Name) or not isinstance(loop, ast.For | ast.While) or branch not in loop.body:
        return False
    places = test.module.bindings(test.scope).get(asked.id, [])
    if not places or not isinstance(places[0].value, ast.Constant):
        return False
    return any(place.node in loop.body[loop.body.index(branch) :] for place in places[1:])


def _is_import_guard(handler: ast.ExceptHandler) -> bool:
    types = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return all(last_name(item) in ("ImportError", "ModuleNotFoundError") for item in types)


def _is_set_up(test: Test, statement: Any) -> bool:
    """Whether a statement asks nothing of the code under test, so that only the machine can make it fail."""
    if isinstance(statement, ast.Import | ast.ImportFrom):
        return True
    value = statement.value if isinstance(statement, ast.Assign | ast.Expr) else None
    if not isinstance(value, ast.Call):
        return False
    dotted = test.module.resolve(value.func, test.scope)
    return dotted is not None and dotted.partition(".")[0] in sys.stdlib_module_names and is_controlled(test, value)


def _is_broad(handler: ast.ExceptHandler) -> bool:
    return handler.type is None or last_name(handler.type) in ("Exception", "BaseException")


def _settles(test: Test, block: list[Any]) -> bool:
    """Whether a block checks, fails, skips or leaves by an error, whatever the test's own conditions are."""
    for statement in block:
        if isinstance(statement, ast.If):
            if _settles(test, statement.body) and _settles(test, statement.orelse):
                return True
        elif (
            isinstance(statement, ast.Raise)
            or is_fail(statement, test.module, test.scope)
            or block_checks(test.module, [statement], test.scope)
            or _skips(statement)
        ):
            return True
    return False


def _skips(statement: Any) -> bool:
    value = statement.value if isinstance(statement, ast.Expr) else None
    return isinstance(value, ast.Call) and last_name(value.func) in _SKIPS
