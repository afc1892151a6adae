from unittest import mock
from unittest.mock import DEFAULT, patch

import shop
from shop import checkout


@patch("shop.a", create=True)  # TQ418
@mock.patch.object(shop, "b", create=True)  # TQ418
@patch("shop.c", DEFAULT, None, True)  # TQ418
@patch.multiple("shop", create=True, d=1)  # TQ418
def test_patches(c, b, a, mocker, monkeypatch):
    é = "é"; mocker.patch("shop.e", é, create=True)  # TQ418
    monkeypatch.setattr(shop, "f", 1, raising=False)  # TQ418
    monkeypatch.setattr("shop.g", 1, raising=False)  # TQ418
    monkeypatch.setattr(shop, "h", 1, False)  # TQ418
    with patch("shop.i", create=True) as i, monkeypatch.context() as inner:  # TQ418
        inner.setattr(shop, "j", 1, raising=False)  # TQ418
        assert checkout(i) == 3


@patch("shop.a", create=False)
@patch("shop.b")
@patch("shop.c", True)
@patch.dict("shop.d", create=True)
def test_fine(b, a, mocker, monkeypatch, raising):
    monkeypatch.setattr(shop, "f", 1)
    monkeypatch.setattr(shop, "f", 1, raising=True)
    monkeypatch.setattr(shop, "f", False)
    monkeypatch.setattr("shop.g", False)
    monkeypatch.setattr(shop, "g", 1, raising=raising)
    monkeypatch.delenv("A", raising=False)
    monkeypatch.setitem({}, "a", False)
    assert checkout() == 3
