"""TQ804."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.fixture_graph import is_strict_asyncio, is_unmanaged
from flake8_testquality.model.fixtures import lookup, may_be_another
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.module import Module
    from flake8_testquality.model.tests import Test


@rule(
    code="TQ804",
    profile="core",
    message="`{name}` is an async fixture that nobody awaits here: a plain test gets a coroutine, make the test async",
    needs=is_strict_asyncio,
    project={"pytest.ini": "[pytest]\nasyncio_mode = strict\n"},
    bad='''
        import pytest

        from shop import connect


        @pytest.fixture
        async def connection():
            return await connect()


        def test_connection_is_open(connection):  # TQ804
            assert connection.state == "open"
    ''',
    good='''
        import pytest
        import pytest_asyncio

        from shop import connect


        @pytest_asyncio.fixture
        async def connection():
            return await connect()


        @pytest.mark.asyncio
        async def test_connection_is_open(connection):
            assert connection.state == "open"
    ''',
)
def sync_test_async_fixture(test: Test, module: Module) -> Iterator[Finding]:
    """The test looks at a coroutine object instead of the value.

    Allowed: pytest_asyncio.fixture, auto mode, anyio, trio.
    """
    if test.is_async or test.runner == "unittest":
        return
    for name in test.fixture_names:
        fixture = lookup(module, name, test.cls)
        if fixture is not None and is_unmanaged(fixture) and not may_be_another(module, name, fixture):
            yield Finding(test, name=name)
            return
