"""TQ514."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from flake8_testquality.regex import regex
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

_NUMBER = regex(r"test_*(\d+)(?:_|$)")


@rule(
    code="TQ514",
    profile="strict",
    message="numbered to run in order (`{first}`, `{second}`): name the behaviour, let each set up its own",
    bad="""
        def test_01_create(shop):  # TQ514
            assert shop.create("tea").id == 1


        def test_02_update(shop):
            assert shop.update(1, "coffee").name == "coffee"
    """,
    good="""
        def test_create_gives_an_id(shop):
            assert shop.create("tea").id == 1


        def test_update_renames(shop):
            assert shop.update(1, "coffee").name == "coffee"
    """,
)
def numbered_tests(module: Module, _: Module) -> Iterator[Finding]:
    """Numbers in names say that the second test lives on what the first one left behind.

    Allowed: one numbered test alone, numbers that are data (status codes, issues, `test_2d_plot`), a plain number that
    two tests share.
    """
    groups: dict[object, list[tuple[str, Test]]] = {}
    for test in module.tests:
        found = _NUMBER.match(test.name)
        if found:
            groups.setdefault(test.cls, []).append((found[1], test))
    for cls, numbered in groups.items():
        order = [int(digits) for digits, _ in numbered]
        if order == sorted(order) and counts_up([digits for digits, _ in numbered]):
            first, second = numbered[0][1], numbered[1][1]
            yield Finding(cls if cls is not None else first, first=first.name[:20], second=second.name[:20])


def counts_up(digits: list[str]) -> bool:
    """Whether numbers are a count: padded, or each given once and neighbours from 0 or 1, or 10, 20, 30.

    Two neighbours further on (2 and 3) are more likely numbers of things; three are a count wherever it begins.
    """
    numbers = sorted({int(text) for text in digits})
    if len(numbers) < 2:
        return False
    if any(len(text) > 1 and text[0] == "0" for text in digits):
        return True
    if len(numbers) < len(digits):
        return False
    steps = {second - first for first, second in pairwise(numbers)}
    if steps == {10}:
        return numbers[0] == 10
    return 1 in steps and numbers[0] < 100 and (numbers[0] < 2 or len(numbers) > 2)
