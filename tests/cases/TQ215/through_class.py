class Api:
    @classmethod
    async def make(cls):
        return cls()

    async def get(self):
        return 3


async def test_made():
    Api.make()  # TQ215
    api = await Api.make()
    assert await api.get() == 3
