"""TQ703."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.branches import enclosing_loops, in_subtest
from flake8_testquality.model.item_messages import names_item
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module


@rule(
    code="TQ703",
    profile="strict",
    message="the assertion runs in a loop and no message says for which item it failed: parametrize, or name the item",
    bad='''
        def test_lines(cart):
            for line in cart.lines:
                assert line.total == 42  # TQ703
    ''',
    good='''
        def test_lines(cart):
            assert [line.total for line in cart.lines] == [42, 42]
    ''',
)
def assertion_in_loop(assertion: Assertion, _: Module) -> Iterator[Finding]:
    """A failure in a loop does not tell which item failed, and an empty loop checks nothing.

    Allowed: a subTest in the loop, a message that names the item.
    """
    loops = enclosing_loops(assertion)
    if loops and not any(in_subtest(assertion, loop) or names_item(assertion, loop) for loop in loops):
        yield Finding(assertion)
