from unittest.mock import patch

import pytest as pt

import shop


@patch("shop.a")
@patch("shop.b")
@patch("shop.c")
def test_unit(c, b, a):
    assert shop.checkout() == 3


@pt.mark.integration
@patch("shop.a")
@patch("shop.b")
@patch("shop.c")
def test_marked(c, b, a):  # TQ410
    assert shop.checkout() == 3


@pt.mark.integration
class TestMarked:
    @patch("shop.a")
    @patch("shop.b")
    @patch("shop.c")
    def test_it(self, c, b, a):  # TQ410
        assert shop.checkout() == 3
