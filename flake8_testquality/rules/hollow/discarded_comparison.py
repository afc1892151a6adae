"""TQ208."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.forgotten import compared, discarded_comparisons
from flake8_testquality.rule import Edit, Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ208",
    profile="core",
    helpers=True,
    message="`{text}` is computed and thrown away: put `assert` before it",
    peers=("B015", "FG C59"),
    fix="unsafe",
    bad="""
        def test_total(cart):
            cart.add("apple", 3)
            cart.total() == 6  # TQ208
    """,
    good="""
        def test_total(cart):
            cart.add("apple", 3)
            assert cart.total() == 6
    """,
)
def discarded_comparison(test: Test, module: Module) -> Iterator[Finding]:
    """A comparison as a statement of its own checks nothing: its answer goes nowhere.

    Allowed: inside blocks that wait for an exception or a warning, or where recwarn takes the warnings; one that a
    comment beside it says is there for what it does, or that is made both ways round; tests that define what a
    comparison runs, or that have read the same thing for its effect before.
    """
    for statement in discarded_comparisons(test):
        start, _ = module.source.range(statement)
        node = compared(statement)
        # behind `assert`, a tuple in parentheses would be true
        is_tuple = node is not statement.value and module.source.text[start] == "("
        edits = () if is_tuple else (Edit(start, start, "assert "),)
        yield Finding(statement, edits=edits, text=module.text(node, 50))
