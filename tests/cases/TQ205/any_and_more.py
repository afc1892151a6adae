from unittest.mock import ANY

from shop import run


def test_total():
    total = run()
    assert total != 1
    assert total == ANY  # TQ205


def test_wildcard():
    total = run()
    assert total == ANY
    assert not total != ANY
