from unittest.mock import patch

from shop import run


def test_built_name():
    for name in ("load", "save"):
        patch(f"shop.{name}").start()  # TQ408
    assert run() == 3


def test_built_name_is_stopped():
    patchers = [patch(f"shop.{name}") for name in ("load", "save")]
    for patcher in patchers:
        patcher.start()
    try:
        assert run() == 3
    finally:
        for patcher in patchers:
            patcher.stop()
