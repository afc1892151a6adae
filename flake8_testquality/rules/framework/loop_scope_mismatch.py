"""TQ803."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flake8_testquality.model.fixture_graph import narrow_loop
from flake8_testquality.rule import Finding, rule

if TYPE_CHECKING:
    from flake8_testquality.model.fixtures import Fixture
    from flake8_testquality.model.module import Module


@rule(
    code="TQ803",
    profile="recommended",
    message="`{name}` lives for a {scope}, but its event loop for a {loop}: add loop_scope=\"{scope}\"",
    project={"pytest.ini": "[pytest]\nasyncio_mode = auto\nasyncio_default_fixture_loop_scope = function\n"},
    bad='''
        import pytest_asyncio

        from shop import connect


        @pytest_asyncio.fixture(scope="session")
        async def connection():  # TQ803
            return await connect()
    ''',
    good='''
        import pytest_asyncio

        from shop import connect


        @pytest_asyncio.fixture(scope="session", loop_scope="session")
        async def connection():
            return await connect()
    ''',
)
def loop_scope_mismatch(fixture: Fixture, module: Module) -> Iterator[Finding]:
    """The fixture outlives the loop that it was made on, and breaks when the next test uses it.

    Allowed: a default loop scope that is as broad, no such setting in sight, anyio.
    """
    loop = narrow_loop(fixture) if fixture.is_async else None
    if loop is not None:
        yield Finding(fixture, name=fixture.name, scope=fixture.scope, loop=loop)
