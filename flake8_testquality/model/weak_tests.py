"""Weak tests: those whose every assertion would hold for nearly any result."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_testquality.model.checks import checking_calls
from flake8_testquality.model.classes import lineage
from flake8_testquality.model.existence import is_existence_only
from flake8_testquality.model.hollow import is_subjectless
from flake8_testquality.model.instances import class_of
from flake8_testquality.model.intent import is_about
from flake8_testquality.model.names import called_name, last_name, root_name
from flake8_testquality.model.predicates import is_action, is_predicate, produces_thing
from flake8_testquality.model.presence import is_about_presence
from flake8_testquality.model.relations import pairs
from flake8_testquality.model.scopes import descend
from flake8_testquality.model.verdicts import answers_yes_or_no
from flake8_testquality.model.weakness import (
    Weakness,
    is_boolean_made,
    is_lookup,
    is_thing,
    root_is,
    source_of,
    weakness,
)
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope
    from flake8_testquality.model.tests import Test

# Constants and the like are other rules' matter; of an operator's result, not being empty is often the point.
_LITERALS = (ast.Constant, ast.JoinedStr, ast.List, ast.Tuple, ast.Dict, ast.Set, ast.Lambda, ast.BinOp)
_EQUALITY = ("equality", "comparison", "eq", "ne")
# Samples for a type checker: what is asserted only narrows.
_TYPING_SAMPLES = regex(r"(?i)\b(?:mypy|pyright|typings)\b|\btype[ -]check(?:er|ing|ed)\b")
# Said beside an assertion: that it is there at all is the point.
_FOR_RUNNING = regex(r"#.*(?:n't|\bnot|\bwithout) (?:hang|crash|fail|rais|throw|loop)")


def sole_weakness(test: Test) -> Weakness | None:
    """What a test's assertions say if each of them is weak (the first of them); None if one says more."""
    assertions = test.assertions
    if not assertions or assertions[-1].kind not in ("assert", "unittest"):
        return None
    found: list[tuple[Weakness, Scope]] = []
    for assertion in assertions:
        for claim in assertion.claims:
            weak = weakness(claim)
            if weak is None or (claim.relation == "!=" and is_about(test, _EQUALITY)):
                return None
            found.append((weak, claim.scope))
    if not found or any(_is_excused(weak, scope, test) for weak, scope in found):
        return None
    if checking_calls(test) or _answers_itself(test) or _is_parametrized_over_truth(test, found):
        return None
    if is_about(test, ("smoke", "bool", "boolean", "nonzero", "len")):
        return None
    if any(weak.kind == "truthy" and _is_verdict(weak.value, scope, test) for weak, scope in found):
        return None
    lines = test.module.source.lines
    if any(_FOR_RUNNING.search(lines[assertion.statement.end_lineno - 1]) for assertion in assertions):
        return None
    if is_existence_only(test) or is_subjectless(test) or test.module.fact(_is_for_type_checkers):
        return None
    if is_about_presence(test, found):
        return None
    return found[0][0]


def _is_for_type_checkers(module: Module) -> bool:
    """Whether the head of a file says that its tests are samples for a type checker; a fact."""
    return _TYPING_SAMPLES.search(ast.get_docstring(module.tree, clean=False) or "") is not None


def _is_excused(weak: Weakness, scope: Scope, test: Test) -> bool:
    module = test.module
    if isinstance(weak.value, _LITERALS) or (isinstance(weak.value, ast.Name) and weak.value.id.isupper()):
        return True
    word = called_name(weak.value) or ""
    made = source_of(weak.value, module, scope)
    is_query = weak.kind == "non-empty" and isinstance(made, ast.Call) and last_name(made.func) == "all"
    # whether there is an answer at all says nothing of what was run or saved
    is_done = weak.kind == "not None" and isinstance(made, ast.Call) and is_action(last_name(made.func) or "")
    if is_predicate(word) and not is_query and not (is_done and made is weak.value):
        return True
    if is_lookup(weak.value, module, scope, of_many=weak.kind == "non-empty"):
        return True
    if not is_query and not is_done and is_boolean_made(made, module, scope):
        return True
    return weak.kind == "truthy" and not is_thing(weak.value, module, scope)


def _is_verdict(value: ast.expr, scope: Scope, test: Test) -> bool:
    """Whether a call's answer is shown to be a yes or no: by its class, the function in sight, a no elsewhere."""
    module = test.module
    made = source_of(value, module, scope)
    if not isinstance(made, ast.Call):
        return False
    cls = class_of(module, made, scope)
    if cls is not None and lineage(*cls).method("__bool__") is not None:
        return True
    func = made.func
    if answers_yes_or_no(module, made, scope):
        return True
    return not produces_thing(last_name(func) or "") and _asked(func, test) in module.fact(_denied)


def _asked(func: ast.expr, test: Test) -> str:
    """A function as a test writes it; a method of its own class is one of that class alone."""
    is_own = isinstance(func, ast.Attribute) and isinstance(func.value, ast.Name) and func.value.id == "self"
    home = f"{test.cls.name}:" if is_own and test.cls is not None else ""
    return home + test.module.source.segment(func)


def _denied(module: Module) -> frozenset[str]:
    """The functions, as written, whose answers some test of the file claims to be false, or to be this or that of a
    yes and a no; a fact.
    """
    return frozenset(
        _asked(made.func, assertion.test)
        for assertion in module.assertions
        for claim in (assertion.claims if assertion.kind in ("assert", "unittest") else ())
        for value in _said_of_verdicts(claim, assertion.test)
        for made in (source_of(value, module, claim.scope),)
        if isinstance(made, ast.Call)
    )


def _said_of_verdicts(claim: Assertion, test: Test) -> list[ast.expr]:
    """What a claim takes for a yes or no: it is said to be false, or the same as a boolean that may be parametrized."""
    if claim.relation == "false":
        return claim.operands[:1]
    sides = pairs(claim) if claim.relation in ("==", "is") else []
    return [one for one, other in sides if _is_boolean(other) or (_is_argument(other, test) and _has_booleans(test))]


def _is_argument(node: ast.expr, test: Test) -> bool:
    return isinstance(node, ast.Name) and node.id in test.parametrized


def _has_booleans(test: Test) -> bool:
    return any(_is_boolean(part) for row in _rows(test) for part in descend(row))


def _is_boolean(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, bool)


def _rows(test: Test) -> list[ast.expr]:
    return [mark.args[1] for mark in test.marks if mark.name == "parametrize" and len(mark.args) > 1]


def _answers_itself(test: Test) -> bool:
    """Whether a function in the test returns a comparison: in the product's place it makes the result a verdict."""
    return any(
        isinstance(item.value, ast.Compare | ast.BoolOp)
        for scope in test.scopes
        if scope is not test.scope
        for item in scope.statements.get(ast.Return, ())
    )


def _is_of_case(weak: Weakness, scope: Scope, test: Test) -> bool:
    """Whether a value is a parametrized one, is read off one or asked of one: that may be what the cases tell apart.

    What the product makes of each of them is seldom missing.
    """
    value, names = weak.value, test.parametrized
    if weak.kind == "truthy" or not isinstance(value, ast.Call):
        return root_is(value, names)
    is_builtin = (test.module.resolve(value.func, scope) or "").startswith("builtins.")
    # `headers.get(name)`: that each name is there is what the cases say
    asks_by_name = last_name(value.func) in _BY_NAME
    return root_is(value, names) if is_builtin or asks_by_name else root_name(value) in names


_BY_NAME = frozenset({"get", "pop", "find", "getlist", "get_all"})


def _is_parametrized_over_truth(test: Test, found: list[tuple[Weakness, Scope]]) -> bool:
    names = test.parametrized
    if not names:
        return False
    if any(_is_of_case(weak, scope, test) for weak, scope in found):
        return True
    return any(
        (isinstance(part, ast.Constant) and (not part.value or part.value is True))
        or (isinstance(part, ast.Dict) and not part.keys)
        for row in _rows(test)
        for part in descend(row)
    )
