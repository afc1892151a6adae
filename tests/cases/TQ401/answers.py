from unittest import mock
from unittest.mock import AsyncMock, MagicMock, Mock, patch

from shop import Gateway, checkout, gateway

with_name = Mock(name="é")


def test_value_of_the_mock_itself():
    charge = Mock()  # TQ401
    paid = charge(10)
    assert checkout(paid) == "paid"


def test_value_of_a_method():
    é = MagicMock()  # TQ401
    assert checkout(é.total()) == 3


def test_patch_in_a_with():
    with patch("shop.charge") as charge:  # TQ401
        assert checkout(1) == charge(1)


@patch("shop.other", return_value=3)
@mock.patch.object(gateway, "charge")  # TQ401
def test_decorators(charge, other):
    assert checkout(other()) == charge()


async def test_awaited():
    charge = AsyncMock()  # TQ401
    paid = await charge(3)
    assert checkout(paid)


def test_mocker(mocker):
    charge = mocker.patch("shop.charge")  # TQ401
    assert checkout(charge()) == 3


class TestCase:
    def test_method(self):
        self.charge = Mock()  # TQ401
        assert checkout(self.charge(3)) == 3


def test_configured_ones():
    a = Mock(return_value=3)
    b = Mock(side_effect=[3])
    c = Mock(spec=Gateway)
    d = Mock(wraps=gateway.charge)
    e = Mock(Gateway)
    f = Mock()
    f.return_value = 4
    g = Mock()
    g.get.return_value = 5
    h = Mock()
    h.return_value.name = "h"
    i = Mock()
    i().name = "i"
    j = MagicMock()
    j.configure_mock(return_value=3)
    assert checkout(a(), b(), c(), d(), e(), f(), g.get(), h(), i(), j()) == 3


def test_replaced_by_another_object():
    with patch("shop.charge", new=gateway) as charge, patch("shop.pay", lambda: 3) as pay:
        assert checkout(charge(), pay()) == 3


def test_value_is_not_used():
    m = Mock()
    m(3)
    m().run.assert_called_once_with()
    checkout(m)
    m.assert_called_with(3)
    assert m.call_count == 2


@patch("shop.charge")
def test_configured_under_the_name_of_the_argument(charge):
    charge.return_value = 3
    import shop

    assert shop.charge(2) == 3


def test_below_the_answer_by_another_name():
    with patch("shop.gateway.open_till") as opened:
        opened.return_value.take.side_effect = [3, 4]
        assert checkout(gateway.open_till()) == "größe"


def test_beside_the_answer_by_another_name():
    with patch("shop.gateway.open_till") as opened:  # TQ401
        opened.close.side_effect = [3, 4]
        assert checkout(gateway.open_till()) == "größe"


def test_furnished_by_the_code():
    till = Mock()
    checkout.install(till)
    assert till.total(3) == 4


def test_furnished_too_late():
    till = Mock()  # TQ401
    paid = till.total(3)
    checkout.install(till)
    assert checkout(paid) == 4


def test_mock_itself_handed_over():
    charge = Mock()  # TQ401
    checkout.install(charge)
    assert checkout(charge(3)) == 4


def test_answer_of_a_lambda():
    heard = Mock()
    checkout.listen(lambda: heard())
    checkout.pay(3)
    heard.assert_called_once_with()


@patch("shop.Gateway")
def test_answer_is_configured_under_a_name_of_its_own(made, other=3):
    opened = made()
    opened.total.return_value = 3
    assert checkout(gateway) == "größe"


@patch("shop.Gateway")  # TQ401
def test_answer_is_only_read(made):
    opened = made()
    till = gateway.till()
    till.total = 3
    assert checkout(opened) == "größe"
