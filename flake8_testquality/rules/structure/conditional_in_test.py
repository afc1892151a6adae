"""TQ701."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.branches import conditionals
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ701",
    profile="strict",
    message="the test decides with `{word}` what it does: write one test for each case, or parametrize",
    bad='''
        def test_price(shop, member):
            price = shop.price("tea")
            if member:  # TQ701
                assert price == 9
            else:
                assert price == 10
    ''',
    good='''
        def test_member_pays_less(shop):
            assert shop.price("tea", member=True) == 9
    ''',
)
def conditional_in_test(test: Test, _: Module) -> Iterator[Finding]:
    """A test with a branch is two tests, and nobody sees which of them ran.

    Allowed: filters of comprehensions, nested functions and lambdas; a chain of elif is one finding.
    """
    for node, word in conditionals(test):
        yield Finding(node, word=word)
