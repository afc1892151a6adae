import unittest
from unittest import mock

import pytest

from booking.models import Guest
from booking.notifications import Mailer


@pytest.fixture
def guest():
    return Guest(email="ada@guests.example", name="Ada")


@pytest.fixture(scope="module")
def guest_folder(tmp_path):
    return tmp_path / "guests"


def test_guest_folder(guest_folder):
    assert guest_folder.name == "guests"


def test_guest_name():
    assert guest().name == "Ada"


class GuestTest(unittest.TestCase):
    def test_email(self):
        self.assertEquals(Guest(email="ada@guests.example").email, "ada@guests.example")

    def test_name(self, guest):
        self.assertEqual(guest.name, "Ada")

    @pytest.mark.parametrize("points", [100, 200])
    def test_regular(self, points):
        self.assertTrue(Guest(email="ada@guests.example", points=points).is_regular)


@mock.patch("booking.notifications.send_newsletter")
def test_newsletter(send_newsletter):
    Mailer(mock.Mock()).send("ada@guests.example", "News", "Spring is here")
    assert not send_newsletter.called


@mock.patch("booking.notifications.log")
@mock.patch("booking.notifications.settings")
def test_mail_sender(settings):
    settings.mail_sender = "desk@guesthouse.example"
    transport = mock.Mock()
    Mailer(transport).send("ada@guests.example", "News", "Spring is here")
    transport.called_once_with("desk@guesthouse.example", "ada@guests.example", "News", "Spring is here")


def test_transport_is_called():
    transport = mock.Mock()
    Mailer(transport).send("ada@guests.example", "News", "Spring is here")
    transport.assert_has_calls(mock.call(mock.ANY, "ada@guests.example", "News", "Spring is here"))
