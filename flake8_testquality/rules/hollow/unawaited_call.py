"""TQ215."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.coroutines import async_names, unawaited_calls
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ215",
    profile="core",
    message="`{text}` is async and nothing awaits it, so its body never runs: put `await` before the call",
    needs=async_names,
    peers=("FG C56",),
    bad="""
        async def fetch_total(cart):
            return cart.total


        async def test_total(cart):
            assert fetch_total(cart) == 6  # TQ215
    """,
    good="""
        async def fetch_total(cart):
            return cart.total


        async def test_total(cart):
            assert await fetch_total(cart) == 6
    """,
)
def unawaited_call(module: Module, _: Module) -> Iterator[Finding]:
    """Calling an `async def` only makes a coroutine: without await none of its code runs.

    Allowed: coroutines that are awaited, gathered, scheduled, passed on or kept.
    """
    for call in unawaited_calls(module):
        yield Finding(call, text=module.text(call))
