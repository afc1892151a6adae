"""TQ503."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.luck import chances, lucky_chance
from flake8_testquality.model.lucky_branches import lucky_branches
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ503",
    profile="recommended",
    message="`{source}` decides what this test checks, and differs in each run: seed it or write the value down",
    needs=chances,
    bad="""
        import random


        def test_discount_is_drawn(shop):
            assert shop.draw() == random.choice([5, 10])  # TQ503
    """,
    good="""
        import random


        def test_discount_is_drawn(shop):
            assert shop.draw(random.Random(7)) == 10
    """,
)
def random_assertion(test: Test, module: Module) -> Iterator[Finding]:
    """Whether such a test passes is a throw of dice, and its failure cannot be repeated.

    Allowed: seeds and patches in reach, hypothesis, values that are handed to the code and found again, nonces that
    are only compared for identity or membership.
    """
    for assertion in test.assertions:
        source = lucky_chance(assertion)
        if source is not None:
            yield Finding(assertion, source=module.text(source))
    for branch, source in lucky_branches(test):
        yield Finding(branch, source=module.text(source))
