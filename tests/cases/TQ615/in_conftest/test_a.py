from billing import config


def test_read():
    assert config.read("A") == "1"
