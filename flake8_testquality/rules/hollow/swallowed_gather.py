"""TQ233."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.gathering import GATHERS, is_swallowed
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.calls import Call
    from flake8_testquality.model.module import Module


@rule(
    code="TQ233",
    profile="recommended",
    message="return_exceptions=True hides the failures, since nobody looks at the results: drop it or assert on them",
    calls=GATHERS,
    bad="""
        import asyncio


        async def test_orders(shop):
            await asyncio.gather(shop.order(1), shop.order(2), return_exceptions=True)  # TQ233
            assert shop.orders == 2
    """,
    good="""
        import asyncio


        async def test_orders(shop):
            await asyncio.gather(shop.order(1), shop.order(2))
            assert shop.orders == 2
    """,
)
def swallowed_gather(call: Call, module: Module) -> Iterator[Finding]:
    """Exceptions that are returned as results and never looked at vanish.

    Allowed: results that are read; tasks that were cancelled or closed before, in clean-up.
    """
    if is_swallowed(call):
        yield Finding(call)
