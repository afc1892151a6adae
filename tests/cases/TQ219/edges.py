import unittest
from unittest import mock as m
from unittest.mock import AsyncMock, MagicMock, Mock, patch

from billing import service
from billing.service import charge, total


def test_return_value():
    shop = Mock()
    shop.price.return_value = 5
    assert shop.price("größe") == 5  # TQ219


def test_keyword():
    price = m.Mock(return_value=5)
    assert price() == 5  # TQ219


def test_dotted_keyword():
    shop = MagicMock(**{"price.return_value": 5})
    assert shop.price() == 5  # TQ219


def test_configure_mock():
    shop = MagicMock()
    shop.configure_mock(limit=3)
    assert shop.limit == 3  # TQ219


def test_attribute():
    shop = Mock()
    shop.limit = 3
    assert shop.limit == 3  # TQ219


def test_side_effect():
    shop = Mock()
    shop.price.side_effect = [1, 2]
    assert shop.price() == 1  # TQ219


def test_part_of_answer():
    shop = Mock()
    shop.find.return_value = {"id": 7}
    assert shop.find("x")["id"] == 7  # TQ219
    found = shop.find("x")
    assert found["id"] == 7  # TQ219


async def test_async():
    client = AsyncMock()
    client.charge.return_value = "ch_1"
    assert await client.charge(1) == "ch_1"  # TQ219


@patch("billing.service.charge")
def test_charge(charge):
    charge.return_value = {"ok": True}
    assert service.charge(10) == {"ok": True}  # TQ219


def test_charge_in_block():
    with patch.object(service, "charge", return_value=3):
        assert service.charge(10) == 3  # TQ219


def test_mocker(mocker):
    fake = mocker.Mock(return_value=3)
    assert fake() == 3  # TQ219


class TestCharge(unittest.TestCase):
    def setUp(self):
        self.shop = Mock()

    def test_price(self):
        self.shop.price.return_value = 5
        self.assertEqual(self.shop.price(), 5)  # TQ219

    @patch("billing.service.charge", return_value=4)
    def test_charge(self, charge):
        self.assertEqual(service.charge(1), 4)  # TQ219


def test_through_the_code():
    shop = Mock()
    shop.price.return_value = 5
    assert total(shop) == 5
    assert service.total(shop) == shop.price()


def test_through_a_call():
    shop = Mock()
    shop.price.return_value = [5]
    assert sum(shop.price()) == 5


@patch("billing.service.charge")
def test_bound_before(mock_charge):
    mock_charge.return_value = 3
    assert charge(10) == 3


def test_mock_is_given_to_the_code():
    shop = Mock()
    shop.limit = 3
    service.raise_limit(shop)
    assert shop.limit == 4


def test_wraps():
    shop = Mock(wraps=service)
    assert shop.charge(3) == 3


class TestPatchedInSetUp(unittest.TestCase):
    def setUp(self):
        patcher = m.patch("billing.service.charge")
        self.charge = patcher.start()
        self.addCleanup(patcher.stop)
        self.charge.return_value = 4

    def test_charge(self):
        self.assertEqual(service.charge(10), 4)  # TQ219

    def test_own_mock(self):
        self.assertEqual(self.charge(10), 4)  # TQ219

    def test_through_the_code(self):
        self.assertEqual(service.pay(10), 4)
