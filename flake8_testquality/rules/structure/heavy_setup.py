"""TQ707."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.phases import phases
from flake8_testquality.rule import Finding, Option, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

MAX_SETUP = Option("max-setup-per-assertion", 10, "set-up statements before the first act for each assertion")


@rule(
    code="TQ707",
    profile="strict",
    message="{count} set-up statements for {assertions} assertion(s), more than {most} each: move them to fixtures",
    options=(MAX_SETUP,),
    bad='''
        def test_total(shop):  # TQ707
            tea = shop.add("tea")
            tea.price = 3
            tea.tax = 1
            cake = shop.add("cake")
            cake.price = 5
            cake.tax = 1
            ann = shop.customer("Ann")
            ann.city = "Rome"
            ann.member = True
            cart = shop.cart(ann)
            cart.items = [tea, cake]
            total = cart.checkout()
            assert total == 10
    ''',
    good='''
        def test_total(cart):
            total = cart.checkout()
            assert total == 10
    ''',
)
def heavy_setup(test: Test, module: Module) -> Iterator[Finding]:
    """Behind so much set-up the reader loses what is tested."""
    most = module.option(MAX_SETUP)
    assertions = len(test.assertions)
    if assertions == 0 or (test.node.end_lineno or 0) - test.node.lineno <= most:
        return
    count = test.fact(phases).setup
    if count > most * assertions:
        yield Finding(test, count=count, assertions=assertions, most=most)
