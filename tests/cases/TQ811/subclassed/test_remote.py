from test_base import TestStore


class TestRemoteStore(TestStore):
    async def test_ping(self, store):
        assert await store.ping() == "größer"
