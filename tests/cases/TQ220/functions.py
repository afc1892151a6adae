from unittest.mock import patch

from billing import service
from billing.models import Account


def fake(amount):
    return {"größe": amount}


def test_lambda(monkeypatch):
    monkeypatch.setattr(service, "charge", lambda amount: 3)
    assert service.charge(10) == 3  # TQ220


def test_path(monkeypatch):
    monkeypatch.setattr("billing.service.charge", fake)
    assert service.charge(10) == {"größe": 10}  # TQ220


@patch("billing.service.charge", fake)
def test_decorator():
    result = service.charge(10)
    assert result == {"größe": 10}  # TQ220


def test_block():
    with patch.object(service, "charge", lambda amount: 3):
        assert service.charge(10) == 3  # TQ220


def test_what_it_uses(monkeypatch):
    monkeypatch.setattr(service, "post", lambda url: 201)
    assert service.charge(10) == 3


def test_original_is_called(monkeypatch):
    original = service.charge
    monkeypatch.setattr(service, "charge", lambda amount: original(amount) + 1)
    assert service.charge(10) == 11


def test_other_function_of_the_code(monkeypatch):
    monkeypatch.setattr(service, "charge", service.charge_twice)
    assert service.charge(10) == 20


def test_undone(monkeypatch):
    monkeypatch.setattr(service, "charge", lambda amount: 3)
    monkeypatch.undo()
    assert service.charge(10) == 10


def test_called_by_the_code(monkeypatch):
    seen = []
    monkeypatch.setattr(service, "charge", lambda amount: seen.append(amount))
    service.pay(10)
    assert seen == [10]


def test_expected_by_both(monkeypatch):
    answer = {"ok": True}
    monkeypatch.setattr(service, "charge", lambda amount: answer)
    assert service.pay(10) == answer
    assert Account(service.charge(10)).answer == answer


def test_after_the_block():
    with patch("billing.service.charge", fake):
        service.pay(1)
    assert service.charge(10) == 3
