"""TQ507."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.durations import clock_looks, is_bet_on_speed
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.assertions import Assertion
    from flake8_testquality.model.module import Module


@rule(
    code="TQ507",
    profile="recommended",
    message="a duration must meet a fixed bound, which a busy machine breaks: check the effect, or fake the clock",
    needs=clock_looks,
    bad="""
        import time


        def test_search_is_quick(index):
            start = time.perf_counter()
            index.search("tea")
            assert time.perf_counter() - start < 0.5  # TQ507
    """,
    good="""
        def test_search_reads_one_page(index):
            index.search("tea")
            assert index.pages_read == 1
    """,
)
def elapsed_time_assertion(assertion: Assertion, _: Module) -> Iterator[Finding]:
    """How long something takes depends on the machine and its other work, so the bound fails on the slowest day.

    Allowed: lower bounds (a wait really waits), frozen clocks, tests marked as performance, benchmark or slow,
    half a minute or more, which only stops a test that hangs, and the deadline of a `while` loop around it.
    """
    if is_bet_on_speed(assertion):
        yield Finding(assertion)
