"""Arguments of tests: which of them pytest is asked for and does not give."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flake8_testquality.model.decorators import all_neutral
from flake8_testquality.model.marks import Mark, parametrized_names
from flake8_testquality.model.names import called_name, last_name
from flake8_testquality.model.patches import only_configures
from flake8_testquality.model.references import changes_collection, defines_hook, is_attribute_read, is_handed_over
from flake8_testquality.model.specimens import is_of_runner

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test, TestClass

# patch and patch.object -> how many arguments they have where they make the mock themselves
_MAKING = {"patch": 1, "object": 2}
_CALLING = ("pytest_pyfunc_call", "pytest_runtest_call")


def defaulted_tests(module: Module) -> Iterator[tuple[Test, list[str]]]:
    """(test, names) for each pytest test with parameters that keep their defaults, whatever fixtures there are."""
    for test in module.tests:
        if test.takes_nothing:
            continue
        args = test.node.args
        if (args.defaults or args.kw_defaults) and test.runner == "pytest":
            names = _defaulted_arguments(test)
            if names:
                yield test, names


def _defaulted_arguments(test: Test) -> list[str]:
    """The parameters of a pytest test that keep their defaults, whatever fixtures there are.

    None for a function that the file also uses by name, since something else gives it arguments then, and for one that
    gives a value and checks nothing, which is no test but has the name of one.
    """
    module = test.module
    if not _is_plain(test) or is_handed_over(test) or is_attribute_read(module, test.name):
        return []
    gives = any(node.value is not None for node in test.scope.statements.get(ast.Return, ()))
    if (gives and not test.assertions) or changes_collection(module) or defines_hook(module, _CALLING):
        return []
    patched = set(test.patched_arguments)
    return [name for name in _optional(test) if name not in patched]


def _optional(test: Test) -> list[str]:
    args = test.node.args
    positional = [*args.posonlyargs, *args.args]
    found = [arg.arg for arg in positional[len(positional) - len(args.defaults) :]] if args.defaults else []
    given = zip(args.kwonlyargs, args.kw_defaults, strict=True)
    return [*found, *(arg.arg for arg, value in given if value is not None)]


def refused_features(test: Test) -> Iterator[tuple[object, str, str]]:
    """(where, feature, remedy) for what a TestCase method asks of pytest and does not get."""
    args = test.node.args
    is_alone = test.takes_nothing or (len(args.args) == 1 and not args.posonlyargs and not args.kwonlyargs)
    takes_more = not is_alone or (test.node.decorator_list and test.is_static)
    is_marked = test.module.says("parametrize")
    if not (takes_more or is_marked) or (not is_marked and _is_filled_by_patches(test)) or not _is_plain(test):
        return
    if is_of_runner(test):
        return
    marks = [mark for mark in test.marks if mark.name == "parametrize"]
    own = next((mark for mark in marks if mark.place == "function"), None)
    names = {name for mark in marks for name in parametrized_names(mark)}
    if own is not None:
        yield own, "cases from parametrize", "loop with self.subTest, or make it a plain function"
    asked = [name for name in _required(test) if name not in names]
    if asked and _is_called_by_hand(test):
        return
    if asked:
        yield test, f"fixtures (`{asked[0]}`)", "use an autouse fixture or setUp, or make it a plain function"
    elif own is None and names and _is_first_of(test, marks):
        yield _place_of(test, marks), "cases from parametrize", "loop with self.subTest, or make it a plain function"


def _is_called_by_hand(test: Test) -> bool:
    """Whether the file calls the method itself, `self.test_x(...)`, which then asks its callers and not pytest."""
    return is_attribute_read(test.module, test.name)


def _is_filled_by_patches(test: Test) -> bool:
    """Whether so many decorators surely hand over a mock that no argument is left; cheap, by their words."""
    owners = (test.node, test.cls.node) if test.cls is not None else (test.node,)
    making = [
        item
        for owner in owners
        for item in owner.decorator_list
        if isinstance(item, ast.Call)
        and len(item.args) <= _MAKING.get(called_name(item) or "", -1)
        and not any(word.arg in ("new", None) for word in item.keywords)
    ]
    args = test.node.args
    return len(args.args) - 1 <= len(making) and not args.kwonlyargs and not test.is_static


def hooks_with_arguments(cls: TestClass) -> Iterator[tuple[Any, str]]:
    """(method, first argument) for each set-up and tear-down of a case with tests that asks for more than `self`.

    unittest calls them without arguments.
    """
    for node in cls.scope.statements_of_functions():
        if node.name not in _DECORATED or len(node.args.args) < 2:
            continue
        decorators = tuple(last_name(item) for item in node.decorator_list)
        required = node.args.args[1 : len(node.args.args) - len(node.args.defaults)]
        if not required or _DECORATED[node.name] != decorators or not cls.tests or not _is_plain(cls.tests[0]):
            continue
        if len(cls.module.bindings(cls.scope)[node.name]) == 1:
            yield node, required[0].arg


# hook -> the decorators that it has by rights
_DECORATED: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("setUp", "tearDown", "asyncSetUp", "asyncTearDown"), ()),
    **dict.fromkeys(("setUpClass", "tearDownClass"), ("classmethod",)),
}


def _place_of(test: Test, marks: list[Mark]) -> object:
    """The mark itself where it stands on the test's own class, else the test."""
    decorators = test.cls.node.decorator_list if test.cls is not None else []
    return next((mark for mark in marks if mark.node in decorators), test)


def _is_first_of(test: Test, marks: list[Mark]) -> bool:
    """Whether the test is the one at which a mark on its class or module is told, once."""
    return test.cls is not None and bool(marks) and test.cls.tests[0] is test


def _required(test: Test) -> list[str]:
    """The parameters that have no default and that no patch supplies."""
    supplied = {*_optional(test), *test.patched_arguments}
    return [name for name in test.arguments if name not in supplied]


def _is_plain(test: Test) -> bool:
    """Whether nothing but patches may hand the test arguments: known decorators, bases in sight."""
    if not all_neutral(test.module, test.node, patches=True):
        return False
    if any(isinstance(item, ast.Call) and not only_configures(item) for item in test.node.decorator_list):
        return False
    if test.cls is None:
        return True
    line = test.cls.lineage
    if not line.is_resolved or line.case_family in ("unknown", "other"):
        return False
    return all(all_neutral(home, node, patches=True) for home, node in line.classes)
