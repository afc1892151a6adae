"""TQ710."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.names import last_name
from flake8_testquality.model.words import subject_words
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test

# Names that say nothing even where something is called so.
PLACEHOLDERS = frozenset("it foo bar baz qux spam eggs stuff func foobar placeholder abc xyz test tests".split())
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
    """The name is the first thing read when a test fails; it should say what is broken.

    Allowed: the name of an imported function that the test calls, `test_sample` of `debug.sample`.
    """
    is_empty = all(word in EMPTY_WORDS or word.isdigit() or len(word) == 1 for word in subject_words(test.name))
    if is_empty and not _names_what_it_calls(test):
        yield Finding(test, name=test.name)


def _names_what_it_calls(test: Test) -> bool:
    name = test.name.removeprefix("test_")
    return name not in PLACEHOLDERS and any(
        last_name(call.func) == name and test.module.resolve(call.func, test.scope) is not None
        for call in test.scope.unordered_calls
    )
