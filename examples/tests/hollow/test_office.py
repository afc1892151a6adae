import os

os.environ["BOOKING_TESTING"] = "1"

import socket
import sys
import tempfile
from datetime import date, datetime, timedelta
from unittest.mock import MagicMock, Mock

import pytest

from booking import api, settings as settings_module
from booking.clients import Reply
from booking.models import Guest, Room
from booking.notifications import export_addresses
from booking.service import FrontDesk
from booking.settings import from_environment, settings

created = []


def test_currency_from_environment():
    os.environ["BOOKING_CURRENCY"] = "CHF"
    assert from_environment().currency == "CHF"


def test_hold_minutes_from_environment():
    os.environ["BOOKING_HOLD_MINUTES"] = "45"
    assert from_environment().hold_minutes == 45
    del os.environ["BOOKING_HOLD_MINUTES"]


def test_longer_hold(desk, make_room, make_guest):
    settings.hold_minutes = 45
    booking = desk.hold(make_room(), make_guest(), date(2026, 3, 16), date(2026, 3, 19))
    assert booking.held_until == desk.clock() + timedelta(minutes=45)


def test_export_to_working_directory(tmp_path):
    os.chdir(tmp_path)
    export_addresses([Guest(email="ada@guests.example")], tmp_path / "addresses.txt")
    assert os.path.exists("addresses.txt")


def test_export_to_shared_folder():
    folder = tempfile.mkdtemp()
    path = os.path.join(folder, "addresses.txt")
    from pathlib import Path

    export_addresses([Guest(email="ada@guests.example")], Path(path))
    assert open(path).read() == "ada@guests.example\n"


def test_export_for_the_office(tmp_path):
    for name in ("addresses-north.txt", "addresses-south.txt"):
        export_addresses([Guest(email="ada@guests.example")], tmp_path / name)
    assert os.listdir(tmp_path)[0].startswith("addresses")


def test_import_path():
    sys.path.insert(0, "/home/anna/booking/plugins")
    assert "/home/anna/booking/plugins" in sys.path


def test_timeouts():
    socket.setdefaulttimeout(5)
    assert socket.getdefaulttimeout() == 5


def test_rooms_page():
    api.list_rooms = Mock(return_value=Reply(200, {"count": 1, "rooms": ["Garden"]}))
    assert api.Client().get("/rooms").json()["count"] == 1


@pytest.mark.order(1)
def test_01_create_room():
    created.append(Room.objects.create(name="Garden", nightly_rate=80))
    assert len(created) == 1


@pytest.mark.order(2)
def test_02_room_was_created():
    assert created[0].name == "Garden"


class TestGuestBook:
    entries = []

    def test_first_entry(self):
        self.entries.append(Guest(email="ada@guests.example"))
        assert len(self.entries) == 1

    def test_second_entry(self):
        self.entries.append(Guest(email="bob@guests.example"))
        assert len(self.entries) == 2

    def test_both_entries(self):
        TestGuestBook.entries = []
        self.test_first_entry()
        self.test_second_entry()


def test_hold_until(payments, mailer, make_room, make_guest):
    desk = FrontDesk(payments, mailer)
    booking = desk.hold(make_room(), make_guest(), date(2026, 3, 16), date(2026, 3, 19))
    assert booking.held_until.date() == (datetime.now() + timedelta(minutes=30)).date()


def test_late_holds_expire(make_booking):
    booking = make_booking(held_until=datetime.now())
    desk = FrontDesk(MagicMock(), MagicMock())
    expired = desk.expire()
    assert expired == [booking.pk]


def test_expired_booking_changes(desk, make_booking):
    booking = make_booking(held_until=desk.clock() - timedelta(minutes=1))
    desk.expire()
    assert booking.status == "held"


@pytest.mark.parametrize("name", {"Garden", "Attic", "Cellar"})
def test_room_names(make_room, name):
    room = make_room(name=name)
    assert api.show_room(str(room.pk)).json()["name"] == name


def test_mail_sender():  # noqa : TQ201
    settings_module.from_environment()


# quality: disable TQ505
def test_office_opens(desk):
    assert desk.clock().hour == 12
