from unittest.mock import patch as p

from shop import config, run


def test_path():
    with p("shop.config.TESTING", True):  # TQ230
        assert run() == "test"


@p.object(config, "TEST_MODE", True)  # TQ230
def test_attribute():
    assert run() == "test"


def test_off():
    with p("shop.config.TESTING", False):
        assert run() == "live"
