"""TQ205."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.specimens import is_specimen
from flake8_testquality.model.tautologies import open_pattern
from flake8_testquality.model.tautologies import tautology as tautology_in
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module


@rule(
    code="TQ205",
    profile="core",
    helpers=True,
    message="this claim about `{part}` holds for every value: say which one is expected",
    peers=("FG C44", "FG C52"),
    bad="""
        from unittest import mock


        def test_items(cart):
            assert len(cart.items) >= 0  # TQ205


        def test_owner(cart):
            assert cart.owner == mock.ANY  # TQ205
    """,
    good="""
        def test_items(cart):
            cart.add("apple")
            assert len(cart.items) == 1
    """,
)
def tautology(assertion: Assertion, module: Module) -> Iterator[Finding]:
    """A claim that every value fulfils cannot fail, so it says nothing about the one at hand.

    Allowed: `len(x) > 0`, patterns and prefixes with something in them, membership among other values, of the empty
    text in what is shown, given or declared as no text, that something has a hash, and its being the beginning of that;
    `== ANY` where the class in sight has an `__eq__` of its own or ANY comes from the project; `issubclass` of what is
    not shown to be a class.
    """
    part = tautology_in(assertion) or open_pattern(assertion)
    if part is not None and not is_specimen(assertion):
        yield Finding(assertion, part=module.text(part, 40))
