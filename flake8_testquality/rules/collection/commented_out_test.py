"""TQ114."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.commented import commented_out_tests
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ114",
    profile="recommended",
    message="this comment holds {what}: bring it back, or delete it (the history keeps it)",
    peers=("ERA001", "FG CC"),
    bad='''
        # def test_total(cart):  # TQ114
        #     assert cart.total == 42


        def test_name(cart):
            assert cart.name == "book"
    ''',
    good='''
        def test_name(cart):
            # assert correctness of what the shop shows
            assert cart.name == "book"
    ''',
)
def commented_out_test(module: Module, _: Module) -> Iterator[Finding]:
    """A check in a comment checks nothing, and hides that something is not tested any more.

    Allowed: prose that only begins like code, doctests, examples in docstrings.
    """
    if module.role == "test":
        for comment, what in commented_out_tests(module):
            yield Finding(comment, what="an assertion" if what == "assertion" else "a test")
