import unittest
from unittest import mock
from unittest.mock import patch

from billing import service
from billing.models import Account
from billing.service import charge as bound


@patch("billing.service.charge")
def test_charge(charge):
    charge.return_value = 3
    assert service.charge(10) == 3  # TQ220


@patch("billing.service.charge")
async def test_charge_async(charge):
    charge.return_value = 3
    assert await service.charge(10) == 3  # TQ220


@patch.object(service, "charge", return_value=3)
def test_patch_object(charge):
    found = service.charge(10)
    assert found == 3  # TQ220


def test_block():
    with mock.patch("billing.service.charge") as größe:
        service.charge(10)
        größe.assert_called_once_with(10)  # TQ220


def test_imported_inside():
    with patch("billing.service.charge", return_value=1):
        from billing.service import charge

        assert charge(1) == 1  # TQ220


def test_mocker(mocker):
    mocker.patch("billing.service.charge", return_value=1)
    assert service.charge(1) == 1  # TQ220


def test_monkeypatch(monkeypatch):
    monkeypatch.setattr(service, "charge", mock.Mock(return_value=1))
    assert service.charge(1) == 1  # TQ220


class TestCharge(unittest.TestCase):
    @patch("billing.service.charge", return_value=4)
    def test_charge(self, charge):
        self.assertEqual(service.charge(1), 4)  # TQ220

    def test_start(self):
        patcher = patch("billing.service.charge", return_value=4)
        patcher.start()
        self.addCleanup(patcher.stop)
        self.assertEqual(service.charge(1), 4)  # TQ220

    @patch.object(Account, "debit", return_value=4)
    def test_method(self, debit):
        account = Account()
        self.assertEqual(account.debit(1), 4)  # TQ220


@patch("billing.service.charge", wraps=service.charge)
def test_wraps(charge):
    assert service.charge(10) == 3


@patch("billing.service.charge", autospec=True)
def test_autospec_about_the_call(charge):
    service.charge(10)
    charge.assert_called_once_with(10)


@patch("billing.service.charge")
def test_bound_before(charge):
    assert bound(10) == 3


def test_after_the_patch():
    with patch("billing.service.charge"):
        service.pay(1)
    assert service.charge(10) == 3


@patch("billing.service.post")
def test_what_it_uses(post):
    post.return_value = 201
    assert service.charge(10) == 3
    post.assert_called_once()


@patch("billing.service.charge")
def test_called_by_the_code(charge):
    service.pay(10)
    charge.assert_called_once_with(10)


def test_patch_is_proven_before_the_act(client):
    with patch.object(service, "charge") as charge:
        charge.return_value = 3
        assert service.charge(10) == 3
        response = client.get("/pay/10")
    assert response.status_code == 302


def test_nothing_comes_of_the_act(client):
    with patch.object(service, "charge") as charge:
        charge.return_value = 3
        assert service.charge(10) == 3  # TQ220
        client.get("/pay/10")


def test_act_before_the_mock_is_called(client):
    with patch.object(service, "charge") as charge:
        charge.return_value = 3
        response = client.get("/pay/10")
        assert service.charge(10) == 3  # TQ220
    assert response.status_code == 302
