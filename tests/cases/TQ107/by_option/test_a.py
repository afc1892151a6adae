async def test_total(server):
    assert await total(server) == 1
