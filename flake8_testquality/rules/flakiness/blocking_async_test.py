"""TQ515."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.blocking import blocking_calls
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module


@rule(
    code="TQ515",
    profile="recommended",
    message="`{call}` stops the event loop: use the async counterpart, or `asyncio.to_thread`",
    peers=("ASYNC210", "ASYNC220", "ASYNC221", "ASYNC251"),
    bad="""
        import subprocess


        async def test_export_is_readable(export):
            path = await export.write()
            done = subprocess.run(["unzip", "-t", path], timeout=10)  # TQ515
            assert done.returncode == 0
    """,
    good="""
        import asyncio
        import subprocess


        async def test_export_is_readable(export):
            path = await export.write()
            done = await asyncio.to_thread(subprocess.run, ["unzip", "-t", path], timeout=10)
            assert done.returncode == 0
    """,
)
def blocking_async_test(module: Module, _: Module) -> Iterator[Finding]:
    """While a blocking call runs nothing else does: the code under test stands still, and timeouts do not fire.

    Allowed: threads and executors, patched calls and intercepted requests, functions that are handed on.
    """
    for call in blocking_calls(module):
        yield Finding(call, call=module.text(call))
