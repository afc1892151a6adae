from unittest.mock import Mock

from billing import orders, service


def test_pair():
    service.send, service.receive = Mock(), Mock()  # TQ607
    assert orders.place() == "ok"


def test_pair_of_states():
    service.client.first, service.client.second = 1, 2
    assert orders.place() == "ok"


def test_pair_from_elsewhere():
    service.first, service.second = orders.pair()
    assert orders.place() == "ok"
