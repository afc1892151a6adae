"""TQ218."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.hollow import is_subjectless
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ218",
    profile="core",
    message="`{name}` would pass without the project: it checks only its own values: call the code, check its result",
    bad="""
        from urllib.parse import parse_qs


        def test_rate_limit_error_code():  # TQ218
            error = {"type": "error", "code": 4029, "retry_after": 60}
            assert error["code"] == 4029


        def test_missing_token():  # TQ218
            assert parse_qs("other=1").get("token", []) == []
    """,
    good="""
        from shop.errors import rate_limit_error


        def test_rate_limit_error_code():
            assert rate_limit_error(retry_after=60)["code"] == 4029
    """,
)
def subjectless_test(test: Test, module: Module) -> Iterator[Finding]:
    """No assertion depends on anything but the test's own values, built-ins, the standard library and mocks.

    It would pass with the whole project deleted. Set-up methods and fixtures in sight are read through; a class or
    function of the test file counts as its own unless something in it reaches other code.

    Allowed: tests that use a fixture which could carry the subject; an import that takes part in any assertion; a call
    of the code that can reach what is read (files, environment, loggers, its own arguments); subprocess, importlib and
    network; the standard library's own tests and those of pytest plugins; files that carry a compiler's directives; a
    switch of the test file held in its place; skipped tests; functions that the file hands to somebody by name.
    """
    if is_subjectless(test):
        yield Finding(test, name=test.name[:36])
