async def test_total():
    assert await total() == 1
