"""TQ202."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.hollowness import is_empty
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ202",
    profile="core",
    message="`{name}` has an empty body, so it always passes: write the test, skip it with a reason, or delete it",
    peers=("FG C2", "QG empty_test"),
    bad='''
        def test_refund():  # TQ202
            """A refund returns the price."""
    ''',
    good="""
        def test_refund(desk, booking):
            assert desk.refund(booking) == 300
    """,
)
def empty_test(test: Test, module: Module) -> Iterator[Finding]:
    """A test without statements passes and counts as covered, although it says nothing about the code.

    Allowed: skipped and xfailed tests, files that skip themselves, abstract methods, protocol classes, fixtures that
    check in their teardown, functions that the file hands to somebody by name, classes of which other tests make
    objects, fixtures in sight that give no value but do something, or that do something where the test says that this
    only must run, tests inherited from the tests of another package, the fixtures that the project itself offers as a
    pytest plugin, examples in a docstring that doctest runs, the suites of pytest plugins and of test frameworks.
    """
    if is_empty(test):
        yield Finding(test, name=test.name[:40])
