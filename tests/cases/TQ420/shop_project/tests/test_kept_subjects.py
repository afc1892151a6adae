import unittest
from unittest.mock import patch

import pytest

from shop.jobs import Job
from shop.mail import Mailer, send
from shop.more import run


class JobTest(unittest.TestCase):
    def setUp(self):
        self.job = Job()
        self.mailer = Mailer()

    @patch("shop.mail.send", return_value="é")  # TQ420
    def test_object_of_the_set_up(self, send):
        self.assertEqual(self.job.run(), "é")

    @patch("shop.mail.send")
    def test_object_of_the_defining_module(self, send):
        self.assertEqual(self.job.run(), self.mailer.send())


@pytest.fixture
def job():
    job = Job()
    return job


@pytest.fixture
def job_with_a_sender():
    return Job(send)


@pytest.fixture
def other(request):
    return request.param


@patch("shop.mail.send", return_value="é")  # TQ420
def test_object_of_a_fixture(send, job):
    assert job.run() == "é"


@patch("shop.mail.send", return_value="é")
def test_object_that_is_given_something(send, job_with_a_sender):
    assert job_with_a_sender.run() == "é"


@patch("shop.mail.send", return_value="é")
def test_unknown_object(send, other):
    assert other.run() == run()
