import unittest
from unittest.mock import patch

from billing import service


def test_stopped():
    patcher = patch("billing.service.charge", return_value=3)
    patcher.start()
    service.warm()
    patcher.stop()
    assert service.charge(10) == 10


def test_stopped_whatever_happens():
    patcher = patch.object(service, "charge", return_value=3)
    patcher.start()
    try:
        service.warm()
    finally:
        patcher.stop()
    assert service.charge(10) == 10


def test_all_stopped():
    patch("billing.service.charge", return_value=3).start()
    service.warm()
    patch.stopall()
    assert service.charge(10) == 10


def test_before_it_is_stopped():
    patcher = patch("billing.service.charge", return_value=3)
    patcher.start()
    größe = service.charge(10)
    patcher.stop()
    assert größe == 3  # TQ219


def test_another_one_is_stopped():
    patcher = patch("billing.service.charge", return_value=3)
    other = patch("billing.service.post", return_value=3)
    patcher.start()
    other.start()
    other.stop()
    assert service.charge(10) == 3  # TQ219
    patcher.stop()


class TestCharge(unittest.TestCase):
    def test_stopped(self):
        patcher = patch("billing.service.charge", return_value=3)
        patcher.start()
        self.assertEqual(service.charge(10), 3)  # TQ219
        patcher.stop()
        self.assertEqual(service.charge(10), 10)
