from billing import service


def test_undone(monkeypatch):
    monkeypatch.setattr(service, "charge", lambda amount: 1)
    monkeypatch.undo()
    assert service.charge(10) == 10


def test_undone_by_its_path(monkeypatch):
    monkeypatch.setattr("billing.service.charge", lambda amount: 1)
    monkeypatch.undo()
    assert service.charge(10) == 10


def test_undone_on_an_object(monkeypatch):
    till = service.Till()
    monkeypatch.setattr(till, "charge", lambda amount: 1)
    monkeypatch.undo()
    assert till.charge("größe") == 10


def test_in_place(monkeypatch):  # TQ218
    monkeypatch.setattr(service, "charge", lambda amount: 1)
    assert service.charge(10) == 1
    monkeypatch.undo()
