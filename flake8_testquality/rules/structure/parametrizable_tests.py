"""TQ717."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.fingerprints import asks_for_its_name, clones, does_something, groups
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ717",
    profile="strict",
    message="{count} tests differ from `{first}` (line {line}) in literals only: parametrize that one",
    bad='''
        def test_price_of_tea(shop):
            assert shop.price("tea") == 3


        def test_price_of_cake(shop):  # TQ717
            assert shop.price("cake") == 5


        def test_price_of_milk(shop):  # TQ717
            assert shop.price("milk") == 1
    ''',
    good='''
        import pytest


        @pytest.mark.parametrize(("name", "price"), [("tea", 3), ("cake", 5), ("milk", 1)])
        def test_price(shop, name, price):
            assert shop.price(name) == price
    ''',
)
def parametrizable_tests(module: Module, _: Module) -> Iterator[Finding]:
    """Three tests that differ in literals only are one test with three cases."""
    copies = {copy.node for _, copy in module.fact(clones)}
    for group in groups(module, literals=False):
        members = [test for test in group if test.node not in copies and does_something(test)]
        if len(members) >= 3 and not asks_for_its_name(members[0]):
            first = members[0]
            for test in members[1:]:
                yield Finding(test, count=len(members) - 1, first=first.name, line=first.node.lineno)
