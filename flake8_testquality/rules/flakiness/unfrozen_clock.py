"""TQ502."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.clocks import CLOCKS, is_frozen, reads_wall_clock
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.calls import Call
    from flake8_testquality.model.module import Module


@rule(
    code="TQ502",
    profile="strict",
    message="`{call}` reads the wall clock: freeze it (time_machine, freezegun) or use a fixed moment",
    peers=("DTZ001", "DTZ002", "DTZ003", "DTZ004", "DTZ005", "DTZ006", "DTZ007", "DTZ011", "DTZ012"),
    calls=CLOCKS,
    bad="""
        from datetime import datetime


        def test_invoice_is_overdue(invoice):
            invoice.settle(at=datetime.now())  # TQ502
            assert invoice.overdue is False
    """,
    good="""
        from datetime import datetime

        import time_machine


        @time_machine.travel(datetime(2024, 5, 1))
        def test_invoice_is_overdue(invoice):
            invoice.settle(at=datetime.now())
            assert invoice.overdue is False
    """,
)
def unfrozen_clock(call: Call, module: Module) -> Iterator[Finding]:
    """A test that asks for the present sees another day in each run: midnight, month ends and leap years come by.

    Allowed: a clock frozen or replaced anywhere in reach: a decorator, a context, a fixture, the set-up, a patch.
    """
    test = call.test
    if test is not None and reads_wall_clock(call) and not is_frozen(test):
        yield Finding(call, call=module.text(call.node))
