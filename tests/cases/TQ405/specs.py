from unittest import mock as m
from unittest.mock import AsyncMock, MagicMock, Mock, NonCallableMock, PropertyMock, create_autospec, patch

import shop
from shop import Gateway


def test_mocks(mocker):
    a = Mock()  # TQ405
    b = m.MagicMock(return_value=3)  # TQ405
    é = AsyncMock(name="é")  # TQ405
    c = mocker.Mock()  # TQ405
    d = Mock(spec=None)  # TQ405
    assert shop.checkout(a, b, é, c, d) == 3


@patch("shop.a")  # TQ405
@patch.object(  # TQ405
    shop,
    "b",
)
def test_patches(b, a, mocker):
    with patch("shop.c") as c:  # TQ405
        mocker.patch("shop.d")  # TQ405
        mocker.patch.object(shop, "e", return_value=1)  # TQ405
        patch("shop.f", autospec=False).start()  # TQ405
        assert shop.checkout(a, b, c) == 3


@patch("shop.a", autospec=True)
@patch("shop.b", spec=Gateway)
@patch("shop.c", spec_set=Gateway)
@patch("shop.d", new=3)
@patch("shop.e", 3)
@patch("shop.f", new_callable=PropertyMock)
@patch("shop.g", wraps=shop.g)
@patch.object(shop, "h", 3)
@patch.object(shop, "i", m.DEFAULT, Gateway)
@patch.dict("shop.j", {"a": 1})
@patch.multiple("shop", k=1)
def test_specced(*mocks, mocker, options):
    a = Mock(Gateway)
    b = Mock(spec=Gateway)
    c = MagicMock(spec_set=Gateway)
    d = AsyncMock(wraps=shop.g)
    e = create_autospec(Gateway)
    f = NonCallableMock()
    g = Mock(**options)
    g = Mock(**{"spec": Gateway, "charge.return_value": 3})
    g = Mock(3, **{"charge.return_value": 3})
    mocker.patch("shop.l", autospec=True)
    mocker.patch("shop.o", **{"autospec": True})
    mocker.patch("shop.p", **{"new": 3})
    mocker.patch("shop.q", **{"new_callable": PropertyMock})
    mocker.patch("shop.r", **options)
    mocker.patch("shop.m", lambda: 3)
    mocker.spy(shop, "n")
    mocker.stub()
    assert shop.checkout(a, b, c, d, e, f, g) == 3


@patch("shop.a", **{"charge.return_value": 3})  # TQ405
def test_configured_by_a_dictionary(a, mocker):
    gateway = Mock(**{"charge.return_value": "é"})  # TQ405
    mocker.patch("shop.b", **{"b.side_effect": ValueError})  # TQ405
    assert shop.checkout(gateway) == "é"
