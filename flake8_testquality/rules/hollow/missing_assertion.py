"""TQ201."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.checkers import ASSERT_HELPERS
from flake8_testquality.model.hollowness import checks_nothing
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ201",
    profile="recommended",
    message="`{name}` calls code but checks nothing: assert what it should return or change",
    peers=("FG C2b", "QG no_assertions", "S2699"),
    options=(ASSERT_HELPERS,),
    bad="""
        def test_total(cart):  # TQ201
            cart.add("apple", 3)
            cart.total()
    """,
    good="""
        def test_total(cart):
            cart.add("apple", 3)
            assert cart.total() == 6
    """,
)
def missing_assertion(test: Test, module: Module) -> Iterator[Finding]:
    """A test that checks nothing passes whatever the code returns: only a crash would make it fail.

    Allowed: checks in helpers, bases, fixtures (their teardown too) and first-party functions, three calls deep; calls
    whose name begins with assert, expect, verify, check, ensure, validate, should or must; well-known checkers; a try
    whose except fails; smoke tests that say so in name, docstring or comment; benchmarks, skips, xfails, `@given`;
    regressions that give the number of a bug; good input to what kindred tests expect to raise; faults in the way of
    the code (a mock or function that raises); fakes of the file that assert; last steps that fail by themselves (a
    table that is read, `objects.get`, `head_bucket`, an iterator used up, a with block around nothing); drawings.
    """
    if checks_nothing(test):
        yield Finding(test, name=test.name[:60])
