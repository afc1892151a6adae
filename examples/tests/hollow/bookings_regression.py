from datetime import date

from booking.models import Booking


def test_departure_day_counts_no_night():
    booking = Booking(room_pk=1, guest_pk=1, starts=date(2026, 3, 16), ends=date(2026, 3, 19))
    assert booking.nights == 3


def test_turn_of_the_year():
    booking = Booking(room_pk=1, guest_pk=1, starts=date(2025, 12, 30), ends=date(2026, 1, 2))
    assert booking.nights == 3
