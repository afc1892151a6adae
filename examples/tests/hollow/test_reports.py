import datetime
from decimal import Decimal

import pytest

from booking.models import Booking, Guest, Room
from booking.service import occupancy


class TestReports:
    @classmethod
    def setup_class(cls):
        cls.day = datetime.date(2026, 3, 16)

    @pytest.mark.usefixtures()
    def test_occupancy_of_empty_house(self):
        assert occupancy([], self.day) == {}

    def test_occupancy_deep(self, tmp_path):
        """test occupancy deep"""
        garden = Room.objects.create(name="Garden", nightly_rate=Decimal("80.00"), capacity=2)
        attic = Room.objects.create(name="Attic", nightly_rate=Decimal("65.00"), capacity=3)
        cellar = Room.objects.create(name="Cellar", nightly_rate=Decimal("45.00"), capacity=1)
        tower = Room.objects.create(name="Tower", nightly_rate=Decimal("120.00"), capacity=2)
        ada = Guest.objects.create(email="ada@guests.example", name="Ada", points=100)
        bob = Guest.objects.create(email="bob@guests.example", name="Bob", points=0)
        eve = Guest.objects.create(email="eve@guests.example", name="Eve", points=20)
        tomorrow = self.day + datetime.timedelta(days=1)
        yesterday = self.day - datetime.timedelta(days=1)
        Booking.objects.create(room_pk=garden.pk, guest_pk=ada.pk, starts=self.day, ends=tomorrow)
        Booking.objects.create(room_pk=attic.pk, guest_pk=bob.pk, starts=yesterday, ends=self.day)
        Booking.objects.create(room_pk=cellar.pk, guest_pk=eve.pk, starts=yesterday, ends=tomorrow)
        rooms = [garden, attic, cellar, tower]
        report = occupancy(rooms, self.day)
        for room in rooms:
            if room.name in ("Garden", "Cellar"):
                assert report[room.name] is True
            else:
                assert report[room.name] is False
        assert report == {"Garden": True, "Attic": False, "Cellar": True, "Tower": False}
        assert len(report) == 4
        assert len(rooms) == 4

    def test_report_row(self):
        row = {
            "room": "Garden",
            "guest": "Ada",
            "email": "ada@guests.example",
            "starts": "2026-03-16",
            "ends": "2026-03-19",
            "nights": 3,
            "total": "240.00",
            "currency": "EUR",
            "status": "confirmed",
        }
        booking = Booking(room_pk=1, guest_pk=1, starts=self.day, ends=self.day + datetime.timedelta(days=row["nights"]))
        assert booking.nights == row["nights"]

    def test_report_of_today(self):
        today = datetime.date.today()
        report = occupancy([Room.objects.create(name="Garden", nightly_rate=80)], today)
        assert report == {"Garden": False}
