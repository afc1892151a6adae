"""TQ829."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.case_shapes import characters
from flake8_testquality.model.parametrize import tables
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ829",
    profile="recommended",
    message="every character of {text} becomes a case of its own: put the string into a list",
    bad='''
        import pytest

        from shop import greet


        @pytest.mark.parametrize("customer", "Ada")  # TQ829
        def test_greeting(customer):
            assert greet(customer) == f"Hello {customer}"
    ''',
    good='''
        import pytest

        from shop import greet


        @pytest.mark.parametrize("customer", ["Ada", "Grace"])
        def test_greeting(customer):
            assert greet(customer) == f"Hello {customer}"


        @pytest.mark.parametrize("letter", "xyz")
        def test_letter_is_kept(letter):
            assert greet(letter) == f"Hello {letter}"
    ''',
)
def string_cases(module: Module, _: Module) -> Iterator[Finding]:
    """The list around the string was forgotten, so the test runs on A, d and a.

    Allowed: names that say so (char, letter, digit, symbol, key), `string.ascii_letters` and the like.
    """
    for table in module.fact(tables).values():
        text = characters(table)
        if text is not None:
            yield Finding(table.call, text=repr(text if len(text) < 20 else text[:17] + "..."))
