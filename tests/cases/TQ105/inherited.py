import unittest


class StoreContract:
    def test_put(self):
        assert self.store.put("日本") == 1


class TestRedis(StoreContract):
    store = make_store("redis")


class TestRedis(StoreContract):  # TQ105
    store = make_store("memory")


class RedisCase(unittest.TestCase, StoreContract):
    store = make_store("redis")


class RedisCase(unittest.TestCase, StoreContract):  # TQ105
    store = make_store("memory")


class Settings:
    pass


class TestSettings(Settings):
    size = 1


class TestSettings(Settings):
    size = 2
