from unittest.mock import patch

from shop import checkout


def test_it():
    patch("shop.a").start()
    assert checkout() == 3
