import pytest


@pytest.mark.parametrize("status", [401, 403])
def test_answers(client, status):
    assert client.get(f"/as/{status}").status_code == status


def test_ten(client):
    assert client.get("/tax/10").json() == 2


def test_twenty(client):
    assert client.get("/tax/20").json() == 4


def test_thirty(client):
    assert client.get("/tax/30").json() == 6


def test_forty(client):
    assert client.get("/tax/40").json() == 8
