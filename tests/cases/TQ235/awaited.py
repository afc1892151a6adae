from shop import User


async def test_created():  # TQ235
    user = await User.objects.acreate(name="Ada")
    assert user.name == "Ada"


async def test_reloaded():
    user = await User.objects.acreate(name="Ada")
    await user.arefresh_from_db()
    assert user.name == "Ada"
