import unittest
from unittest.mock import patch

from shop import jobs
from shop.jobs import Job


@patch("shop.jobs.Special.start")
@patch("shop.jobs.Special.extra")
@patch("shop.jobs.Remote.anything")
@patch("shop.jobs.Job.__eq__")
def test_members(*mocks):
    assert jobs.Special().start() == 3


@patch("shop.jobs.Special.stop")  # TQ419
def test_no_member(stop):
    assert jobs.Special().start() == 3


class JobCase(unittest.TestCase):
    def test_no_member(self):
        with patch.object(Job, "stop"):  # TQ419
            self.assertEqual(Job().start(), 3)

    def test_retries(self):
        with patch.object(Job, "retries", 5):
            self.assertEqual(Job().start(), 5)
