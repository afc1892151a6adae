from unittest import mock as m
from unittest.mock import patch

import shop
from shop import checkout


@patch("shop.a")
@patch("shop.b")
@m.patch.object(shop, "c")
@patch.dict("shop.d")
@patch.multiple("shop", e=1)
@patch("shop.f", new=1)
def test_six_decorators(c, b, a):  # TQ403
    assert checkout() == "paid"


@patch("shop.a")
@patch("shop.b")
@patch("shop.c")
@patch("shop.d")
@patch("shop.e")
def test_five_are_fine(e, d, c, b, a):
    assert checkout() == "paid"


@patch("shop.a")
async def test_all_ways(a, mocker, monkeypatch):  # TQ403
    with patch("shop.b"), patch("shop.c") as c:
        mocker.patch("shop.d")
        mocker.patch.object(shop, "e")
        monkeypatch.setattr(shop, "f", 1)
        assert await checkout() == c


def test_what_is_no_patch(monkeypatch, mocker):
    monkeypatch.setenv("A", "1")
    monkeypatch.setenv("B", "1")
    monkeypatch.delenv("C")
    monkeypatch.setitem({}, "D", 1)
    mocker.spy(shop, "e")
    mocker.stub()
    monkeypatch.chdir("/")
    assert checkout() == "paid"


@patch("shop.e")
@patch("shop.f")
class TestClass:
    @patch("shop.a")
    @patch("shop.b")
    @patch("shop.c")
    @patch("shop.d")
    def test_with_those_of_the_class(self, *mocks):  # TQ403
        assert checkout() == "paid"

    @patch("shop.a")
    def test_few(self, *mocks):
        assert checkout() == "paid"
