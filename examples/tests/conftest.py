"""Fixtures that both halves share: an empty database, and builders with sensible defaults."""

from datetime import date, datetime
from decimal import Decimal
from unittest.mock import create_autospec

import pytest

from booking.clients import PaymentClient
from booking.models import Booking, Guest, Room
from booking.notifications import Mailer
from booking.service import FrontDesk

NOON = datetime(2026, 3, 2, 12, 0)


@pytest.fixture(autouse=True)
def empty_database():
    yield
    for model in (Booking, Guest, Room):
        model.objects.clear()


@pytest.fixture
def make_room():
    def build(name="Garden", nightly_rate="80.00", **values):
        return Room.objects.create(name=name, nightly_rate=Decimal(nightly_rate), **values)

    return build


@pytest.fixture
def make_guest():
    def build(email="ada@guests.example", name="Ada", **values):
        return Guest.objects.create(email=email, name=name, **values)

    return build


@pytest.fixture
def make_booking(make_room, make_guest):
    def build(room_pk=None, guest_pk=None, total="240.00", **values):
        stay = {"starts": date(2026, 3, 16), "ends": date(2026, 3, 19)} | values
        return Booking.objects.create(
            room_pk=room_pk or make_room().pk,
            guest_pk=guest_pk or make_guest().pk,
            total=Decimal(total),
            **stay,
        )

    return build


@pytest.fixture
def mailer():
    return create_autospec(Mailer, instance=True)


@pytest.fixture
def payments():
    return create_autospec(PaymentClient, instance=True)


@pytest.fixture
def desk(payments, mailer):
    return FrontDesk(payments, mailer, clock=lambda: NOON)
