"""TQ229."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.quantifiers import vacuous_quantifier as vacuous_call
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module


@rule(
    code="TQ229",
    profile="strict",
    message="`{text}` also holds when there is nothing to look at: assert the size or the content as well",
    bad="""
        def test_prices(shop):
            prices = shop.prices()
            assert all(price > 0 for price in prices)  # TQ229
    """,
    good="""
        def test_prices(shop):
            prices = shop.prices()
            assert len(prices) == 3
            assert all(price > 0 for price in prices)
    """,
)
def vacuous_quantifier(assertion: Assertion, module: Module) -> Iterator[Finding]:
    """all() of nothing is true, and so is not any(): an empty result passes.

    Allowed: literals, constants, parameters that are written down and never empty, and results whose size or content
    another assertion pins.
    """
    call = vacuous_call(assertion)
    if call is not None:
        yield Finding(assertion, text=module.text(call))
