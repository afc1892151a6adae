"""Hollow: what provenance says about whole tests: subjectless, or echoing mocks."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_testquality.model.certainties import constant, is_false
from flake8_testquality.model.checking import holds_check
from flake8_testquality.model.compiled_files import is_compiled
from flake8_testquality.model.effect_imports import only_loads_product
from flake8_testquality.model.fixtures import lookup
from flake8_testquality.model.instances import is_made_by_class
from flake8_testquality.model.intentions import is_skipped
from flake8_testquality.model.names import BUILTINS, last_name
from flake8_testquality.model.origins import CONFIGURED, MOCK, OUTSIDE, PRODUCT, handed_over
from flake8_testquality.model.own_code import is_product
from flake8_testquality.model.provenance import followed, reaches_product, record, surely_product
from flake8_testquality.model.references import hands_over_names, is_handed_over
from flake8_testquality.model.roles import is_ordinary
from flake8_testquality.model.same_values import compares_same_value
from flake8_testquality.model.same_words import same_words
from flake8_testquality.model.scopes import FUNCTIONS, descend
from flake8_testquality.model.specimens import RUNNERS, is_of_runner
from flake8_testquality.model.tautologies import is_certain
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

_CHECKING = regex(
    r"_*(?:[Aa]ssert|[Cc]heck|[Vv]erify|[Ee]xpect|[Vv]alidate|[Ee]nsure|[Ss]hould|[Mm]ust|[Cc]ompare)(?![a-z])"
)
# Their product is what the runner, or the standard library's clock, does.
_REPLACING = (*RUNNERS, "freezegun", "time_machine")
_LOOKING = frozenset({"assert", "unittest"})


def is_subjectless(test: Test) -> bool:
    """Whether no assertion of a test can depend on the code under test, so that it would pass without it."""
    return test.fact(_is_subjectless)


def _is_subjectless(test: Test) -> bool:
    found = [item for item in test.assertions if item.kind != "fail"]
    if not found or any(surely_product(item) for item in found) or not test.module.fact(has_a_subject):
        return False
    flow = followed(test)
    is_open = flow.overflow or flow.wrapped or flow.helper_checks or _calls_patched_product(test)
    if is_open or any(reaches_product(item) for item in test.assertions):
        return False
    if all(says_nothing(item) for item in found) or any(is_precondition(item) for item in found):
        return False
    if any(_is_unequal(item) or _looks_at_switch(item) for item in found):
        return False
    if _uses_open_fixture(test) or _may_check_elsewhere(test) or _is_listened_to(test):
        return False
    return not (is_skipped(test) or is_handed_over(test) or hands_over_names(test) or is_of_runner(test))


def _calls_patched_product(test: Test) -> bool:
    """Whether the test calls code of the product by its name where a mock stands: without that code the patch fails."""
    return any(is_product(test.module, target) for target, _ in followed(test).answers.values())


def _is_listened_to(test: Test) -> bool:
    """Whether a fixture of the test hands a function of its own to somebody, who may call it while the product runs.

    An audit hook or a signal's receiver that fills what the fixture gives: the test's own list then holds the
    product's doings.
    """
    asked = (lookup(test.module, name, test.cls) for name in test.fixture_names if name in test.names_read)
    return any(item.body_scope.children or item.body_scope.own(ast.Lambda) for item in asked if item is not None)


def says_nothing(assertion: Assertion) -> bool:
    """Whether an assertion is one that can never fail, whatever its values: those rules speak alone."""
    return is_failing(assertion) or is_certain(assertion) or compares_same_value(assertion)


def _is_unequal(assertion: Assertion) -> bool:
    """Whether two constants are claimed to be equal that are not: the test fails, with the project or without."""
    if assertion.relation != "==" or len(assertion.operands) != 2:
        return False
    first, second = (_plain_dict(item) or constant(item) for item in assertion.operands)
    return first is not None and second is not None and first != second


def _plain_dict(node: ast.expr) -> tuple[dict[str | None, object]] | None:
    """What `dict(name=constant)` gives, in a tuple of one."""
    if not isinstance(node, ast.Call) or node.args or not isinstance(node.func, ast.Name) or node.func.id != "dict":
        return None
    if not all(isinstance(word.value, ast.Constant) for word in node.keywords):
        return None
    return ({word.arg: word.value.value for word in node.keywords if isinstance(word.value, ast.Constant)},)


def _looks_at_switch(assertion: Assertion) -> bool:
    """Whether an assertion holds a switch of the test file in place, which other code of the file obeys.

    Or whether it asks a function what data of the file is like that other code of it reads.
    """
    module = assertion.module
    is_switch = assertion.relation in ("true", "false") and isinstance(assertion.actual, ast.Name)
    if not is_switch and not any(isinstance(item, ast.Call) for item in assertion.operands):
        return False
    names = {part.id for item in assertion.operands for part in descend(item) if isinstance(part, ast.Name)}
    names -= module.names.imported.keys() | BUILTINS
    if not names or not all(_is_constant_of(module, name) for name in names):
        return False
    return all(
        any(
            item.id == name
            and isinstance(item.ctx, ast.Load)
            and assertion.test.scope not in module.scope_of(item).chain()
            for item in module.nodes(ast.Name)
        )
        for name in names
    )


def _is_constant_of(module: Module, name: str) -> bool:
    places = module.bindings(module.scope).get(name, ())
    return bool(places) and all(isinstance(place.value, ast.Constant) for place in places)


def is_baseline(assertion: Assertion) -> bool:
    """Whether a later assertion looks at the same thing again, after the code under test had its part in it.

    Or whether it is a switch that the test obeys, held in its place, or what a comment introduces before later
    assertions look at the code: a reference, a proof of the set-up.
    """
    node, tests = assertion.actual, assertion.test.assertions
    if node is None:
        return False
    if isinstance(node, ast.Name) and any(
        isinstance(item.test, ast.Name) and item.test.id == node.id
        for item in assertion.scope.statements.get(ast.If, ())
    ):
        return True
    following = tests[tests.index(assertion) + 1 :]
    return any(
        later.actual is not None and same_words(later.actual, node) and not is_self_supplied(later)
        for later in following
    ) or (_is_remarked(assertion) and any(surely_product(later) for later in following))


_WORDY = 3
_PHASES = ("arrange", "act", "assert", "given", "when", "then", "check", "verify")


def _is_remarked(assertion: Assertion) -> bool:
    """Whether a comment of some words heads the lines, up to a blank one, in which an assertion stands."""
    lines, number = assertion.module.source.lines, assertion.statement.lineno - 2
    while number >= assertion.test.node.lineno and lines[number].strip():
        said = lines[number].strip()
        if said.startswith("#"):
            words = said.lstrip("# ").lower().split()
            return len(words) >= _WORDY and not words[0].startswith(_PHASES)
        number -= 1
    return False


def is_failing(assertion: Assertion) -> bool:
    """Whether an assertion says that this point must not be reached: `assert False`, fail()."""
    return assertion.kind == "fail" or (
        bool(assertion.operands) and assertion.relation == "true" and is_false(assertion.operands[0])
    )


def has_a_subject(module: Module) -> bool:
    """Whether a file's tests are of something else than the standard library and the test runner."""
    project = module.project
    if is_ordinary(module.path) and not module.source.is_stdin:
        # tests that stand in the code: what they call is its own
        return False
    if project.declares_pytest_plugin or any(project.is_first_party(name, module.path) for name in _REPLACING):
        return False
    if only_loads_product(module) or is_compiled(module):
        return False
    words = module.names.imported
    targets = {target for known in words.values() for target in known} | set(module.names.stars)
    return not any(target == "test.support" or target.startswith("test.support.") for target in targets)


def _uses_open_fixture(test: Test) -> bool:
    """Whether the test reads a fixture that could carry the subject."""
    flow = followed(test)
    asked = [name for name in test.fixture_names if name in test.names_read]
    return any(flow.origins(flow.lookup(name, test.node)) & PRODUCT for name in asked)


def _may_check_elsewhere(test: Test) -> bool:
    """Whether the test calls something that may check on its own: a helper by its name, an unknown method of self."""
    return any(
        _CHECKING.match(last_name(call.func) or "")
        and not _is_own_assertion(test, call)
        and not _only_computes(test.module, call)
        for call in test.calls
    )


def _only_computes(module: Module, call: ast.Call) -> bool:
    """Whether a function of the file is called that asserts nothing: `validate(-1)` gives an answer or raises."""
    function = module.definition(call.func)
    return isinstance(function, FUNCTIONS) and not holds_check(module.scope_by_node[function])


def _is_own_assertion(test: Test, call: ast.Call) -> bool:
    return any(item.call is call and item.kind != "helper" for item in test.assertions)


def is_self_supplied(assertion: Assertion) -> bool:
    """Whether every value that an assertion looks at was supplied by the test itself."""
    if assertion.kind not in _LOOKING or surely_product(assertion):
        return False
    if not assertion.module.fact(has_a_subject):
        return False
    known = record(assertion)
    if not known.values or known.origins & (PRODUCT | CONFIGURED | MOCK | OUTSIDE):
        return False
    if _is_unequal(assertion) or _looks_at_switch(assertion) or _is_made(assertion):
        return False
    test = assertion.test
    return not (is_precondition(assertion) or _is_listened_to(test) or is_skipped(test) or is_handed_over(test))


def _is_made(assertion: Assertion) -> bool:
    """Whether a class in sight has its say in an attribute that the assertion reads."""
    return any(
        isinstance(item, ast.Attribute) and is_made_by_class(assertion.module, item, assertion.scope)
        for item in assertion.operands
    )


def is_precondition(assertion: Assertion) -> bool:
    """Whether what an assertion looks at is only afterwards given to the code under test."""
    known = record(assertion)
    return any(handed_over(value, known.step) for value in known.values)


def is_echo(assertion: Assertion) -> bool:
    """Whether an assertion gets back from a mock what the test has put on it."""
    if assertion.kind not in _LOOKING or surely_product(assertion) or is_of_runner(assertion.test):
        return False
    known = record(assertion)
    return bool(known.origins & CONFIGURED) and not known.origins & PRODUCT


def fresh_mock_value(assertion: Assertion) -> ast.expr | None:
    """The operand that is an attribute or answer of a mock that nobody has set, where nothing else takes part."""
    if assertion.kind not in _LOOKING or surely_product(assertion):
        return None
    known = record(assertion)
    if known.origins & (PRODUCT | CONFIGURED) or not known.origins & MOCK:
        return None
    for operand, value in zip(assertion.operands, known.values, strict=False):
        if value.kind == "mock" and value.name in ("attribute", "answer") and not value.handed:
            return operand
    return None
