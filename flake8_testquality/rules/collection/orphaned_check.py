"""TQ113."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.misnamed import orphaned_checks
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ113",
    profile="strict",
    message="`{name}` asserts, is no test, and nothing refers to it: make it a test, call it, or delete it",
    bad='''
        def check_total(cart):  # TQ113
            assert cart.total == 42
    ''',
    good='''
        def check_total(cart):
            assert cart.total == 42


        def test_total(cart):
            cart.add("book")
            check_total(cart)
    ''',
)
def orphaned_check(module: Module, _: Module) -> Iterator[Finding]:
    """A check that nobody calls any more looks like coverage and is none.

    Allowed: fixtures, hooks, decorated functions, and names that any file of the project mentions.
    """
    for node in orphaned_checks(module):
        yield Finding(node, name=node.name)
