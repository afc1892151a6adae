"""TQ513."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.applied_marks import marks_in
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module

ORDERING = frozenset({"order", "run", "dependency", "incremental"})


@rule(
    code="TQ513",
    profile="recommended",
    message="the `{name}` mark makes tests depend on their order: let each one set up what it needs",
    bad="""
        import pytest


        @pytest.mark.order(2)  # TQ513
        def test_total(cart):
            assert cart.total == 42
    """,
    good="""
        import pytest


        @pytest.mark.usefixtures("filled_cart")
        def test_total(cart):
            assert cart.total == 42
    """,
)
def ordered_tests(module: Module, _: Module) -> Iterator[Finding]:
    """A test that needs another one before it cannot run alone, in parallel or in a random order.

    Allowed: other marks; `order` and `run` without an argument, which order nothing.
    """
    for mark in marks_in(module):
        says_which = mark.call is not None and bool(mark.call.args or mark.call.keywords)
        if mark.name in ORDERING and (says_which or mark.name not in ("order", "run")):
            yield Finding(mark.node, name=mark.name)
