import os

from billing import config


def test_read():
    os.environ["A"] = "1"
    assert config.read("A") == "1"


class TestConfig:
    def test_read(self):
        del os.environ["A"]
        assert config.read("A") is None
