"""TQ511."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.tasks import SPAWNERS, is_dropped
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.calls import Call
    from flake8_testquality.model.module import Module


@rule(
    code="TQ511",
    profile="recommended",
    message="the task of `{call}` is dropped, and its errors with it: await it, or cancel it at the end",
    peers=("RUF006",),
    calls=SPAWNERS,
    bad="""
        import asyncio


        async def test_consumer_reads(consumer):
            asyncio.create_task(consumer.run())  # TQ511
            assert await consumer.first() == "hello"
    """,
    good="""
        import asyncio


        async def test_consumer_reads(consumer):
            task = asyncio.create_task(consumer.run())
            assert await consumer.first() == "hello"
            task.cancel()
    """,
)
def dropped_task(call: Call, module: Module) -> Iterator[Finding]:
    """Nobody sees a dropped task's exception, it may be collected while it runs, and it outlives its test.

    Allowed: a task that is awaited, gathered, cancelled, stored, returned or handed to anything, also in finally or
    teardown; code that looks after all tasks (`asyncio.all_tasks`).
    """
    test, fixture = call.test, call.fixture
    home = test.scope if test is not None else fixture.body_scope if fixture is not None else None
    if home is call.scope and is_dropped(call):
        yield Finding(call, call=module.text(call.node))
