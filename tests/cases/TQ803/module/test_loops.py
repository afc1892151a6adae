import pytest
import pytest_asyncio


@pytest_asyncio.fixture(scope="session")
async def session():  # TQ803
    return 1


@pytest_asyncio.fixture(scope="module")
async def module():
    yield 1


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def named():
    return 1


@pytest_asyncio.fixture
async def function():
    return 1


@pytest_asyncio.fixture(scope="session")
def sync():
    return 1


@pytest.fixture(scope="session")
async def plain():
    return 1
