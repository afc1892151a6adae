"""TQ516."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.tasks import nested_loops
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ516",
    profile="recommended",
    message="`{call}` starts a second event loop in {what}: await it in an async test",
    bad="""
        import asyncio


        async def test_total(cart):
            assert asyncio.run(cart.total()) == 42  # TQ516
    """,
    good="""
        import pytest


        @pytest.mark.asyncio
        async def test_total(cart):
            assert await cart.total() == 42
    """,
)
def nested_event_loop(module: Module, _: Module) -> Iterator[Finding]:
    """A running loop refuses a second one, and what an async fixture made belongs to the fixture's loop.

    Allowed: functions that run elsewhere (a thread), a check that the nested loop is refused, the fixture's own loop.
    """
    for call, what in nested_loops(module):
        yield Finding(call, call=module.text(call), what=what)
