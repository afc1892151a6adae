"""TQ107."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.async_runs import is_run_by_nobody
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ107",
    profile="recommended",
    words=("async",),
    message="no plugin runs the async `{name}`: mark it with pytest.mark.asyncio, or set asyncio_mode = auto",
    bad='''
        async def test_total():  # TQ107
            assert await load_total("cart") == 42
    ''',
    good='''
        import pytest


        @pytest.mark.asyncio
        async def test_total():
            assert await load_total("cart") == 42
    ''',
    project={"pytest.ini": "[pytest]\nmarkers = asyncio\n"},
)
def unhandled_async_test(test: Test, module: Module) -> Iterator[Finding]:
    """pytest itself awaits nothing: without a plugin's mark or mode the test is skipped or fails unrun.

    Allowed: auto mode, an anyio_backend fixture, hooks that run or mark it, no configuration in sight.
    """
    if test.is_async and is_run_by_nobody(test):
        yield Finding(test, name=test.name)
