"""TQ716."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.fingerprints import clones
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ716",
    profile="recommended",
    message="an unchanged copy of `{first}` (line {line}): test what its name says, or delete it",
    bad='''
        def test_total_of_members(cart):
            assert cart.total == 42


        def test_total_of_guests(cart):  # TQ716
            assert cart.total == 42
    ''',
    good='''
        def test_total_of_members(cart):
            assert cart.total_for("member") == 42


        def test_total_of_guests(cart):
            assert cart.total_for("guest") == 50
    ''',
)
def cloned_test(module: Module, _: Module) -> Iterator[Finding]:
    """One was copied and never changed: the behaviour in its name is not tested."""
    for first, copy in clones(module):
        yield Finding(copy, first=first.name, line=first.node.lineno)
