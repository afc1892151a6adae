"""TQ510."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.applied_marks import retries_in
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ510",
    profile="recommended",
    message="`{name}` runs the test again until it passes: find out why it fails",
    bad="""
        import pytest


        @pytest.mark.flaky(reruns=3)  # TQ510
        def test_total(cart):
            assert cart.total == 42
    """,
    good="""
        import pytest


        @pytest.mark.slow
        def test_total(cart):
            assert cart.total == 42
    """,
)
def retried_test(module: Module, _: Module) -> Iterator[Finding]:
    """A test that may fail and try again hides a race, in itself or in the product.

    Allowed: retries of the product's own calls, in helpers and in the code under test, a decorator in sight that runs
    the test once, and a mark without arguments by which a conftest in sight skips tests.
    """
    for node, name in retries_in(module):
        yield Finding(node, name=name)
