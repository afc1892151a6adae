"""TQ802."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.fixture_graph import is_unmanaged
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.fixtures import Fixture
    from flake8_testquality.model.module import Module


@rule(
    code="TQ802",
    profile="core",
    message="`{name}` is async under plain pytest.fixture, so tests get a coroutine: use @pytest_asyncio.fixture",
    project={"pytest.ini": "[pytest]\nasyncio_mode = strict\n"},
    bad='''
        import pytest

        from shop import connect


        @pytest.fixture
        async def connection():  # TQ802
            return await connect()
    ''',
    good='''
        import pytest_asyncio

        from shop import connect


        @pytest_asyncio.fixture
        async def connection():
            return await connect()
    ''',
)
def unmanaged_async_fixture(fixture: Fixture, module: Module) -> Iterator[Finding]:
    """In pytest-asyncio's strict mode nobody awaits it: the test is handed a coroutine that never ran.

    Allowed: auto mode, anyio, trio, no asyncio_mode in the configuration in sight.
    """
    if fixture.is_async and is_unmanaged(fixture):
        yield Finding(fixture, name=fixture.name)
