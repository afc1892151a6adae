"""TQ214."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.always_true import always_true_objects
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module


@rule(
    code="TQ214",
    profile="core",
    helpers=True,
    relations=("true", "and"),
    message="`{text}` is a {kind}, which is always true: {remedy}",
    peers=("FG C42",),
    bad="""
        def is_even(number):
            return number % 2 == 0


        def test_even_total(cart):
            assert is_even  # TQ214
            assert (item.paid for item in cart.items())  # TQ214
    """,
    good="""
        def is_even(number):
            return number % 2 == 0


        def test_even_total(cart):
            assert is_even(cart.total())
            assert [item.paid for item in cart.items()] == [True, True]
    """,
)
def asserted_function(assertion: Assertion, module: Module) -> Iterator[Finding]:
    """A function that is not called, a class, a lambda, a generator or a coroutine is true whatever the code does.

    Allowed: identity and equality comparisons; names that the test binds anew.
    """
    for node, kind, remedy in always_true_objects(assertion):
        yield Finding(assertion, text=module.text(node), kind=kind, remedy=remedy)
