"""TQ108."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.uncollected import is_dropped_generator
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ108",
    profile="core",
    words=("yield",),
    message="`{name}` yields, so {fate}: use parametrize, or assert inside the loop",
    bad='''
        def test_totals():  # TQ108
            for name, total in TOTALS:
                yield check_total, name, total
    ''',
    good='''
        import pytest


        @pytest.mark.parametrize(("name", "total"), [("book", 42), ("pen", 3)])
        def test_total(name, total):
            assert find_cart(name).total == total
    ''',
)
def generator_test(test: Test, module: Module) -> Iterator[Finding]:
    """A test that yields is a generator: pytest refuses it, and a TestCase makes the generator and drops it.

    Allowed: any decorator that is no pytest mark (inlineCallbacks, gen_test, a context manager, a fixture).
    """
    if is_dropped_generator(test):
        case = test.runner == "unittest"
        yield Finding(test, name=test.name, fate="the TestCase passes it unrun" if case else "pytest does not run it")
