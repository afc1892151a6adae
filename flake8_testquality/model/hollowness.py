"""Hollowness: whether a test has no body, or a body that checks nothing."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.acceptance import only_accepts
from flake8_testquality.model.awaited_calls import waits_to_be_called
from flake8_testquality.model.callees import owner_around, targets
from flake8_testquality.model.checks import checks, checks_around
from flake8_testquality.model.classes import CASES, says_test_case
from flake8_testquality.model.doubles import meets_checking_double
from flake8_testquality.model.drawings import only_draws
from flake8_testquality.model.fixtures import BUILTIN_SCOPES, lookup
from flake8_testquality.model.forgotten import forgotten_checks
from flake8_testquality.model.intentions import is_skipped, is_smoke_test, remarks_smoke, says_smoke
from flake8_testquality.model.lifecycle import PYTEST_HOOKS, UNITTEST_HOOKS
from flake8_testquality.model.names import called_name, is_self, last_name
from flake8_testquality.model.operand_effects import compares_by_asserting
from flake8_testquality.model.references import is_handed_over
from flake8_testquality.model.regressions import is_regression
from flake8_testquality.model.retrieval import looks_up
from flake8_testquality.model.scopes import FUNCTIONS
from flake8_testquality.model.specimens import is_of_runner, is_sample
from flake8_testquality.model.supplied import SET_UPS
from flake8_testquality.model.tolerance import shows_tolerance
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.fixtures import Fixture
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test, TestClass

_SHORT = 4
_HOOKS = UNITTEST_HOOKS | PYTEST_HOOKS
_FAILING = frozenset({"Exception", "BaseException", "RuntimeError", "AssertionError", "SystemExit"})
_RUNNERS = ("pytest.", "unittest.")
_UNWRITTEN = regex(
    r"\b(?:TODO|FIXME|XXX|TBD|later|implement\w*|unimplemented|add|write|yet|soon|fill|placeholder|stub|pending|nothing|empty"
    r"|missing|not? tests?)\b",
    re.IGNORECASE,
)
_EXAMPLE = regex(r"^\s*>>> ", re.MULTILINE)
_EXAMPLE_OPTIONS = ("--doctest-modules", "--doctest-plus", "--xdoctest")
_EXAMPLE_RUNNERS = frozenset({"doctest", "xdoctest"})
_ABSTRACT = frozenset({"abstractmethod", "overload", "abstractproperty"})


def is_empty(test: Test) -> bool:
    """Whether a test is nothing but pass, `...` and strings, and nothing around it makes it a test all the same."""
    if not all(_is_nothing(statement) for statement in test.node.body):
        return False
    if is_skipped(test) or is_of_runner(test) or _is_abstract(test):
        return False
    if test.cls is not None and (_is_protocol(test) or _replaces_inherited(test) or _is_filled_in(test)):
        return False
    if _is_for_effect(test) or is_handed_over(test) or is_sample(test) or _is_run_by_doctest(test):
        return False
    return not (checks_around(test) or _is_of_decorator(test) or _shows_set_up(test))


def _is_abstract(test: Test) -> bool:
    """Whether a test is there for subclasses to write, by a decorator under whatever name."""
    named = ((last_name(item), test.module.resolve(item) or "") for item in test.node.decorator_list)
    return any(word in _ABSTRACT or dotted.rpartition(".")[2] in _ABSTRACT for word, dotted in named)


def _is_for_effect(test: Test) -> bool:
    """Whether a test takes a fixture that gives no value: what it does is then what the test is there for.

    So too with one that acts on its way to a value, where the test says that this only must run, and with one out of
    sight, where the project itself offers fixtures as a pytest plugin.
    """
    asked = {name: lookup(test.module, name, test.cls) for name in test.fixture_names if name in test.arguments}
    if any(fixture is not None and not fixture.values for fixture in asked.values()):
        return True
    if any(fixture is not None and _acts(fixture) for fixture in asked.values()) and is_smoke_test(test):
        return True
    return _asks_unseen(test) and test.module.project.declares_pytest_plugin


def _asks_unseen(test: Test) -> bool:
    """Whether a test has a parameter that no fixture in sight, and none of pytest's own, gives a value."""
    return any(
        name in test.arguments and name not in BUILTIN_SCOPES and lookup(test.module, name, test.cls) is None
        for name in test.fixture_names
    )


def _acts(fixture: Fixture) -> bool:
    """Whether a fixture makes a call for its effect alone before it gives its value."""
    closing = {id(item) for item in fixture.teardown}
    return any(
        isinstance(item, ast.Expr) and isinstance(item.value, ast.Call) and id(item) not in closing
        for item in fixture.body
    )


def _is_run_by_doctest(test: Test) -> bool:
    """Whether the docstring holds examples, and the file or the configuration shows that doctest runs them."""
    if not _EXAMPLE.search(test.docstring or ""):
        return False
    if any(word.startswith(_EXAMPLE_OPTIONS) for word in test.module.project.config.addopts):
        return True
    known = test.module.names.imported.values()
    return any(target.partition(".")[0] in _EXAMPLE_RUNNERS for targets in known for target in targets)


def _is_of_decorator(test: Test) -> bool:
    """Whether a test is named after a decorator of its own, which is then what is tested."""
    named = (item.func if isinstance(item, ast.Call) else item for item in test.node.decorator_list)
    words = ((test.module.resolve(item) or "", last_name(item) or "") for item in named)
    return any(len(word) > _SHORT and word in test.name and not name.startswith(_RUNNERS) for name, word in words)


def _shows_set_up(test: Test) -> bool:
    """Whether a class holds nothing but empty tests behind a set-up, and says what for: in a remark, or by filling in.

    What it fills in is a method that a base, whose set-up runs, may call.
    """
    if test.cls is None:
        return False
    line = test.cls.lineage
    if line.is_resolved and not any(line.method(name) for name in SET_UPS):
        return False
    tests = [item for item in test.module.tests if item.cls is test.cls]
    if any(not _is_nothing(statement) for item in tests for statement in item.node.body):
        return False
    if _fills_in(test.cls):
        return True
    lines = test.module.source.lines
    remarks = [
        line
        for item in tests
        for line in lines[item.node.lineno : item.node.end_lineno]
        if line.lstrip().startswith("#")
    ]
    return bool(remarks) and not any(_UNWRITTEN.search(line) for line in remarks)


def _fills_in(cls: TestClass) -> bool:
    """Whether a class has a method besides its tests and hooks that only a base can be there to call."""
    line = cls.lineage
    bases = [home.scope_by_node[node].statements_of_functions() for home, node in line.classes[1:]]
    known = {item.name for functions in bases for item in functions}
    calls = [call.func for scope in cls.scope.within() for call in scope.calls]
    used = {func.attr for func in calls if isinstance(func, ast.Attribute) and is_self(func.value)} | _HOOKS
    return any(
        item.name not in used
        and not item.name.startswith("test")
        and (not line.is_resolved or item.name in known)
        and not any(called_name(decorator) == "fixture" for decorator in item.decorator_list)
        for item in cls.scope.statements_of_functions()
    )


def _is_protocol(test: Test) -> bool:
    return test.cls is not None and any(name.rpartition(".")[2] == "Protocol" for name in test.cls.lineage.out_of_sight)


def _replaces_inherited(test: Test) -> bool:
    """Whether a base has a test of that name, which this one switches off; one from another package's tests may."""
    if test.cls is None:
        return False
    line = test.cls.lineage
    if any(_is_from_other_tests(test.module, base) for base in line.out_of_sight):
        return True
    bases = line.classes[1:]
    return any(
        item.name == test.name for home, node in bases for item in home.scope_by_node[node].statements_of_functions()
    )


def _is_from_other_tests(module: Module, base: str) -> bool:
    """Whether a class out of sight, by its dotted name, comes from the tests of another package, to be run again."""
    places = base.split(".")[:-1]
    if not any(place in ("test", "tests") or place.startswith("test_") for place in places):
        return False
    return base not in CASES and not says_test_case(base) and not module.project.is_first_party(places[0], module.path)


def _is_filled_in(test: Test) -> bool:
    """Whether a subclass in the file has a test of that name: this one is the place that it fills."""
    own = test.cls and test.cls.node
    return any(
        other.node is not own
        and any(node is own for _, node in other.lineage.classes)
        and any(item.name == test.name for item in other.scope.statements_of_functions())
        for other in test.module.classes
    )


def _is_nothing(statement: Any) -> bool:
    if isinstance(statement, ast.Pass):
        return True
    value = statement.value if isinstance(statement, ast.Expr) else None
    return isinstance(value, ast.Constant) and (value.value is ... or isinstance(value.value, str))


def checks_nothing(test: Test) -> bool:
    """Whether a test calls code and checks nothing, although nothing says that it need not."""
    if any(item.kind != "helper" for item in test.assertions) or not _calls_code(test):
        return False
    if test.scope.statements.get(ast.Raise) or _is_generated(test) or _hands_back(test) or is_skipped(test):
        return False
    if forgotten_checks(test) or checks(test) or is_smoke_test(test) or _checks_as_text(test):
        return False
    if any(_divides_by_zero(item.value) for item in test.scope.statements.get(ast.Expr, ())):
        return False
    if _asserts_by_comparing(test):
        return False
    if is_regression(test) or shows_tolerance(test) or only_accepts(test) or looks_up(test):
        return False
    if only_draws(test) or meets_checking_double(test) or test.module.fact(_holds_failing_test):
        return False
    if waits_to_be_called(test) or _runs_smoke_helper(test):
        return False
    # what the runner cannot supply is supplied by whoever the file hands the function to
    return not (test.cls is None and _asks_unseen(test) and is_handed_over(test))


def _asserts_by_comparing(test: Test) -> bool:
    """Whether a statement compares an object that asserts when it is compared: `ok(total) == 3`."""
    return any(
        item.value.__class__ is ast.Compare and compares_by_asserting(test.module, item, scope)
        for scope in test.scopes
        for item in scope.statements.get(ast.Expr, ())
    )


def _divides_by_zero(node: ast.expr) -> bool:
    """Whether an expression is `1 / 0`, the short way to raise."""
    right = node.right if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div) else None
    return isinstance(right, ast.Constant) and right.value == 0


def _holds_failing_test(module: Module) -> bool:
    """Whether a test of a file can only fail: the file is a sample of what a runner has to cope with."""
    closing = [test.body[-1] for test in module.tests if 0 < len(test.body) < _SHORT and not is_skipped(test)]
    return any(isinstance(item, ast.Raise) and called_name(item.exc) in _FAILING for item in closing)


def _runs_smoke_helper(test: Test) -> bool:
    """Whether a helper says by its name, or one of the file in a comment, that what the test gives it only must run."""
    module = test.module
    if any(says_smoke(last_name(call.func) or "") for call in test.scope.calls):
        return True
    owner = owner_around(module, test.scope)
    found = [unit for call in test.scope.calls for unit in targets(module, call.func, test.scope, owner, called=False)]
    nodes = [scope.node for home, scope, _ in found if home is module]
    return any(isinstance(node, FUNCTIONS) and remarks_smoke(module, node) for node in nodes)


def _checks_as_text(test: Test) -> bool:
    """Whether the checks stand in a program that the test writes and runs."""
    doc = test.docstring
    texts = [node.value for node in test.scope.nodes(ast.Constant) if isinstance(node.value, str)]
    return any(
        "assert " in text or ".assert" in text or ("\n" in text and "raise " in text)
        for text in texts if not doc or doc[:20] not in text
    )


def _calls_code(test: Test) -> bool:
    return any(not _is_skip(call) for scope in test.scopes for call in scope.calls)


def _is_skip(call: ast.Call) -> bool:
    """Whether a call only gives the reason of a skip, whosever `skip` it is."""
    if not isinstance(call.func, ast.Name) or call.func.id != "skip" or len(call.args) != 1:
        return False
    return isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str)


def _is_generated(test: Test) -> bool:
    """Whether hypothesis or another library makes the calls that look for a failure."""
    return any(called_name(item) in ("given", "fuzz", "schema") for item in test.node.decorator_list)


def _hands_back(test: Test) -> bool:
    """Whether the runner gets something to wait for, or the test is a generator that another rule speaks of."""
    if any(node.value is not None and not _is_none(node.value) for node in test.scope.statements.get(ast.Return, ())):
        return True
    decorated = bool(test.node.decorator_list) or "yield" not in test.text
    return not decorated and bool(test.scope.own(ast.Yield) or test.scope.own(ast.YieldFrom))


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None
