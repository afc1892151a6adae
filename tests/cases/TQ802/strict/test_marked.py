import pytest


@pytest.fixture
@pytest.mark.asyncio
async def connection():  # TQ802
    return await connect()
