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


@patch("shop.jobs._Queue._Queue__open", return_value=5)
@patch("shop.jobs._Queue._Queue__shut", return_value=5)  # TQ419
@patch("shop.jobs._Queue._Job__open", return_value=5)  # TQ419
def test_private_members(*mocks):
    assert jobs._Queue().size() == 5


@patch("shop.jobs.Pool.instance")
@patch("shop.jobs.Pool.opened", 5)
@patch("shop.jobs.Pool.capacity", 5)  # TQ419
def test_members_that_the_class_gets_later(*mocks):
    assert jobs.Pool().open() is None
