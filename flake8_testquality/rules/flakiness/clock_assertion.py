"""TQ501."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.luck import clock_reads, lucky_clock
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module


@rule(
    code="TQ501",
    profile="recommended",
    message="`{clock}` is another moment than the code saw: freeze the clock, or hand the moment to the code",
    needs=clock_reads,
    bad="""
        from datetime import date


        def test_invoice_is_dated_today(shop):
            invoice = shop.invoice()
            assert invoice.day == date.today()  # TQ501
    """,
    good="""
        from datetime import date

        from freezegun import freeze_time


        @freeze_time("2024-05-01")
        def test_invoice_is_dated_today(shop):
            invoice = shop.invoice()
            assert invoice.day == date.today()
    """,
)
def clock_assertion(assertion: Assertion, module: Module) -> Iterator[Finding]:
    """The code and the test ask for the time one after the other: now and then midnight or a tick lies in between.

    Allowed: a frozen or replaced clock in reach, ordering and tolerance, a moment that is handed to the code and read
    back, round trips.
    """
    clock = lucky_clock(assertion)
    if clock is not None:
        yield Finding(assertion, clock=module.text(clock))
