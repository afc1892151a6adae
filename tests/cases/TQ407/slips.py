from unittest import mock
from unittest.mock import AsyncMock, MagicMock, Mock, PropertyMock, create_autospec, patch

import shop
from shop import Gateway, checkout


@patch("shop.a", auto_spec=True)  # TQ407
@patch("shop.b", autospect=True)  # TQ407
@mock.patch.object(shop, "c", spec_sett=Gateway)  # TQ407
@patch("shop.d", autopsec=True)  # TQ407
def test_patches(d, c, b, a, mocker):
    é = "é"; mocker.patch("shop.e", return_values=é)  # TQ407
    with patch("shop.f", side_effects=[1]) as f:  # TQ407
        assert checkout(f) == "paid"


def test_mocks(mocker):
    a = Mock(return_values=3)  # TQ407
    b = MagicMock(retrun_value=3)  # TQ407
    c = AsyncMock(  # TQ407
        sideeffect=[1],
    )
    d = Mock(sepc=Gateway)  # TQ407
    e = Mock(specs=Gateway)  # TQ407
    f = mocker.Mock(returnValue=3)  # TQ407
    g = create_autospec(Gateway, return_valu=3)  # TQ407
    h = Mock(set_spec=Gateway)  # TQ407
    assert checkout(a, b, c, d, e, f, g, h) == "paid"


@patch("shop.a", autospec=True)
@patch("shop.b", spec=Gateway, side_effect=[1], return_value=3)
@patch("shop.c", spec_set=Gateway)
@patch("shop.d", auto_spec=True, unsafe=True)
@patch.multiple("shop", auto_spec=1)
@patch.dict("shop.e", auto_spec=1)
def test_fine(c, b, a, specs, sec):
    g = Mock(specs=["a", "b"], sec=5, name="g", return_code=3, spect=3, species="cat")
    i = Mock(Gateway, wraps=shop, values=3)
    j = PropertyMock(return_value=3)
    assert checkout(g, i, j) == "paid"


def test_no_mock():
    assert shop.make(auto_spec=True, return_values=3) == 3
