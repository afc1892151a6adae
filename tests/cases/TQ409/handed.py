import unittest
from unittest import mock
from unittest.mock import MagicMock, Mock, patch, sentinel

import pytest

from shop import Gateway, checkout, make


def test_named():
    gateway = Mock()  # TQ409
    assert checkout(gateway) == "paid"


def test_specced():
    gateway = mock.MagicMock(spec=Gateway, name="é")  # TQ409
    assert checkout("é", gateway=gateway) == "paid"


def test_inline(mocker):
    assert checkout(Mock(), 3) == "paid"  # TQ409
    assert checkout(gateway=mocker.Mock(Gateway)) == "paid"  # TQ409


async def test_twice():
    gateway = Mock()  # TQ409
    await checkout(gateway)
    assert await checkout(gateway) == "paid"


def test_configured():
    a = Mock(return_value=3)
    b = Mock()
    b.get.return_value = 3
    c = Mock()
    c.size = 3
    d = Mock(size=3)
    e = MagicMock(side_effect=[3])
    f = Mock()
    f.configure_mock(size=3)
    assert checkout(a, b, c, d, e, f) == "paid"


def test_asserted():
    a, b = Mock(), Mock()
    c = Mock()
    d = Mock()
    e = Mock()
    assert checkout(a, b, c, d, e) == "paid"
    c.assert_called_once_with()
    assert not d.called
    assert make(e) is e


def test_part_of_another():
    a = Mock(gateway=Mock())
    with patch("shop.charge", new=Mock()), patch("shop.pay", Mock()):
        assert checkout(a) == [sentinel.done]


def test_no_hand_over():
    unused = Mock()
    gateway = make()
    gateway.charge = Mock()
    assert checkout(gateway) == "paid"


@pytest.fixture
def gateway():
    return Mock()


class CheckoutTest(unittest.TestCase):
    def _patch(self, obj, name, new):
        patch.object(obj, name, new).start()

    def _prepare(self, gateway):
        self._patch(gateway, "charge", Mock(return_value=3))

    def _answer(self, *, gateway):
        gateway.charge.return_value = 3

    def _pay(self, gateway):
        self.assertEqual(checkout(gateway), "paid")

    def test_helper_that_configures(self):
        gateway = Mock()
        self._prepare(gateway)
        self.assertEqual(checkout(gateway), "paid")

    def test_helper_that_answers(self):
        gateway = Mock()
        self._answer(gateway=gateway)
        self.assertEqual(checkout(gateway), "paid")

    def test_helper_out_of_sight(self):
        gateway = Mock()
        self.prepare(gateway)
        self.assertEqual(checkout(gateway), "paid")

    def test_helper_that_hands_on(self):
        gateway = Mock()  # TQ409
        self._pay(gateway)


def test_asked_through_its_owner():
    gateway = Mock()
    shop = make(gateway)
    assert shop.sell("größe") == 3
    assert shop.gateway.charge.call_args_list[0].args == (3,)


def test_configured_through_its_owner():
    shop = make(Mock())
    shop.gateway.charge.return_value = 3
    assert shop.sell("größe") == 3


def test_owner_is_asked_for_itself():
    gateway = Mock()  # TQ409
    shop = make(gateway)
    assert shop.sell("größe") == 3
    assert shop.gateway_name == "none"
