import sys

from billing import config

sys.path.pop(0)  # TQ615


def test_read():
    assert config.read("C") == "1"
