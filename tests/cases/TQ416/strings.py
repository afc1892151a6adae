from unittest import mock as m
from unittest.mock import DEFAULT, AsyncMock, MagicMock, Mock, create_autospec, patch

import shop
from shop import Gateway, checkout


def test_strings(mocker):
    a = Mock(spec="Gateway")  # TQ416
    b = MagicMock(spec_set="shop.Gateway")  # TQ416
    é = m.AsyncMock("Größe")  # TQ416
    c = mocker.Mock(spec="Gateway")  # TQ416
    d = create_autospec("Gateway")  # TQ416
    e = Mock(  # TQ416
        name="e",
        spec="Gateway",
    )
    assert checkout(a, b, é, c, d, e) == 3


@patch("shop.a", spec="Gateway")  # TQ416
@patch.object(shop, "b", spec_set="Gateway")  # TQ416
@patch("shop.c", DEFAULT, "Gateway")  # TQ416
def test_patches(c, b, a, mocker):
    mocker.patch("shop.d", spec="Gateway")  # TQ416
    assert checkout() == 3


NAME = "Gateway"


@patch("shop.a", spec=Gateway)
@patch("shop.b", "Gateway")
def test_fine(a):
    c = Mock(spec=["charge", "refund"])
    d = Mock(spec=Gateway)
    e = Mock(Gateway)
    f = Mock(name="Gateway")
    g = Mock(spec=NAME)
    h = Mock(spec=str)
    i = Mock(spec="")
    j = Mock("payment gateway")  # TQ416
    k = AsyncMock(spec=None)
    assert checkout(c, d, e, f, g, h, i, j, k, shop.Fake(spec="Gateway")) == 3
