"""TQ709."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.phases import phases
from flake8_testquality.model.words import words
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

SEQUENCES = frozenset("then after twice again sequence lifecycle flow".split())


@rule(
    code="TQ709",
    profile="strict",
    message="the test acts and asserts {count} times over: arrange, act, assert once, one test for each behaviour",
    bad='''
        def test_cart(cart):  # TQ709
            cart.add("tea")
            assert cart.total == 3
            cart.remove("tea")
            assert cart.total == 0
    ''',
    good='''
        def test_total_after_removal(cart):
            cart.add("tea")
            cart.remove("tea")
            assert cart.total == 0
    ''',
)
def interleaved_acts(test: Test, _: Module) -> Iterator[Finding]:
    """When the first half fails, the second is never tried, and the name fits neither.

    Allowed: tests of sequences that say so in their name (then, after, twice, again, sequence, lifecycle, flow).
    """
    if len(test.assertions) > 1 and SEQUENCES.isdisjoint(words(test.name)):
        count = test.fact(phases).cycles
        if count > 1:
            yield Finding(test, count=count)
