async def test_total(aiohttp_client):  # TQ107
    assert await aiohttp_client.total() == 3
