"""Does a test, or a file of tests, take an error path?"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.names import last_name
from flake8_testquality.model.risk import is_fail
from flake8_testquality.model.scopes import descend
from flake8_testquality.model.tests import Test
from flake8_testquality.model.words import words
from flake8_testquality.regex import regex

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

ERROR_WORDS = frozenset(
    "fail fails failed failing failure failures error errors invalid raise raises raised reject rejects "
    "rejected denied "
    "deny denies refuse refuses refused forbidden unauthorized missing unknown bad wrong malformed illegal "
    "broken corrupt "
    "exception exceptions timeout abort aborts aborted crash crashes unavailable nonexistent exceeded".split()
)
_REFUSALS = "BAD_|UNAUTH|FORBID|NOT_(?!MOD)|METHOD_NOT|CONFLICT|GONE|UNPROC|TOO_MANY|INTERNAL|SERVICE_UN|GATEWAY"
# `HTTPStatus.NOT_FOUND` by whatever name it was imported, and `codes.not_found` of requests and httpx.
_STATUS = regex(
    rf"(?<![\w.])[45]\d\d(?![\w.])|HTTP_[45]\d\d|\b(?:[A-Z]\w*|codes)\.(?:{_REFUSALS})|codes\.(?i:{_REFUSALS})"
)
# Without such a word, or a path, beside it a number is a price or a size.
_WEB = frozenset(
    "status statuscode code codes http https response responses resp res rsp rv reply request requests req client url "
    "urls uri api web abort route endpoint server".split()
)
_PATH = regex(r"[\"']/")
_EXPECTING = frozenset(
    "raises RaisesExc RaisesGroup ShouldRaise assert_raises assertRaises assertRaisesRegex assertRaisesRegexp "
    "assertRaisesMessage".split()
)
_RAISES = regex(r"(?:\b|_|[a-z])[Rr]aises\w*\s*\(")
# What a stand-in, a helper or a test raises to say that a test has failed, is skipped or has a gap.
_VERDICTS = frozenset(["AssertionError", "failureException", "NotImplementedError", "SkipTest", "Skipped", "Exit"])


def takes_an_error_path(module: Module) -> bool:
    """Whether any test of a file, one that a class of it inherits too, tests an error, or a stand-in raises one."""
    return (
        any(tests_an_error(test) for test in module.tests)
        # a helper, a fixture or the data of the cases may expect it: `("x", pytest.raises(ValueError))`
        or bool(module.calls.among(_EXPECTING))
        or any(_stands_in_for_failure(module, node) for node in module.statements(ast.Raise))
        or any(_inherits_an_error(test.cls.lineage.classes[1:]) for test in module.tests if test.cls is not None)
    )


def tests_an_error(test: Test) -> bool:
    """Whether a test expects an exception or an error status, or speaks of failure in its name or its class's."""
    if not ERROR_WORDS.isdisjoint(words(test.qualified_name)):
        return True
    if any(assertion.kind in ("raises", "warns") for assertion in test.assertions):
        return True
    if any(_is_exception(item) for item in _handed_to_decorators(test)) or _injects_an_error(test):
        return True
    if _expects_by_hand(test) or any(not ERROR_WORDS.isdisjoint(words(name)) for name in _names_of_cases(test)):
        return True
    return _says_an_error_status(test.module, test.node)


def _says_an_error_status(module: Module, node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether a function, its decorators included, names a 4xx or 5xx status; comments are no part of it."""
    first = min((item.lineno for item in node.decorator_list), default=node.lineno)
    last = node.end_lineno or node.lineno
    text = module.source.lines_of(first, last)
    if _STATUS.search(text) is None or (_PATH.search(text) is None and _WEB.isdisjoint(words(text))):
        return False
    if "#" not in text:
        return True
    lines = text.split("\n")
    for comment in module.source.comments:
        if first <= comment.line <= last:
            lines[comment.line - first] = lines[comment.line - first][: comment.column]
    return any(_STATUS.search(line) for line in lines)


def _handed_to_decorators(test: Test) -> Iterator[ast.expr]:
    """What the decorators of a test are given by position: `@fails_with(LookupError)`."""
    for item in test.node.decorator_list:
        if isinstance(item, ast.Call):
            yield from item.args


def _names_of_cases(test: Test) -> Iterator[str]:
    """The ids that the decorators of a test give its cases: `ids=["whole", "broken"]`, `param(text, id="broken")`."""
    for decorator in test.node.decorator_list:
        for call in (part for part in descend(decorator) if isinstance(part, ast.Call)):
            for word in call.keywords:
                if word.arg in ("id", "ids"):
                    yield from (str(part.value) for part in descend(word.value) if isinstance(part, ast.Constant))


def _expects_by_hand(test: Test) -> bool:
    """Whether a test tries something and fails where no exception came: at the end of the try, or in its else."""
    for kind in (ast.Try, ast.TryStar):
        for node in test.scope.statements.get(kind, ()):
            ends = [*node.orelse, node.body[-1]]
            if node.handlers and any(is_fail(item, test.module, test.scope) for item in ends):
                return True
    return False


def _injects_an_error(test: Test) -> bool:
    """Whether a double is told to raise: `side_effect=TimeoutError`."""
    if "side_effect" not in test.module.source.segment(test.node):
        return False
    given = [word.value for call in test.calls for word in call.keywords if word.arg == "side_effect"]
    for scope in test.scopes:
        for node in scope.statements.get(ast.Assign, ()):
            if last_name(node.targets[0]) == "side_effect":
                given.append(node.value)
    return any(_is_exception(part) for value in given for part in descend(value))


def _is_exception(node: ast.AST) -> bool:
    """Whether an expression names an exception class, as Python's conventions have it."""
    name = last_name(node) if isinstance(node, ast.Name | ast.Attribute) else None
    return name is not None and name[:1].isupper() and not name.isupper() and name.endswith(("Error", "Exception"))


def _stands_in_for_failure(module: Module, node: ast.Raise) -> bool:
    """Whether a raise is that of a stand-in: a function inside a test, or a method of a class that holds no tests."""
    exception = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
    if exception is None or last_name(exception) in _VERDICTS:
        return False
    scope = module.scope_of(node)
    test = module.test_around(scope)
    if test is not None:
        return scope is not test.scope
    above = scope.parent
    if not scope.is_function or above is None or not above.is_class:
        return False
    return all(item.node is not above.node for item in module.test_classes)


def _inherits_an_error(bases: tuple[tuple[Module, ast.ClassDef], ...]) -> bool:
    """Whether a base in sight brings tests of which one expects an exception or speaks of failure."""
    for home, base in bases:
        tests = [item for item in home.scope_by_node[base].statements_of_functions() if item.name.startswith("test")]
        for item in tests:
            if not ERROR_WORDS.isdisjoint(words(item.name)) or _RAISES.search(home.source.segment(item)):
                return True
            if _says_an_error_status(home, item):
                return True
    return False
