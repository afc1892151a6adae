"""TQ710."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.words import subject_words
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

EMPTY_WORDS = frozenset(
    "it this that works work working basic basics simple foo bar baz qux spam eggs ok okay fine good stuff "
    "thing things "
    "something anything everything test tests case cases main example sample dummy func function method temp tmp new "
    "my some the an is does do functionality behaviour behavior demo foobar placeholder abc xyz".split()
)


@rule(
    code="TQ710",
    profile="strict",
    message="`{name}` says nothing of the behaviour: name what is done and what is expected",
    bad="""
        def test_it_works(cart):  # TQ710
            assert cart.total == 42
    """,
    good="""
        def test_empty_cart_costs_nothing(cart):
            assert cart.total == 0
    """,
)
def meaningless_name(test: Test, _: Module) -> Iterator[Finding]:
    """The name is the first thing read when a test fails; it should say what is broken."""
    if all(word in EMPTY_WORDS or word.isdigit() or len(word) == 1 for word in subject_words(test.name)):
        yield Finding(test, name=test.name)
