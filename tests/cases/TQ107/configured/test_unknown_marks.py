from elsewhere import marks

pytestmark = marks


async def test_total():
    assert await total() == 1
