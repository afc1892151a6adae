from unittest.mock import patch

import shop


@patch("shop.a")
@patch("shop.b")
@patch("shop.c")
def test_three(c, b, a):  # TQ410
    assert shop.checkout() == 3


@patch("shop.a")
@patch("shop.b")
def test_two_are_fine(b, a):
    assert shop.checkout() == 3


def test_all_ways(mocker, monkeypatch):  # TQ410
    with patch.object(shop, "a"):
        mocker.patch("shop.b")
        monkeypatch.setattr(shop, "c", 1)
        assert shop.checkout() == 3


@patch("requests.get")
@patch("smtplib.SMTP")
@patch("time.sleep")
@patch("shop.a")
def test_others(a, sleep, smtp, get):
    assert shop.checkout() == 3


class TestClass:
    @patch.multiple("shop", a=1, b=2, c=3)
    def test_multiple(self):  # TQ410
        assert shop.checkout() == 3
