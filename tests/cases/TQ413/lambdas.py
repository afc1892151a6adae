from unittest import mock as m
from unittest.mock import patch

import shop
from shop import Gateway, checkout

VALUE = 3


@patch("shop.a", lambda *_: 3)  # TQ413
@patch("shop.b", new=lambda x, y=1, **kw: None)  # TQ413
@m.patch.object(shop, "c", lambda: {"é": 1})  # TQ413
def test_decorators(mocker):
    é = "é"; mocker.patch("shop.d", lambda *a: é)  # TQ413
    mocker.patch.object(shop, "e", lambda *a, **k: VALUE)  # TQ413
    with patch("shop.f", lambda: Gateway()):  # TQ413
        assert checkout() == 3
    with (  # TQ413
        patch("shop.x", autospec=True),
        patch("shop.g", lambda self: True),
    ):
        assert checkout() == 3


@patch("shop.a", lambda x: x)
@patch("shop.b", lambda *a: a[0])
@patch("shop.c", new=lambda **k: dict(k))
def test_fine(mocker, monkeypatch, clock):
    monkeypatch.setattr(shop, "d", lambda *_: 3)
    mocker.patch("shop.e", shop.fake)
    mocker.patch("shop.f", side_effect=lambda *_: 3)
    ticks = [0]
    with patch("shop.g", lambda: ticks[0]), patch("shop.h", lambda: clock.now()):
        assert checkout() == 3


def test_fails_when_called():
    with patch("shop.a", lambda *_: 1 / 0), patch("shop.b", lambda *_: VALUE // 0):
        assert checkout() == 3
    with patch("shop.c", lambda *_: VALUE / 2):  # TQ413
        assert checkout() == 3


def test_another_answer_each_time():
    numbers = iter([1, 2])
    with patch("shop.a", lambda *_: next(numbers)), patch("shop.b", lambda: input()), patch("shop.c", lambda: (yield)):
        assert checkout() == 3
    with patch("shop.d", lambda *_: len("größe")):  # TQ413
        assert checkout() == 3
