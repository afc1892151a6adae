"""TQ702."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.branches import has_subtest, loops
from flake8_testquality.model.loop_purposes import only_prepares, only_verifies, waits
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ702",
    profile="strict",
    message="the test loops over its inputs and stops at the first that fails: parametrize it",
    bad='''
        def test_prices(shop):
            for name, price in [("tea", 3), ("cake", 5)]:  # TQ702
                product = shop.find(name)
                assert product.price == price
    ''',
    good='''
        import pytest


        @pytest.mark.parametrize(("name", "price"), [("tea", 3), ("cake", 5)])
        def test_price(shop, name, price):
            assert shop.find(name).price == price
    ''',
)
def loop_in_test(test: Test, _: Module) -> Iterator[Finding]:
    """The first failing input hides all that follow, and the report does not name it.

    Allowed: loops that only verify, trim or strike off the items of a result, loops with subTest, set-up loops over a
    range, loops that only prepare another act or clean up, loops that wait or draw what the code has ready, or compare
    it with their items.
    """
    for loop in loops(test):
        if not (has_subtest(loop) or only_verifies(test, loop) or waits(test, loop) or only_prepares(test, loop)):
            yield Finding(loop)
