"""TQ112."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.misnamed import misspelled_tests
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ112",
    profile="recommended",
    message="`{name}` begins with `{slip}`, not `test_`, so it never runs: correct the spelling, or skip it",
    bad='''
        def tets_total(cart):  # TQ112
            assert cart.total == 42
    ''',
    good='''
        def test_total(cart):
            assert cart.total == 42
    ''',
)
def misspelled_test(module: Module, _: Module) -> Iterator[Finding]:
    """One slip of a finger in the prefix, and the runner takes the test for a helper.

    Allowed: functions that assert nothing, or that anything in the project refers to.
    """
    for node, slip in misspelled_tests(module):
        yield Finding(node, name=node.name, slip=slip)
