"""TQ306."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.shown_texts import shown_texts
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module



@rule(
    code="TQ306",
    profile="strict",
    message="`{text}` compares a text, not the object: compare the values that it shows",
    bad='''
        from billing import total


        def test_total(cart):
            assert str(total(cart)) == "10.00"  # TQ306
    ''',
    good='''
        from decimal import Decimal

        from billing import total


        def test_total(cart):
            assert total(cart) == Decimal("10.00")
    ''',
)
def stringly_assertion(module: Module, _: Module) -> Iterator[Finding]:
    """Two different values may have one text, and a change of the text breaks a test that is not about it.

    Allowed: tests whose name, docstring or file says str, repr, format or the like, paths, the texts of exceptions.
    """
    for assertion, text in shown_texts(module):
        yield Finding(assertion, text=module.text(text))
