async def test_total(stock):  # TQ107
    assert await total(stock) == 1
