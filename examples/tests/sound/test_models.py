from datetime import date
from decimal import Decimal
from unittest import TestCase
from unittest.mock import patch

import pytest

from booking.models import Booking, Guest


class GuestTest(TestCase):
    def test_points_make_a_regular(self):
        limits = {99: False, 100: True}

        regular = {points: Guest(email="ada@guests.example", points=points).is_regular for points in limits}

        assert regular == limits

    def test_saving_gives_a_key_once(self):
        self.enterContext(patch.object(Guest.objects, "next_pk", 7))
        guest = Guest(email="ada@guests.example")

        guest.save()
        guest.save()

        assert guest.pk == 7
        assert Guest.objects.count() == 1

    def test_change_is_visible_after_a_refresh(self):
        guest = Guest.objects.create(email="ada@guests.example")
        self.addCleanup(Guest.objects.clear)
        other = Guest.objects.get(pk=guest.pk)
        other.points = 120
        other.save()

        guest.refresh_from_db()

        assert guest.points == 120

    def test_deleted_guest_is_gone(self):
        guest = Guest.objects.create(email="ada@guests.example")

        guest.delete()

        with pytest.raises(Guest.DoesNotExist, match="0 rows of Guest"):
            Guest.objects.get(pk=guest.pk)


@pytest.mark.parametrize(
    ("starts", "ends", "clash"),
    [
        pytest.param(date(2026, 3, 16), date(2026, 3, 19), True, id="same stay"),
        pytest.param(date(2026, 3, 18), date(2026, 3, 25), True, id="last night"),
        pytest.param(date(2026, 3, 19), date(2026, 3, 25), False, id="next guest"),
        pytest.param(date(2026, 3, 10), date(2026, 3, 16), False, id="guest before"),
    ],
)
def test_stays_clash_when_they_share_a_night(starts, ends, clash):
    booking = Booking(room_pk=1, guest_pk=1, starts=date(2026, 3, 16), ends=date(2026, 3, 19), total=Decimal(240))

    overlaps = booking.overlaps(starts, ends)

    assert overlaps is clash
