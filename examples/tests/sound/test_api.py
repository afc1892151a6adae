from dataclasses import replace

import pytest

from booking import api
from booking.api import Client
from booking.settings import Settings


def test_room_is_shown_with_its_rate(make_room):
    room = make_room(name="Attic", nightly_rate="65.00")

    reply = Client().get(f"/rooms/{room.pk}")

    assert reply.status_code == 200
    assert reply.json() == {"name": "Attic", "rate": "65.00", "currency": "EUR"}


def test_rate_is_shown_in_the_configured_currency(make_room, monkeypatch):
    monkeypatch.setattr(api, "settings", replace(Settings(), currency="CHF"))

    reply = Client().get(f"/rooms/{make_room().pk}")

    assert reply.json()["currency"] == "CHF"


@pytest.mark.parametrize("path", ["/rooms/99", "/rooms/attic", "/cellar"])
def test_unknown_page_is_not_found(path):
    client = Client()

    reply = client.get(path)

    assert reply.status_code == 404


def test_rooms_are_counted(make_room):
    names = [make_room(name=name).name for name in ("Attic", "Garden")]

    reply = Client().get("/rooms")

    assert reply.json() == {"count": 2, "rooms": names}


def test_booking_is_shown_to_its_guest(make_booking):
    booking = make_booking(status="confirmed")

    reply = Client(token="tok").get(f"/bookings/{booking.pk}")

    assert reply.json() == {"status": "confirmed", "nights": 3}


def test_booking_is_hidden_without_a_token(make_booking):
    booking = make_booking()

    reply = Client().get(f"/bookings/{booking.pk}")

    assert reply.status_code == 401
