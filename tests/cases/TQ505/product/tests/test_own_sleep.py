import trio


async def test_sleep_is_the_product():
    await trio.sleep(1)
    assert trio.current_time() == 1
