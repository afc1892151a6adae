import asyncio
import unittest
from unittest import mock

from booking.live import RoomFeed
from booking.models import Booking, Guest
from booking.notifications import Mailer, confirmation_text


class DatabaseTestCase(unittest.TestCase):
    def setUp(self):
        Guest.objects.clear()
        self.ada = Guest.objects.create(email="ada@guests.example", name="Ada", points=40)


class GuestPointsTest(DatabaseTestCase):
    def setUp(self):
        self.transport = mock.Mock()

    def setUpclass(cls):
        Booking.objects.clear()

    def test_new_guest_has_no_points(self):
        guest = Guest(email="bob@guests.example")
        self.assertTrue(guest.points, 0) if guest.points else self.assertEqual(guest.points, 0)

    def test_name_is_kept(self):
        guest = Guest.objects.create(email="bob@guests.example", name="Bob")
        self.assertTrue(Guest.objects.get(pk=guest.pk).name, "Robert")

    def test_regular_after_hundred_points(self):
        guest = Guest(email="bob@guests.example", points=100)
        self.assertTrue
        guest.is_regular == True

    def test_unknown_guest(self):
        self.assertRaises(Guest.DoesNotExist)

    def test_points_survive_saving(self):
        guest = Guest(email="bob@guests.example", points=30)
        guest.save()
        return Guest.objects.get(pk=guest.pk).points == 30

    def test_letters_to_each_guest(self):
        for name in ("Ada", ""):
            guest = Guest(email="x@guests.example", name=name)
            yield self.check_letter, guest

    def check_letter(self, guest):
        booking = mock.Mock(nights=2)
        self.assertIn("2 nights", confirmation_text(guest, booking))


class FeedTest(unittest.TestCase):
    async def test_anonymous_visitor_is_refused(self):
        feed = RoomFeed({"user": None})
        accepted = await feed.connect()
        self.assertFalse(accepted)

    def test_connect_sends_greeting(self):
        feed = RoomFeed({"user": Guest(email="ada@guests.example", name="Ada")})
        feed.connect()
        self.assertIsNotNone(feed)

    def test_connect_accepts(self):
        feed = RoomFeed({"user": None})
        assert feed.connect()

    def test_all_messages_are_echoed(self):
        feed = RoomFeed()

        async def send_everything():
            await asyncio.gather(
                feed.receive('{"room": "Garden"}'), feed.receive('{"guest": "Ada"}'), return_exceptions=True
            )

        asyncio.run(send_everything())
        self.assertEqual(feed.sent[0], {"type": "echo", "room": "Garden"})


class MailTest(DatabaseTestCase):
    def test_mail_for_every_kind_of_guest(self):
        for guest in (self.ada, Guest(email="bob@guests.example")):
            with self.subTest(guest=guest.email):
                Mailer(mock.Mock()).send(guest.email, "Hello", "Welcome")
        self.assertEqual(Guest.objects.count(), 1)

    def test_addresses_are_unique(self):
        addresses = [guest.email for guest in Guest.objects.filter()]
        self.assertTrue(addresses == ["ada@guests.example"])
        self.assertIsNone(addresses.sort())

    def test_sender(self):
        transport = mock.Mock()
        Mailer(transport).send("ada@guests.example", "Hello", "Welcome")
        transport.assert_called_once
        self.assertTrue(transport.called)
