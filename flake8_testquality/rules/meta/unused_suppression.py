"""TQ002."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ002",
    profile="recommended",
    message="this marker suppresses no finding: delete it",
    fix="safe",
    peers=("RUF100",),
    bad='''
        def test_total(cart):
            # quality: disable TQ202 (the till is not ready) # TQ002
            assert cart.total == 42
    ''',
    good='''
        def test_total(cart):  # quality: disable TQ202 (the till is not ready)
            pass
    ''',
)
def unused_suppression(module: Module, _: Module) -> Iterator[Finding]:
    """A suppression that suppresses nothing hides the next finding of its kind.

    The engine writes these findings, since only it knows what was found. Allowed: a marker for a rule that does not
    run here; one that TQ001 reports.
    """
    yield from ()
