"""Checkers: which calls, decorators and context managers check something, as far as their names tell."""

from __future__ import annotations

import ast
import fnmatch
import re
import sys
from typing import TYPE_CHECKING

from flake8_testquality.model.calls import keyword
from flake8_testquality.model.http_status import number_of
from flake8_testquality.model.names import called_name, dotted_text, last_name
from flake8_testquality.regex import regex
from flake8_testquality.rule import Option

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.scopes import Scope

ASSERT_HELPERS = Option(
    "assert-helpers",
    (),
    "calls that check something, as dotted globs: tests.helpers.run_*, self.compare, *.matches_golden",
)
_WORD = "assert|expect|verify|check|ensure|validate|should|must"
_CHECKS = regex(
    rf"_*(?:{_WORD}|{_WORD.title()})(?![a-z])|_*(?:{_WORD.upper()})(?![A-Z])|_*assert[a-z]|[a-z]\w*Assert(?![a-z])|"
    r"(?:\w*_)?(?:assert|and_validate|and_verify|and_check)(?![a-z])|fail_?(?:[iI]f|[uU]nless)(?![a-z])", re.ASCII
)  # fmt: skip
# Words that check although they do not say so. Sources: the documentation of nose, sqlalchemy, pytest, twisted,
# requests, selenium, playwright, trio, anyio and WebTest.
_LAST = frozenset({
    "raises", "warns", "deprecated_call", "eq_", "ok_", "ne_", "is_true", "is_false", "raise_for_status",
    "fnmatch_lines", "fnmatch_lines_random", "re_match_lines", "re_match_lines_random", "no_fnmatch_line",
    "no_re_match_line", "successResultOf", "failureResultOf", "until", "until_not", "wait_for_selector",
    "wait_for_url", "fail_after", "match_snapshot", "run_state_machine_as_test", "testmod", "testfile",
    "getDeprecatedModuleAttribute", "callDeprecated", "mustcontain",
})  # fmt: skip
# A keyword that tells a call what to hold its answer against: `check_status=[410]`.
_ASKED = regex(r"(?:check|assert|verify)_\w+")
# WebTest's requests, which fail unless the answer has the status that they are given.
_VERBS = frozenset({
    "get", "post", "put", "patch", "delete", "head", "options", "request", "do_request", "post_json", "put_json",
    "patch_json", "delete_json", "submit", "click", "follow",
})  # fmt: skip
# What a resolved name begins with.
_PACKAGES = (
    "pytest_check", "sure", "assertpy", "hamcrest", "nose.tools", "testfixtures", "sqlalchemy.testing", "approvaltests",
    "expecttest", "pandas.testing", "torch.testing", "numpy.testing", "testtools.assertions", "verify",
    "responses.matchers", "inline_snapshot", "grappa", "robber", "expects", "ward", "snapshottest", "syrupy",
)  # fmt: skip
# A keyword of a call that begins with `expect`, up to three lines of comments before it included.
_TOLD = regex(r"[(,]\s*(?:#[^\n]*\n\s*){0,3}expect\w*\s*=(?!=)")
_RESOLVED = frozenset({
    "asyncio.wait_for", "asyncio.timeout", "asyncio.timeout_at", "async_timeout.timeout", "subprocess.check_call",
    "subprocess.check_output", "tornado.gen.with_timeout",
})  # fmt: skip
# A management command that is asked to check leaves by SystemExit or CommandError when it finds something.
_COMMANDS = frozenset({"django.core.management.call_command"})
_CHECKING = frozenset({"check", "--check", "--check-changes"})
# After which a warning is an error.
_FILTERS = frozenset({"warnings.simplefilter", "warnings.filterwarnings"})
# Fixtures that check: by argument, whatever is done with them.
_FIXTURES = regex(
    r"bench(?:mark)?(?:_\w+)?|\w*snapshot\w*|\w*_regression|regtest|httpx_mock|respx_mock|\w*_assert\w*|approve|golden"
)
_MARKS = frozenset(["benchmark", "performance", "perf", "mpl_image_compare", "snapshot", "smoke", "codspeed"])
_INERT_PACKAGES = frozenset({
    "unittest", "hypothesis", "freezegun", "time_machine", "moto", "httpretty", "requests_mock", "aioresponses",
    "vcr", "django", "twisted", "tornado", "pytest", "pytest_asyncio", "anyio", "trio", "parameterized", "ddt",
    "absl", "requests", "httpx", "fastapi", "starlette", "flask", "aiohttp", "sqlalchemy", "numpy", "torch",
    "pandas", "selenium", "click", "typer", "attr", "attrs", "pydantic", "pytest_django", "rest_framework", "mock",
    "pyfakefs", "testcontainers", "betamax", "celery", "structlog", "typing_extensions", "nose", "decorator",
    "six",
})  # fmt: skip
_CHECKING_CONTEXTS = frozenset({"responses.RequestsMock", "respx.mock", "respx.MockRouter"})


def says_check(name: str | None) -> bool:
    """Whether a name begins with the whole word assert, expect, verify, check, ensure, validate, should or must."""
    return name is not None and _CHECKS.match(name) is not None


def is_known_checker(module: Module, call: ast.Call, scope: Scope) -> bool:
    """Whether a call checks something by what it is called or given, helpers of the project left aside."""
    word = last_name(call.func)
    if word is not None and (word in _LAST or word.startswith(("wait_for_", "wait_until"))):
        return True
    for item in call.keywords:
        if item.arg is not None and (item.arg.startswith("expect") or (item.arg == "check" and _is_true(item.value))):
            return True
        if item.arg is not None and _ASKED.match(item.arg) and not _is_switch(item.value):
            return True
        if item.arg == "status" and word in _VERBS and _is_status(module, item.value, scope):
            return True
    dotted = module.resolve(call.func, scope)
    if dotted is None:
        return isinstance(call.func, ast.Attribute) and word in module.fact(_told_what_to_expect)
    if dotted in _COMMANDS and any(isinstance(item, ast.Constant) and item.value in _CHECKING for item in call.args):
        return True
    return dotted in _RESOLVED or _begins(dotted, _PACKAGES) or (dotted in _FILTERS and _is_error(call))


def _told_what_to_expect(module: Module) -> frozenset[str]:
    """The methods that a call of the file tells what to expect: they check, by a default where they are not told.

    `client.delete(path, expected_status=403)` beside `client.delete(path)`.
    """
    if not _TOLD.search(module.source.text):
        return frozenset()
    return frozenset(
        call.func.attr
        for scope in module.scopes
        for call in scope.calls
        if isinstance(call.func, ast.Attribute) and any((item.arg or "").startswith("expect") for item in call.keywords)
    )


def chain_says_check(func: ast.expr) -> bool:
    """Whether any word of a call's chain says that it checks: `check.equal`, `result.should.be`, `page.expect_x`."""
    node = func
    for _ in range(20):
        if isinstance(node, ast.Attribute):
            if says_check(node.attr):
                return True
            node = node.value
        elif isinstance(node, ast.Call | ast.Subscript):
            node = node.func if isinstance(node, ast.Call) else node.value
        else:
            break
    return isinstance(node, ast.Name) and says_check(node.id)


def alias_says(module: Module, func: ast.expr, scope: Scope) -> bool:
    """Whether a name stands for something whose name says that it checks: `sc = self.check_scale`, a partial of it."""
    found = module.names.lookup(func.id, scope) if isinstance(func, ast.Name) else None
    for place in found[1] if found is not None else ():
        value = place.value
        if isinstance(value, ast.Call) and called_name(value) in ("partial", "partialmethod") and value.args:
            value = value.args[0]
        elif found is not None and not found[0].is_function:
            continue
        if value is not None and chain_says_check(value):
            return True
    return False


def is_configured(module: Module, func: ast.expr, scope: Scope, globs: tuple[str, ...]) -> bool:
    """Whether one of tq-assert-helpers' globs matches what is called, as resolved or as written."""
    if not globs:
        return False
    written = dotted_text(func) or last_name(func) or ""
    names = {written, module.resolve(func, scope) or written, f"{module.dotted_name}.{written}"}
    return any(fnmatch.fnmatchcase(name, glob) for name in names for glob in globs)


def is_checking_fixture(name: str) -> bool:
    """Whether a fixture of this name checks what it is given: benchmark, snapshots, regression files."""
    return _FIXTURES.fullmatch(name) is not None


def is_checking_mark(name: str) -> bool:
    """Whether a mark says that the runner measures or compares."""
    return name in _MARKS


def is_inert(dotted: str) -> bool:
    """Whether a decorator or context manager of this name is known not to check anything."""
    if dotted in _CHECKING_CONTEXTS:
        return False
    package = dotted.partition(".")[0]
    return (
        package in _INERT_PACKAGES
        or package == "builtins"
        or package in sys.stdlib_module_names
        or (package == "responses")
    )


def _begins(dotted: str, packages: tuple[str, ...]) -> bool:
    return any(dotted == package or dotted.startswith(package + ".") for package in packages)


def _is_error(call: ast.Call) -> bool:
    first = call.args[0] if call.args else keyword(call, "action")
    return isinstance(first, ast.Constant) and first.value == "error"


def _is_status(module: Module, node: ast.expr, scope: Scope) -> bool:
    values = node.elts if isinstance(node, ast.Tuple | ast.List) else [node]
    return all(_status_of(module, item, scope) is not None for item in values)


def _status_of(module: Module, node: ast.expr, scope: Scope) -> int | None:
    """The number of an HTTP status; what has a `code` is an exception of webob's or werkzeug's."""
    if isinstance(node, ast.Attribute) and node.attr == "code" and (last_name(node.value) or "").startswith("HTTP"):
        return 0
    return number_of(node, module, scope)


def _is_switch(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and (node.value is None or isinstance(node.value, bool))


def _is_true(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is True
