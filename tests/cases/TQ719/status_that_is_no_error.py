from http import HTTPStatus as Status  # TQ719

from shop import tax


def test_zero(client):
    assert client.get("/tax/0").status_code == Status.NOT_MODIFIED


def test_ten():
    assert tax(10) == 2


def test_twenty():
    assert tax(20) == 4


def test_thirty():
    assert tax(30) == 6


def test_forty():
    assert tax(40) == 8
